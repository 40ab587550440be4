/**
 * Danger around a person said plainly: to be sent away or married off, threats, debts, nowhere to go.
 * Rules of the risk screen, as data; see `risk-rules.ts`.
 */
import { lines, type Rule } from './risk-words.ts';

export const plainAroundRules: readonly Rule[] = [
  {
    intent: 'poisoning_overdose',
    level: 'acute',
    patterns: lines(`
      (tog|taget|took|taken|slugt|swallowed|spist|eaten|drukket|drunk) ~3 (for mange|too many|too much|for meget|a lot of|lots of|en masse|en håndfuld|a handful|alt for mange|dobbelt) ~3 (piller|pills|tabletter|tablets|medicin|meds|painkillers|panodiler|kapsler|dråber)?
      (tog|taget|took|has taken|har taget) ~2 (something|noget) ~9 (svarer|kontakt|wake|awake|answer*|kaster op|foam*|skum|blå|blue|breathing|vejret|ryster|shaking|slap)
      (drak|drukket|drank|drunk|drikker) ~3 (flaske|bottle|flasken|liter|vodka|sprit) ~12 (vågner|wake|svarer|kold|cold|kaster|bevidst*|unconscious|breath*|vejret|kontakt)
      (alkohol*|alcohol) (forgift*|poison*)
      (medicin*|pills|piller|tablets) ~9 (tom*|empty|mangler|missing) ~6 (hun|han|she|he|my son|my daughter|min)
      (barn|barnet|baby|toddler|lillebror|lillesøster|son|daughter|year old|årige) ~4 (spist|ate|eaten|slugt|swallowed|drukket|drank|drunk) ~3 (piller|pills|opvask*|klorin|bleach|batteri|battery|medicin|tablets|rengøring*|bær|berries|parfume|white spirit)
      (stung|bidt|bitten) ~2 (by|af) ~1 (a|en)? (snake|hugorm|slange)
    `),
  },
  {
    intent: 'honour_conflict',
    level: 'acute',
    patterns: lines(`
      (ticket|billet*|flybillet*) ~4 (one way|enkelt|uden retur|kun ud)
      (returbillet*|hjembillet*|return ticket*) ~5 (kun|only|de andre|the others|not for me|ikke til mig)
      (sent|sendt|send|sende|sender) (away|væk|to a camp|på lejr for|back to|tilbage til) ~6 (fixed|rettet|june|juni|sommer|summer|opdrag*|land|country|family|familie|fordi|because)
      (be fixed|blive rettet|helbredt for|cured of|lystre|to obey|learn to obey)
      (leave|efterlade|left|efterlader|leaving|behold*) ~3 (me|mig|her|ham|lillebror|søster|brother|sister|hende|him|os|us) ~1 (in|i) (lebanon|libanon|somalia|irak|iraq|pakistan|tyrkiet|turkey|afghanistan|syrien|syria|marokko|morocco|iran|egypten|egypt|kenya|mogadishu|kabul|jordan)
      (onkler|uncles|brødre|brothers|fætre|cousins|familie|family|onklerne) ~6 (kill|dræbe|hente mig|fetch me|på vej|break my|brække|slå os|kill us|kill me)
      (forloves|forlovet|forlovelse*|engagement|engaged|forlove) ~9 (ikke mig|ik mig|græder|crying|tears|sagt ja|celebrated|spurgt|man of|mand på)
      (er|blev|am|was|im) (gift|married) ~5 (14|15|16|17|fourteen|fifteen|sixteen|seventeen)
      (gift|married|marry|nikah|vies|viet) ~5 (moske|mosque|imam) ~6
      (bytte|trade|swap|exchange|bytter) (mig|me|hende|her) (med|for|with)
      (åbner|opens|læser|reads|tjekker|checks|check) ~3 (alle mine|all my|mine breve|my letters|my phone|min telefon|everything|det hele) ~12 (skriv|write|ikke hjemme|not home|finder mig|skolen|school|brev|letter|hjem)
      (dont|do not|ikke|ik|must not) ~1 (write|skriv|send|ring|call) ~2 (to|til|hjem|home|my house|mit hus|brev) ~9 (check|tjekker|read|læser|they|de|far|bror|sent away)
      (undersøges|undersøgt|checked|examined|tjekkes) ~6 (jomfru|virgin|pure|ren|hel)
      (svigermor|svigerfar|mother in law|svigerfamilie*|in laws) ~4 (låse|låser|locks|lock|forbyder|slår|hits|bestemmer|keeps|takes my)
      (må|allowed) ~1 (kun|only) ~3 (gå|go|leave|ud|out) ~3 (med|with) (hende|ham|him|her|min|my|a man|en mand)
      (wrong religion|forkert religion|anden religion|forkerte tro|dansk kæreste|kristen kæreste) ~12 (kill|dræb*|slå*|familie|family|uncles|onkler|far|brødre)
      (isnt|not|ikke|ik) ~1 (back|tilbage|hjemme) ~1 (efter|after|til) ~1 (summer|ferien|sommer*|the holidays|holidays) ~6 (tell|sig|fortæl|sige|someone|nogen|not ill|remember|husk|politi*)
      (to pass|rejsen|rejse|skal rejse|flight|flyet) ~8 (smykker|bryllup|wedding|jewellery|kjole|dress|min størrelse|my size)
      (familie|family|far|dad|mor|bror|brother) ~6 (sworn|lovet|svoret|siger|said) ~4 (break my legs|brække mine ben|brækker benene|slå mig ihjel|kill me|dræbe mig)
      (vil have|vil ha|want|wants) ~2 (hende|mig|her|me|ham) ~2 (af sted|afsted|sendt|away|over) ~3 (til|to) ~4 (irak|iraq|somalia|pakistan|tyrkiet|turkey|onkel|uncle|bror|brother|hjemland*)
      (tør|dare|dares) {not} ~1 (sige|say) (nej|no) ~3
      (tvangs*|tvinger|forced|forcing|tvunget|made) ~3 (tørklæde|hijab|giftes|gift|scarf|niqab|marry|rejse|travel)
      hold ~2 (hos|with) ~1 (familie|family) ~2 (i udlandet|abroad) ~2 (mod|against)
    `),
  },
  {
    intent: 'threat_to_others',
    level: 'acute',
    patterns: lines(`
      (bringing|bringer|medbringer|tager|tage|kommer med) ~2 (knive|knives|en kniv|a knife|pistoler|guns|våben|weapons|bat|køller|macheter) ~2 (med|to|til|with|på sig|next|mødet|school|skole)
      (billede|picture|photo|story|opslag) ~3 (af|of|med|with) ~1 (en|a|et)? (pistol|gun|kniv|knife|riffel|rifle|våben|weapon) ~9 (mandag|tirsdag|onsdag|torsdag|fredag|monday|friday|klasse*|9|8|school|skole*|ses)
      (huske|remember|husker) (mig|me) ~2 (efter|after) ~3
      (kryds|krydser|crosses|x) ~4 (every seat|hver plads|pladser|borde|seats|seat|desks)
      (gøre|do|gør) ~1 (min|my|mit) ~1 (baby|barn|søn|datter|child|son|daughter) ~1 (noget|something|fortræd|ondt)
      (holdt|holder|held) ~1 (puden|the pillow|en pude|a pillow) ~4
      (way|vej|kørt|gået|driving) ~2 (to|til|hen|over)? ~4 (house|hus|hende|her|ham|him|skolen|school|fyr)? ~4 (with|med) ~1 (petrol|benzin|kniv|knife|en kniv|a knife|et bat|a bat|bat|sine venner)
      (hurt|skade|smadre|beat|dræbe|kill|stikke|stab|tæve) ~1 (my|min|en|a) ~1 (stepdad|stedfar|brother|bror|ex|eks|lærer|teacher|boss|chef|fyr|guy|nabo|neighbour|classmate|klassekammerat) ~3
      (se hvem der|see who|whos) ~1 (griner|laughing|laughs) ~2
      (countdown|nedtælling) ~9 (rifle|riffel|pistol|gun|kniv|school|skole*)
      (list|liste) ~4 (want to kill|wants to kill|vil dræbe|skal dø|kill first|slå ihjel)
      (har|have|got) ~1 (det|what) ~2 (jeg|i) ~1 (skal bruge|need|needs) ~2 (i tasken|in my bag|in the bag)
      (fat i|get) ~1 (en bestemt|en fra|someone|him|ham) ~6 (knive|knives|kniv|knife|bat)
      (stikke|stikker|stab) ~1 (en|someone|somebody|nogen) ~1 (fra|from|ned|on|i) ~4
      (sætte|sætter|set|setting) (ild|fire) (til|to|on) ~3
    `),
  },
  {
    intent: 'group_pressure',
    level: 'acute',
    patterns: lines(`
      (own|owns|ejer|eje) (you|me|mig|dig|him|ham) ~1
      (aldrig|never) ~1 (slipper|slippe|get out|komme ud|let me go|leave) $
      (ellers|or|or else) ~3 (mister|miste|loses|lose) ~2 (finger|fingre|tand|en finger|ben|leg)
      (owe|skylder|borrow|borrowed|lånt|låner|lån) ~9 (hammer|kniv|more every week|week is more|bat|gun|pistol|renter|threat*|true*)
      (bank account|konto|konti|account) ~4 (mit navn|my name|min navn|someone|nogen|dem|them) ~9 (dør|die|outside|udenfor|open more|penge ind|true*|threat*|snakker|talk)
      (send|sende|sender) (pieces|stykker|fingre) (of|af)
      (they|de) (will|vil|kommer til at) ~1 come for (me|him|us)
      (de|they) (kommer|come) (efter|for) (mig|ham|os|me|him|us)
      (skærer|cut|hurt|skyder|skade) ~2 (i)? ~1 (min|my) ~1 (kæreste|girlfriend|bror|brother|søster|sister|mor|mum) ~3 (hvis|if)
      (bevise|prove) ~1 (sig|himself|mig|myself|det) ~2 (ved at|by) ~1 (stikke|stab|slå|røve|skyde|stealing|beating|stabbing)
      (told|bedt|forced|ordered|recruited|tvunget) ~6 (set fire to|sætte ild til|stab|stikke ned|skyde nogen|shoot someone|throw a|kaste en granat|røve|rob) ~2
      (gemme|hide|hides|gemmer|skjule) ~1 (things|ting|noget|bags|pakker) ~1 (in|i|for) ~1 (cars|biler|containers|containere|dem|them|locker*|skab*|værelset)
      (gjort|made) (mig|me|ham|him) (til|a|their) (løber|runner)
      (jakke|vest|jacket) ~2 (med|with) (mærke|rygmærke|patch)
      (stopped|stoppet|forladt|left|ud af) ~2 (gruppen|banden|crew|gang|the crew|the group|dem) ~9 (wheelchair|kørestol|lovet|promised|efter|after|seen|true*|threat*|finde)
      (de|they|some men|nogle mænd) (truer|tvinger|presser|threaten|force|make|makes|made|tvinge) (mig|ham|os|hende|me|him|us|her|my)
      (hilser|nævner|says hi|greet) ~2 (på)? ~1 (min|my) (lillesøster|lillebror|søster|sister|brother|mor|mum)
      (siger|says|said|sagde) ~2 (jeg|i|vi|he|han) ~1 (dør|die|dies|forsvinder|disappear) ~1 (hvis|if)
      (enkelt|one) (tjeneste|favour|favor) ~9 (stadig|still|aldrig|never|slippe|igen)
      (nye sko|new trainers|ny telefon|new phone|dyre sko|designer*) ~12 (forklare|explain|give them back|tilbage|hvor fra|won t say)
      (lent|lånte|udlånt|lånt) ~2 (bank account|konto|mitid|nemkonto|card) ~4 (to|til) ~3
    `),
  },
  {
    intent: 'homeless_tonight',
    level: 'acute',
    patterns: lines(`
      {not} ~2 (komme|kommer|come|go|gå|tage) ~1 (hjem|home|indenfor|inside|ind) ~4 (i nat|tonight|i aften|låst|locked|mere) ~4
      (sover|sov|sove|sleep|sleeping|slept) ~3 (bus|toget|train|trains|s toget|natbussen|lufthavnen|airport|hospital*|vaskeri*|laundry|tankstation*|mcdonalds) ~2 (i nat|hver nat|every night|at night|om natten|tonight|nætter|nights)
      (alt|everything|hele mit liv|mine ting|my things) ~2 (i|in) ~1 (en|a|to|two)? (sæk|taske|bag|bags|suitcase|suitcases|kuffert|plastikposer|ikeapose*) ~6 (hvor|where|nowhere|ingen|sted|nat|tonight)
      (værelse*|room|lejlighed*|flat|apartment) ~6 (ud|out|leave|væk) ~3 (i dag|today|tonight|i aften|inden|by) ~6 (nowhere|ingen steder|ved ikke|hvor|where|sove|sleep)
    `),
  },
  {
    intent: 'missing_youth',
    level: 'acute',
    patterns: lines(`
      {kin} ~6 (gik|left|went|tog|cyklede|løb) ~8 (ikke kommet|ik kommet|ikke set|not back|not come|hasnt come|not been seen|har ikke|never arrived|aldrig ankom*|kom aldrig|svarer ikke|no answer)
      (note|seddel|besked|text|sms) ~6 (undskyld|sorry|dont look|led ikke|farvel|goodbye) ~6 (væk|gone|child|barn|tom|empty|seng|bed)
      (ingen|nobody|no one|none) ~3 (set|seen|hørt|heard) ~2 {kin} ~3 (siden|since|i|for|all)
      {kin} ~4 (14|15|13|12|16|11|10|17) ~4 (er|is|has been|har været) (væk|gone|missing|forsvundet|savnet)
      (older|ældre|voksen) ~1 (mand|man) ~9 (passport|pas|bagage|luggage|kørt|drove|car|bil) ~6 (pige|girl|her|hende|dreng|boy)
      (teenage|ung|lille) ~1 (girl|pige|boy|dreng) ~9 (alone|alene) ~6 (night|nat|station|motorvej*|highway)
    `),
  },
];
