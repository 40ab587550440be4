/**
 * Away from home: nowhere to sleep, not come back, to be sent away; and threats told without the word.
 * Rules of the risk screen, as data; see `risk-rules.ts`.
 */
import { lines, type Rule } from './risk-words.ts';

export const goneRules: readonly Rule[] = [
  {
    intent: 'homeless_tonight',
    level: 'acute',
    patterns: lines(`
      (låsen|låsene|the lock|the locks|locks|dørkoden) ~2 (er)? ~1 (skiftet|changed|udskiftet|been changed)
      (de|han|hun|far|mor|dads|dad|mum|they|he|she|udlejer*|landlord|husband|mand) ~3 (skiftet|changed) ~2 (låsen|låsene|lock|locks|code|koden)
      (nøgle|key|nøglen) ~2 (passer|virker|works|fits|work|fit) {not}
      (mine|my) ~1 (ting|sko|tøj|things|stuff|bags|shoes|taske|tasker|kuffert|belongings) ~5 (på trappen|i sække|i sorte sække|on the stairs|outside|i opgangen|in the corridor|ud af vinduet|out of the window|på gaden|on the street)
      (sæk|sække|bin bags|black bags) ~2 (på trappen|on the stairs|outside|ude foran|i opgangen)
      (put|threw|smed|smidt|stillede|kastede) ~1 (my|min|mit|mine) ~1 (bag|dyne|ting|tøj|taske|things|stuff|clothes|suitcase) ~3 (ud|out|corridor|in the|på trappen|vindue*|opgangen)
      (sidder|sitting|står|standing|sit|stand|siddet) ~4 (banegården|stationen|station|vaskekælder*|kirke*|church*|trappen|stairs|stairwell|bænk*|bench|busstop*|rasteplads*) ~5 (med|with) ~4 (taske*|bag|sportstaske|suitcase*|kuffert*|ting|things|4 procent|baby|kat|cat)
      (church door|kirkedøren|at the door) ~4 (with her|with his|med sin|suitcase)
      (nattebussen|natbussen|nattebusser|night bus|bus|bussen) ~5 (frem og tilbage|back and forth|til det bliver lyst|til den stopper|all night|hele natten|until morning)
      (sove|sover|sleep|ligge|ligger|sov|sovet|slept|crash|kipping|kip|blive siddende|spend the night|ligget) ~5 (venteværelse*|waiting room|lobby|klubhus*|clubhouse|omklædning*|changing room*|redskabsrum*|redskabsskur*|klasselokale*|trappeopgang*|opgang*|stairwell|p plads*|car park|sin bil|min bil|his car|her car|my car|vaskekælder*|kælderrum*|busskur*|bus shelter|under broen|under a bridge)
      (sovepose|sleeping bag) ~6 (bag|behind|redskab*|skur*|målene|omklædning*|goals|changing)
      (åbent|open|åben) ~4 (hele natten|all night|at night|om natten|i nat) ~5 (varm*|warm*)
      (varmt|warm|warmth) ~5 (hele natten|all night|at night|i nat|tonight)
      (sover|sove|sleeping|sleep|ligger|står|sidder|bor) (ude|udenfor|outside) ~6 (sner|snow*|fryser|frost|frostvejr|freezing|minus|rains|regner|koldt)
      (i nat|tonight|natten|sengen|bed) ~4 (kun|only|just|er|is|got|have) ~3 (parken|the park|park|bus shelter|busskuret|bænken|the bench|trappen|stairs|stationen)
      (bænken|bench|parken) ~3 (igen|again|stationen|i nat|tonight)
      (basically|kun|only|just) ~1 (got|have|har)? ~1 (the bus shelter|busskuret|bænken|the park)
      (be out by|gotta be out|have to be out|must be out|pack by|være ude inden|ud kl|out by) ~3 (kl|9pm|10pm|8pm|6|six|tonight|midnight|midnat|i aften|today|i dag|10|9|8)
      (min|minutter|minutes|timer|hours) ~3 (til|until) ~2 (jeg|i|vi) ~2 (ska|skal|must|have to) ~1 (være ude|be out)
      (sat|put|smidt|kicked|thrown|kylet) ~1 (mig|ham|hende|me|him|her)? (ud|out|på gaden) ~1 (i formiddags|i dag|i aften|i nat|i morges|this morning|today|tonight|ago|just now|20 mins ago|10 mins ago)
      (sat|sætter) på gaden
      (opholdsted*|opholdssted*|host|værtsfamilie*|bosted*|institution*|hostel|shelter|herberg*|krisecenter*|mit bosted) ~5 (smed|smidt|turned|ingen plads|no room|no space|afvis*|says pack|fuldt|full|måtte gå|ikke plads)
      (turned|sent) (her|him|me|us) away
      (find|finde) ~1 (et andet sted|somewhere else|another place) ~3 (at være|at vare|at bo|to be|to live|to stay|at sove) ~9 (lukkede|lukte|lukket|closed|døren|door|shut|strømper|nu|tonight|i nat)
      (har|have|got) ~1 (kun|only)? ~2 (strømper|socks|no coat|no shoes|ingen sko|ingen jakke|uden jakke) ~6 (udenfor|outside|døren|door|code|koden|på)?
      (sofa|sofaen|couch|fyren jeg sov hos|hende jeg bor hos) ~8 (slut|nok af mig|be out|out by|ikke mere|no more|came back|kom hjem)
      (hvor|where) ~3 (lægge mig|sleep|lay my head|go now|ender i nat)
      (lukker|closes|close|lukker kl) ~8 (derfra|after that|then|så) ~4 (ved|know|ved jeg|bus shelter|hvor) ~3 {not}?
      (derfra|then|så|after that) ved jeg {not}
      (plan b|a plan b) ~6 (i aften|tonight|i nat|sove|out)
      (må|kan|ka|can|may) ~2 (han|hun|jeg|i|he|she) {not} ~2 (have|have ham|bo|blive|stay) ~4 (natten over|overnight|i nat|tonight)
      (been|været) (out|ude) ~1 (since|siden) ~1 (yesterday|i går|i forgårs|fredag|torsdag|mandag|last night)
      (lejer|tenant|ung|unge) ~5 (på trappen|on the stairs|på gaden) ~6 (ringe til|to call|kat|ingen)
    `),
  },
  {
    intent: 'missing_youth',
    level: 'acute',
    patterns: lines(`
      (seng|sengen|bed|værelset) ~2 (urørt|untouched|not slept in|ikke brugt|ik brugt|ikke sovet i|hasnt been slept|wasnt slept)
      {kin} ~6 (skulle|was supposed|should|were supposed) ~2 (ha været|have været|være|been|be|have been|ha vært) ~2 (hjem|hjemme|home|back|her)
      {not} ~2 (vendt|vende|komme|kommet|kom|kommer|come|came|returned) ~1 (retur|tilbage|hjem|back|home) ~4 (natten|nat|nætter|night|nights|siden|since|fra|from|dage|days|to|two|endnu|yet|aften|evening)
      (gik|went|tog|left|go|cyklet|cyklede|kørte) ~9 (siden|since|today is|nu er) ~4 (ingenting|nothing|no word|ikke|ik|never|mandag|monday|gone|mørkt)
      (siden|since) ~2 (fredag|lørdag|søndag|mandag|tirsdag|onsdag|torsdag|i går|i forgårs|yesterday|friday|saturday|sunday|monday|tuesday|wednesday|thursday|i morges|this morning) ~2 (ingenting|intet|nothing|ikke en lyd|ik en lyd|not a word|no word|gone)
      {not} ~1 (været|been|blevet) (set|seen) ~3
      (sidst set|last seen)
      (is|he|she|been|shes|hes|hun|han|gone|væk) ~2 (been)? (gone|væk) (since|siden) ~1
      (gone|væk|hjem|home|cyklet|gik|gået|went|siden|since|hun|han|datter|søn|son|daughter|shes|hes) ~9 (phone is off|phone off|phones off|telefonen er slukket|tlf er slukket|mobilen ligger|telefonen ligger|går direkte på|straight to voicemail|går direkte til)
      (telefonen|mobilen|phone|tlf) ~1 (går|goes) (direkte|straight)
      (lost contact|mistet kontakten|mistede kontakten) ~1 (with|til|med) ~4 (søn|son|daughter|datter|elev|student|dreng|pige|him|her|ham|hende|boy|girl)
      (mangler|missing|mister) ~4 (en elev|et barn|et af børnene|one pupil|one student|en dreng|en pige|one of the|én elev) ~2
      (aften)?optælling ~6 elev
      (kun den ene|only one) ~3 (kommet|came|come|back|tilbage)
      (samlede|picked|hentede|hentet) ~3 (ham|hende|him|her|girl|boy|pige*|dreng*|daughter|son|op|up) ~9 (siden|since|ingen|neither|nobody|ikke|ik|answered)
      (puder|pillows|puderne) ~2 (under|beneath) ~1 (dynen|the duvet|the covers|the blanket)
      (note|seddel) ~3 (dont look|led ikke|ikke led|not to look)
      (bøger|madpakke|skoletaske|school bag) ~8 (mørkt|dark|kom aldrig|never came)
      (kom|came) (aldrig|never) ~1 (hjem|home|frem) ~4
      {kin} ~4 (kom|came) (aldrig|never) ~1 (tilbage|back|fra|from)
      (vi har|have|har) (aldrig|never|ikke|ik) set (ham|hende|him|her) ~2 (siden|since|og|and|$)
      (prik|prikken|snap kort|snapkort|snap map|snap kortet|find my iphone|location) ~8 (stået stille|skoven|malmø|grænsen|udlandet|border|still|hasnt moved|abroad|tyskland)
      (hun|han|she|he|pige|dreng|datter|søn) ~8 (tog|train|bus|a train|toget) ~3 (til|to|went|kørte) ~3 (malmø|sverige|sweden|tyskland|germany|berlin|grænsen)
      (stået|siddet|standing) ved vinduet
      (ikke|ik|not|no) ~1 (hjem|home) ~8 (bil|car|nætter|nights|siden|since)
      (i dag er det|today is|nu er det|det er) ~2 (anden|tredje|second|third|andet|tredie) (dag|nat|day|night|døgn) ~2
    `),
  },
  {
    intent: 'honour_conflict',
    level: 'acute',
    patterns: lines(`
      (billet*|ticket|tickets|flybillet*) ~5 (ik har retur|ikke har retur|uden retur|no return|without return|kun ud|enkelt)
      (kun|only|no|ingen|ikke|ik) ~3 (hjembillet*|returbillet*|return ticket*|hjemrejse|flight home)
      (pas|passet|passport) ~4 (pengeskab*|the safe|locked|låst|flyttet|gemt|hidden|took|taken|taget)
      (keep|keeps|hides|gemmer|holder) ~1 (my|mit) (passport|pas)
      (lovet|promised) ~1 (væk|bort|til en|til min|away|to a|her to|me to|to my|to marry)
      (åbenbart|apparently|fandt ud af) ~4 (forlovet|engaged|skal giftes|getting married)
      (forlovet|engaged|gift) ~6 (fandt ud|found out|uden at jeg|without asking|uden at spørge|gruppechat)
      (inden|before|efter|until) ~1 (forlovelsen|brylluppet|vielsen|the wedding|the engagement|my wedding)
      (ringen|the ring|kjolen|the groom|manden|ham|brudgom*|husband) ~2 (er|is|was|bliver) ~1 (valgt|chosen|fundet) ~3 (ikke|ik|not|af|by)
      (valgt|chosen) ~2 (af|by) ~1 (min familie|my family|mine forældre|my parents|min far)
      (tilbage|back) ~4 (mand|manden|husband) ~4 (familie|family)?
      (familie*|family|brødre|brothers|onkel|uncle|aunt|tante|moster|mand|manden|husband|de|they) ~6 (hente|bring|fetch|take|trække|drag) ~1 (mig|hende|me|her|him|ham) ~1 (tilbage|back|hjem|back home) ~3
      (to be|bliver|skal|be|get) (married|gift|giftet|viet) ~8 (seventeen|sixteen|fifteen|fourteen|17|16|15|14|sytten|seksten|femten)
      (marry|married|gift|giftes|giftet) ~8 {not} ~2 (agree|want|vil|ville|spurgt|asked)
      (hvis|if) ~2 {not} ~2 (gifter|gift|marry) ~8 (hånden af|værre|worse|slår|kill|disown*|udstødt)
      (ægteskab|marriage|gift) ~3 (tvunget|tvang|forced|tvinges)
      (opdragelsesophold|opdragelsesrejse|genopdrag*|bliver rettet|to be corrected|be corrected|straightened out|lære respekt|lære at opføre|learn respect|learn to behave|where girls learn|hvor piger lærer)
      (ske|skeen|spoon|metalske) ~6 (undertøj*|underbuks*|trusse*|underwear|knickers|bh|lufthavn*|airport|alarm*)
      (say|siger|sige|råbe|fortæller|tell|tells) ~3 (something|noget|someone|politiet|police) ~2 (at the airport|i lufthavnen|airport|lufthavnen)
      (lufthavnen|the airport|airport) ~6 (tirsdag|onsdag|torsdag|wednesday|tuesday|thursday|hjælp|help|tvunget|meet someone)
      (fætre|fætrene|brødre|brødrene|cousins|brothers|onkler|onklerne|uncles) ~6 (follow*|følger|venter|wait*|outside|holder øje|leder efter|kører rundt|skiftes|shifts|turns|står|kommer i aften|kommer lørdag|for at snakke|looking for|er stille|quiet|ved jeg|ved det|know about|know i)
      (bror|brother|lillebror|fætter|cousin) ~8 (face unlock|film*|sporer|tracks|history|historik|opgave at|følger mig|follows me|ska med|skal med overalt)
      (onkel|uncle|farbror|morbror|far|dad|father) ~6 (kommer|comes|flies|flyver) ~8 (snakke|talk|hente|fetch|bring|billedet|picture|billeder)
      (så|set|saw|seen|opdaget|fundet|found) ~4 (kæreste|hånd i hånd|holde i hånd|holdt i hånd|med en dreng|with a boy|holding hands|billedet|the texts|beskederne|the picture|billeder|uden tørklæde|without scarf|without hijab|without my scarf) ~12 (familie*|fætre*|onkel|far|bror|brødre|family|brother*|uncle*|dad|they|låst|låser|kommer|let out|aunt|tante|moster)
      (ved|know|knows) ~3 (har en kæreste|have a boyfriend|har en dansk kæreste|my boyfriend|er til drenge|im gay) ~8 (stille|quiet|bange|afraid|hvad gør|what will)
      (billede*|picture) ~2 (uden|without) (tørklæde|scarf|hijab) ~8
      (shame|skam|skammen|family name|familiens navn|æren|familiens ære|the honour|honor) ~6 (wash*|clean*|dirty|vask*|rens*|betal*|blood|blod|one way|beskidt)
      {not} ~1 (let out|lukket ud|allowed out|lov at komme ud|lov til at komme ud|sluppet ud) ~4
      (siden|since) ~2 (i går|yesterday|mandag|tirsdag|de|they) ~3 (er)? ~1 (døren|the door) ~1 (låst|locked)
      (locked|låst|låser|lock) ~1 (me|mig|hende|her|him|ham) ~1 (in|inde) ~3
      (til drenge|til piger|kan li drenge|kan lide drenge|homo|homoseksuel|gay|bøsse|lesbisk|lesbian|bi|trans) ~12 (finder ud|fundet ud|find out|found out|opdager|så er det slut|dræb*|hans sim|ud af skolen|kill|slår)
      (finder ud|find out|found out|opdager|opdaget|fundet ud) ~5 (til drenge|til piger|gay|homo*|lesbisk*|bøsse|trans) ~8
      (lillesøster|søster|sister|datter|daughter|kusine|niece) ~3 (ordnes|ordnet|omskæres|renses|be cut|be circumcised|gøres ren)
      {not} ~3 (by own wish|of my own|of her own|af egen vilje|egen fri vilje|own free will)
      {not} ~2 (blevet spurgt|been asked|was asked) ~3
      (meldt mig ud|taken out of school|tage mig ud af skolen|taget ud af skolen|ud af skolen) ~10 (land|country|rejse*|flytte*|forlov*|hjem|trip|fordi vi)
      (8 uger|seks uger|to måneder|three months|tre måneder|ubestemt tid|indefinite) ~8 (familiebesøg|familie|land|hjemland|family|country|visit)
      (jeg|i|hun|she) ~1 (kommer|come|comes|will) {not} ~1 (tilbage|back|come back) ~3 (hvis|if|ja|yes|ferien|holiday|januar|august)
      (not|ikke|ik) back after (holiday|ferien|summer|sommer*)
      (asked|spørge|spørg) ~4 (efter mig|efter hende|for her|for me) ~4 (januar|januar|after|efter|ferien|holiday|august)
      (i skjul|in hiding|hiding|gemmer sig) ~8 (brødre|brothers|familie|family|fætre|cousins|onkler)
      (they|de) ~1 (took|tager|take) ~1 (my|mit|min) ~1 (phone|telefon|sim) ~4 (passport|pas|wedding|bryllup)
      (grandfather|bedstefar|farfar|far|father|family|familie) ~3 (promised|lovet) ~1 (her|hende|me|mig)
      (flyet|fly|flight|rejser|rejse|flyver|afrejse|leave|fly) ~4 (fredag|søndag|lørdag|friday|sunday|saturday|juli|august|den 14|the 14th) ~8 (gift*|marry|wedding|tvang*|forced)
      (gift*|marry|marriage|wedding|tvang*|forced|ægteskab*) ~10 (flight|flyet|flybillet*|rejser|billet*|plane) ~6
      (kommet|came|been) ~3 (en mand|a man) ~4 (te|tea|målte|measured|finger|gold|guld)
    `),
  },
];
