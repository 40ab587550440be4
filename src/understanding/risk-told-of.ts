/**
 * Threats to others, and pressure from those one owes or works for, told without the word.
 * Rules of the risk screen, as data; see `risk-rules.ts`.
 */
import { lines, type Rule } from './risk-words.ts';

export const toldOfRules: readonly Rule[] = [
  {
    intent: 'threat_to_others',
    level: 'acute',
    patterns: lines(`
      (bliv hjemme|kom ikke i skole|kom ik i skole|dont come to school|dont go to school|be off sick|bliv væk) ~3 {weekday}
      (tell|told|sig|siger|sagde|said|skrev|wrote|husk) ~9 (stay home|stay at home|be off sick|bliv hjemme|blive hjemme) ~2
      (liste|list) ~5 (navne|names) ~9 (streget ud|crossed|overskrift*|tak for alt|kolleger|teachers|ansatte|dræb*|kill|hævn*|first)
      (navne|names) ~6 (streget ud|crossed out|crossed off)
      (nedtælling|counting down|countdown|tæller ned) ~9 (hovedindgang*|school|skolen|assembly|cleansing|klasse|class|eksplosion)
      (krydser|kryds|crosses|times|klokkeslæt) ~6 (tegning|drawing|plan|kort|map) ~3 (af|of) ~1 (skolen|the school|school)
      (tegning|drawing|plan|kort|map) ~3 (af|of) ~1 (skolen|the school|school) ~6 (kryds*|klokkeslæt|times|exits|udgange|våben)
      (på vej|kører|going|heading|drives|gonna go|går|tager|cykler) ~4 (hen|hjem|over|to|til|round) ~9 (med|with) ~4 (bat|battet|hammer|hammeren|kniv|økse|knife|jernrør|machete|pistol|axe|baseballbat)
      (vil|skal|kommer til at|could|might|going to|gonna|want to|thoughts to|ready to|lyst til at) ~1 (gøre|hurt|harm|skade|beat|sort) ~4 (ondt|landlord|udlejer*|stedfar|ham|him|someone|nogen|her|hende|them|dem|ex|bloke)
      (kommer til at|vil|skal) ~1 gøre ~4 ondt ~4
      (sætte|sætter|set|setting|satte|sat) (ild|fire) (til|to) ~2 (kontoret|huset|skolen|klubben|bilen|place|house|school|office|building|car|restaurant*|stedet|it|det|dem|them|her|hende)
      (brænde|brænder|burn|burning) ~3 (ned|down) ~2 (skolen|kontoret|huset|kommunen|house|school|place|office)?
      (det|the) (sidste|last) ~1 (thing|ting)? (han|du|he|hun|they|she|de|i|you) ~1 (gør|kommer til at gøre|does|ever|do|will|nogensinde)
      (wont|not|ikke|ik|aldrig|never) ~2 (be)? (walking|breathing|walk|laughing|smiling) ~2 (after|again|anymore|mere)
      (griner|smiler|laughing) (de|han|hun|they|he) {not} (mere|længere)
      (ligger|har noget|got something|har den|have something|have it|den er) ~2 (i tasken|in my bag|i lommen|in my pocket|in the bag) ~9 (til ham|til dem|for him|for them|venter|mener|mean|kantinen|cykelskur*)
      (noget|something) ~2 (i tasken|in my bag) ~2 (til|for) (ham|dem|him|them|hende|her)
      (viste|showed|shows|viser|vist|show) ~5 (pistol|våben|weapon|gun|kniv|knife|machete|udstyret|glock)
      {weapon} ~5 (til dem|for them|til ham|for him|for the boys|for the|for min|i aften|tonight)
      (sharpens|sliber|slibe|hvæsser|sharpening) ~3 (it|den|kniv*|knife*|øks*|every|hver)
      (lånt|borrowed|hentet) ~2 (en varebil|a van|en bil) ~8 (eks|ex|hende|her|ham|him|aldrig|never)
      (eks|ex) ~12 (aldrig får|aldrig en ny|never have|never get|har to dage|has two days|for good|out for good|new man|nye fyr|new bloke)
      (ham|him|man|he|han|they|de) ~2 (got|har|has|have) ~1 (two|to|three|24|48) (days|dage|timer|hours) ~1 (left|tilbage|or|ellers|$)
      (how|hvordan) ~3 (rammer|hit|dræber|kill*|shoot*|rammes) ~3 (flest|most|mange|people|many)
      (hvilken dør|which door|hvornår kommer|what time) ~5 (niende|nines|eleverne|klassen|year|teachers|lærerne) ~6 (bruger|use|use and)
      (tømme|tømmer|empty|clean|cleaning|cleansing) ~2 (opgang*|skolen|assembly|school|stairway|kantinen)
      (hele den|that whole|the whole|den) ~1 (familie|family) ~6 (skal|ska|gonna|will|must) (betale|pay|bløde|bleed|fortryde)
      (skal|ska|will|gonna|going to) (bløde|bleed|fortryde|regret it) ~2
      (taske|bag) ~2 (med|with|fyldt|full) ~3 (ting|things|våben|redskaber|tools|bensin|benzin) ~9 (betale|pay|aften|tonight|dem|them|ham)
      (klub*|place|house|kebab*|butik*|shop) ~4 (med|with) ~3 (inde|in it|inside) ~3
      (wait|venter|waiting|vente) ~3 (for him|på ham|for her|på hende|for them|på dem) ~2 (on the stairs|på trappen|now|nu|cykelskur*|efter skole|after school|i aften|tonight)
    `),
  },
  {
    intent: 'group_pressure',
    level: 'acute',
    patterns: lines(`
      (sendt|sent|showed|viste|send|sender|got|fået|viser) ~4 (billede|billeder|picture|pictures|photo|photos|pic|pics|video) ~4 (af|of) ~4 (dør|hus|house|door|søster|sister|brother|bror|lillebror|mum|mor|mors|skole|school|schedule|timetable|skema)
      (de|they|some|drengene) ~3 (gav|gave|given|give|giver) ~1 (mig|me|him|ham) ~1 (til|until|frist til|one day|24) ~3
      (de|they|drengene|lads|guys|folk|nogle) ~3 (vil ha|vil have|kræver|want|demand) ~3 (k|tusind|grand|kr|kroner|*000|10k|20k|30k|40k|50k|60k|80k|100k|penge|money)
      (owe|skylder|owes|owed) ~3 (some|nogle|nogen|the|de|dem|them|lads|guys|drenge|boys|people|folk) ~3 (lads|guys|drenge|boys|money|penge|grand|20|30|40|50|k|tusind|people|folk) ~6 (bag|lost|weed|midnight|midnat|til|tabt|taske|after|efter|threat*|scared|bange)
      (arbejde|work|arbejder) ~2 (den|det|it|gælden|gald|my debt|min gæld|min gald) ~1 (af|off) ~2
      (arbejde|work) ~3 (gæld|debt) ~2 (af|off)
      (solgte|solgt|sold|sælge|sælger|løb) ~1 (for|til) ~1 (dem|them|nogen|drengene)
      (pris|price|dusør|bounty) ~1 (på|on) ~1 (mig|mit hoved|me|my head|ham|him)
      (tager|tage|take|takes|taget|taken|hurt|skyder) ~1 (min|my) ~1 (fætter|bror|lillebror|søster|hund|mor|brother|sister|dog|cousin|mum|lillesøster) ~3 (hvis|ellers|if|or|sender|sends|og sender|and send)
      (ellers|or) ~1 (tager|take|hurt|skyder|slår) ~1 (de|they)? ~1 (min|my) ~1 (fætter|bror|lillebror|søster|hund|mor|brother|sister|dog|cousin|mum|lillesøster)
      (ellers|or) (tager|dræber|skyder|slår|smadrer) (de|han)
      or they ~1 (kill|hurt|shoot|beat|will hurt|will kill)
      (de|they) ~1 (har|have|ve|got|know|ved|kender) ~2 (got)? ~2 (where|hvor|adresse*|address|timetable|skema*|schedule) ~4 (søster|sister|bror|brother|brothers|mum|mor|familie|family|works|arbejder|lives|bor|school|skole)
      (står|stand|venter|waiting|holder|parkeret|parked) ~4 (outside|udenfor|foran|nede) ~4 (min mors|min lillebror|lillebror|lillesøster|my mums|my little|my brothers|my sisters|sfoen) ~6
      (venter|waiting|wait) ~1 (på|for) ~2 (lillebror|brother|lillesøster|sister|ham|him|mig|me|bror) ~6 (klubben|skolen|school|gæld|debt|arbejde|outside|udenfor) ~6
      (sort|sorte|black|hvid) ~1 (audi|bmw|mercedes|bil|car|van|golf) ~4 (foran|nede|udenfor|outside|holder)
      (holder|parked|sits) ~2 (sort|black|bil|car|audi|bmw|mercedes) ~4 (foran|nede|udenfor|outside)
      (gemme|holde|hold|keep|hide|opbevare|passe) ~3 (taske|bag|package|pakke|parcel|ting|things|nøgle*) ~6 (nogen|dem|them|someone|væk|gone|tabt|lost|weeks|uger|vil ha|want)
      (carry|carried|bar|køre|kører|drive|drove|fly) ~4 (parcel|package|pakke|en tur|a bag|ting|things|varer) ~8 (dem|them|friend|malmø|hamborg|sverige|family|ellers|or|nat|night|leave)
      (får|make|makes|made|fik) (mig|me|him|ham) ~1 (til at)? (wave|carry|bære|sælge|hente|køre|lukke|hold|stå|transport*|slip|let) ~6 (container*|things|ting|pakker|hash|varer|bags|dem|through)
      (family|familien|gang|banden|crew|gruppen) ~1 {not} (leave|forlader|slipper|let) ~2
      (i|in) the family ~4 {not}? leave
      (melde|meld) ~1 (sig|mig) ud ~6 (koster|cost|fingre|fingers|penge|bøde)
      (without|uden|mindre|minus) ~2 (teeth|tooth|tænder|fortænder|tand|fortand|finger|fingre)
      (tand|tooth|teeth|tænder|fortand|fortænder) ~2 (mindre|missing|knocked|slået|smadret)
      (sten|stone|brick|mursten|molotov*) ~4 (gennem|through|ind ad) ~2 (ruden|vinduet|window|windows)
      (seddel|note) ~4 (gennem ruden|ruden|gennem vinduet|brick|stone) ~3
      (cut|klippet|shaved|barberet) ~4 (hair|hår|håret) ~5 (warning|advarsel|straf)
      (warning|advarsel) ~2 (til|for|from|fra) ~2 (tonight|i aften|dem|them|next|næste)
      mitid ~8 (truer|står de|kommer de|threat*)
      (siger|tell|fortæller|sladrer|snitch*) ~3 (nogen|anyone|noget|politi*|det) ~4 (står de|kommer de|they come|de kommer|slår de|they will|dræber de|tager de)
      (tør|dare) ~1 {not} ~2 (forlade|leave|gå ud af) ~2 (lokalet|klubben|huset|lejligheden|the house|the room|my room)
      (bange for|afraid of|scared of) ~2 (drengene|rockerne|dem jeg|the guys|the lads|those guys|people i owe)
      (tvinges|tvunget|forced|made) ~3 (til at|to) ~1 (opbevare|sælge|gemme|hold|store|hide|sell|carry|transport*) ~4
      (have|har|holder|keep|keeps) ~1 (taken|taget)? ~1 (my|min) (dog|hund|kat|cat) ~6 (video|money|penge|until|til|ellers)
      (pays|betaler|pay) ~2 (someone|nogen|dem|them) ~2 (every|hver) ~2 (friday|fredag|uge|week|måned|month|monday|mandag) ~9
    `),
  },
];
