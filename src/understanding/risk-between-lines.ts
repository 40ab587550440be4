/**
 * Danger that is said without its own word: a farewell, a place, a date, a sight.
 * Rules of the risk screen, as data; see `risk-rules.ts`.
 */
import { lines, type Rule } from './risk-words.ts';

export const betweenLinesRules: readonly Rule[] = [
  {
    intent: 'suicidal_thoughts',
    level: 'acute',
    patterns: lines(`
      (nu|i aften|i nat|tonight) ~1 (gør jeg det|i do it|ill do it|im doing it|sker det|im gonna do it|i think i do) $
      (i aften|i nat|i morgen|tonight|tomorrow|weekend*) ~2 (er det slut|slutter det|er det forbi|er alt slut|its over|it ends|it will be over|its all over)
      (taget|tager|tage|take|taking|took) afsked ~1 (med|fra)
      (sagt|sagde|said|saying) ~1 (farvel|goodbye) ~1 (til|to) ~2 (hund*|kat*|dog|cat|søskende|søster|bror|min|mine|my)
      (givet|giver|foræret|forærer|gave|giving|given) ~5 (ting|ejendele|stuff|things|belongings|tøj) ~2 (væk|away)
      (giving|gave|given) away ~3 (things|stuff|everything|belongings)
      (har|have|got) ~2 (reb|rebet|rope|løkke|noose) ~4 (klar|alene|ready|nobody|no one|alone|her|here|home|$)
      har ~1 (plan|planen) ~5 (skal bruge|klar|klart|gemt)
      (have|got) ~1 plan ~5 (need|ready|everything)
      (står|sidder|stands|standing|sitting|sits) ~2 (på|on|ved|at) ~2 (skinnerne|sporet|broen|bro|tagkanten|kanten|perronen|rækværket|gelænderet|tracks|bridge|ledge|edge|roof|rooftop|railing|parkeringshus*)
      (på|on) ~2 (balcony railing|altangelænder*|altankanten|railing|tagkanten)
      (er|be|am|være) ~2 (her|here) {not} (mere|længere|længer|anymore)
      (bedre|lettere|nemmere|better|easier) ~5 (hvis|if) (jeg|i|han|hun) {not} (er|var|is|was|am|are) (her|here|til|around)
      (valgt|bestemt|besluttet|decided|chosen|picked) ~3 (dag|dagen|dato|datoen|day|date|at dø|to die|at gøre det)
      (valgt|bestemt|besluttet|decided|chosen) ~4 (slut|ende|end) ~2
      (hvor lang tid|hvor længe|how long) ~5 (finder|opdager|find|finds|found) ~3 (en|mig|nogen|lig|liget|me|body|you)
      (lyst til|vil bare|want to) ~1 (forsvinde|disappear) ~2 (jeg mener|mener|for altid|forever|for good)
      {not} (betyder|matter|matters) ~2 (i morgen|tomorrow|mere|anymore) ~4 (sørget|made sure)
      (in|i) ~1 (morgen|tomorrow) ~2 {not} ~1 (matter|betyde*)
      (guts|modet|mod) ~3 (do it|gøre det) ~6 (tonight|i aften|i nat|now|nu)
      (sidste|last) (gang i hører|gang du hører|time you hear|time you will hear) ~1
      (fundet|found|finder|skrevet|wrote) ~4 (afskeds*|farvelbrev*|goodbye letter*|goodbye note*)
    `),
  },
  {
    intent: 'life_danger',
    level: 'acute',
    patterns: lines(`
      {not} ~2 (stop|stoppe|stopper|stoppet|stops) ~2 (bløde|blødning*|bleeding|blodet|blood)
      (stopper|stop|stoppe|holder) {not} ~3 (bløde|bleeding|blødning*)
      (blødning*|bleeding|blodet|blood) ~2 {not} ~1 (stop|stoppe|stopper|stoppet|stops)
      (slugt|sluger|swallowed|spist|ate) ~2 (glas|glass|glasskår|nåle|needles|skruer|søm|magneter|magnets|batterier|batteries|blade*) ~1 (med|$|og|on purpose|and)
      (blå|blue|grå|grey) ~1 (læber|lips|i hovedet|in the face)
      (læber|lips|ansigt|face) ~2 (er|are|is|blev) (blå|blue|grå|grey)
      (eyes|øjne|øjnene) ~1 (rolled|roll|rolling|ruller|rullede|vender|vendte) ~2
    `),
  },
  {
    intent: 'poisoning_overdose',
    level: 'acute',
    patterns: lines(`
      (drukket|drak|drikker|drank|drunk|drinking) ~2 (ethanol|metanol|methanol|kølervæske|lightervæske|neglelakfjerner|parfume|håndsprit|hand sanitizer|husholdningssprit|maling|paint thinner|lampeolie|white spirit)
      (drukket|drak|drank|drunk|slugt|swallowed|spist|ate) ~4 (under the sink|under vasken|fra garagen|from the garage|cleaning cupboard|rengøringsskab*|fysiklokal*|kemilokal*|chemistry lab)
      (tog|taget|took|taken|spist|slugt|swallowed) ~1 (alt|alle|hele|everything|all) ~6 (medicinskab*|medicine cabinet|medicine cupboard|cabinet|pilleæske*|pill box)
      (beruset|fuld|drunk|stiv|påvirket) ~4 (kold|iskold|cold|ligger|svarer|svare|freezing|stand up|stå op)
    `),
  },
  {
    intent: 'violence_close',
    level: 'acute',
    patterns: lines(`
      (holder|holdt|keeps|kept|holding|keeping|spærret) ~1 (mig|hende|ham|os|me|her|him|us) ~1 (indespærret|spærret|fanget|inde|locked|prisoner|captive|trapped|hostage)
      (indespærret|spærret inde|locked in|trapped) ~6 (toilet*|badeværelse*|lejlighed*|bathroom|flat|apartment|kæreste*|boyfriend|mand|husband)
      (finish|afslutte|gøre færdig) ~2 (what he|what she|det han|det hun|det de) (started|begyndte|startede)
      (får|fik|giver) ~2 (tur|røvfuld|omgang|omgange|lussing*) ~3 (fortjener|deserve|fortjent)
      (skriger|skreg|råber|råbte|screaming|screams|yelling|shouting|crying) ~2 (stop|hjælp|help|lad være|slip mig|no dad|nej far)
      (håndaftryk|handprints|handprint|mærker|marks|strangulation*) ~2 (på|on|around|om|omkring) ~2 (halsen|hals|neck|throat)
      {hits} ~2 (mig|os|ham|hende|me|us|him|her) ~1 (med|with) ~1 (ledning|bælte|bæltet|kabel|stok|pind|belt|cable|wire|stick|cord|slange)
      (slår|banker|hitting|beating|hits|beats) ~1 (hende|ham|mor|her|him|mum|mom) (nu|lige nu|now|right now)
      (skyder|skyde|shoot|dræber|kill) ~1 (os|us) ~1 (alle|alle sammen|all)
      (far|dad|stedfar|mand|husband|kæreste|boyfriend|ex|eks) ~1 (choked|strangled|kvalte) ~1 (me|mig|her|hende)
    `),
  },
  {
    intent: 'sexual_assault',
    level: 'acute',
    patterns: lines(`
      (jeg|hun|i|she) (sagde|said) (stop|nej|no|fra) $
      (uden|without) ~1 (bukser|trusser|tøj|underbukser|pants|underwear|clothes) ~5 (husker|huske|remember|vågnede|woke|found|fandt)
      (vågnede|vågner|woke) ~5 (uden tøj|uden bukser|uden trusser|helt nøgen|naked|without clothes|no clothes)
      (kommer|came|comes) ~1 ind til mig ~4 (sover|nat|aften*)
      (forces|forced|tvinger|tvang|making|makes) ~1 (me|mig|her|hende) ~2 (sleep with|have sex|have sex with|bed with|sove hos ham|ligge med|i seng)
      (er|is|im|am) (10|11|12|13|14) ~3 (kæreste|boyfriend|mand|fyr|man|guy) ~1 (på|is|er|of|aged)? (19|20|21|22|23|24|25|26|27|28|29|30|31|32|33|34|35|40|45|50)
    `),
  },
  {
    intent: 'acute_psychosis',
    level: 'acute',
    patterns: lines(`
      (naked|helt nøgen|uden tøj på) ~3 (vejen|gaden|road|street|balcony|altan*|taget|roof|haven|sneen)
      (stemmen|stemmerne|stemmer|voice|voices|the voice) ~1 (siger|sagde|says|tells|vil have|beder|told) ~6
      (hjerne|brain|organer|tanker|blod) ~1 (ud|out|udskiftet|replaced|byttet|swapped|stolen|stjålet)
      (skiftet|udskiftet|replaced|swapped|byttet) ~1 (min|mit|my|hendes|hans|his|her) (hjerne|brain|krop|body|blod|blood|familie|family)
      (maden|alt|alting|vandet|food|everything|water) ~1 (er|is|være|being) (gift|giftigt|forgiftet|poison|poisoned)
      (gud|god|djævlen|devil|allah|jesus|angels|engle) ~2 (told|tells|siger|sagde|said|beder|vil have|wants) ~4 (ofre|sacrifice|dræbe|kill|rense|cleanse|hoppe|jump|slå)
      (ofre|sacrifice|rense|cleanse|purify) ~3 (søster|bror|barn|familie|hus|huset|sister|brother|child|family|house|verden|world)
      (vågen|oppe|awake|up) ~2 (3|4|5|6|7|tre|fire|fem|seks|syv|three|four|five|six|seven) (dage|døgn|nætter|days|nights)
      (er|is) (jesus|messias|profeten|frelseren|the messiah|the chosen one)
    `),
  },
  {
    intent: 'missing_youth',
    level: 'acute',
    patterns: lines(`
      (gik|skred|smuttede|left|stormed|walked) ~5 nu er (den|klokken)
      (gik|left|stormed|walked) ~6 (still not back|not back|er her stadig ikke|stadig ikke hjemme|not home)
      {not} ~2 (hjemme|hjem|home|back) ~2 siden
      (gået|gone|væk|forsvundet|hentet|kørt) ~3 (ældre mand|voksen mand|fremmed mand|older man|grown man|stranger|varevogn|van)
      (set|seen|spotted) ~1 (med|with) ~2 (ældre|voksen|fremmed|older|grown) ~1 (mand|man|guy|fyr)
    `),
  },
  {
    intent: 'honour_conflict',
    level: 'acute',
    patterns: lines(`
      (skal|tvinges|must|have to|should|supposed to|going to) ~2 (giftes|gifte mig|gifte sig|marry|get married|be married) ~6 (kender|know|mødt|met|vil|want) ~1 ~1 {not}
      (skal|must|have to|should|supposed to) ~1 (giftes|gifte mig|marry|get married) ~3 (lander|ankommer|land|arrive|dernede|there)
      (man|manden|mand|guy) ~1 (i|jeg) ~1 (should|must|have to|skal) ~1 (marry|gifte*)
      (locked|låst|spærret) ~2 (in|inde) ~1 (the house|house|hjemme|værelse*|my room|huset)? ~3 (kæreste|gift|marry|boyfriend|straf*|punish*|since|siden)
      (brødre|brothers|brother|bror|cousins|fætre|onkler|uncles|familie|family|far|dad) ~1 (vil|will|would|ville|gonna) ~1 (kill|dræbe|slå) (me|mig|her|hende) ~1 (ihjel)? ~1 (they|de|han|he|hvis de|$)
      (omskæres|omskåret|omskære|circumcise*|cut) ~2 (sommerferien|ferien|summer|holiday|til sommer)
      (omskæres|omskære)
    `),
  },
  {
    intent: 'threat_to_others',
    level: 'acute',
    patterns: lines(`
      (patroner|kugler|bullets|ammo|ammunition|våben|guns) ~5 (mandag|tirsdag|onsdag|torsdag|fredag|i morgen|monday|tuesday|wednesday|thursday|friday|tomorrow)
      (tæller|counting|counts|loading|lader) ~2 (patroner|kugler|bullets|ammo|ammunition|magasin*)
      (brænder|brænde|burn|burning|sætter ild|sætte ild|set fire) ~3 (kollegiet|skolen|kommunen|huset|klubben|school|house|building|jobcent*|asylcent*|down) ~1 (af|ned|down|i nat|tonight|i aften|i morgen)
      (hurtigt|hurry|quick|hjælp|help|lige nu|right now) ~4 {weapon}
      {weapon} ~4 (get him|get her|get them|tage ham|skade|after school|efter skole|venter på ham|go for)
      (slår|slå|kill|killing) ~1 (min lærer|læreren|my teacher|ham|hende|him|her|dem|them) ~1 (ihjel)? ~1 på? (mandag|tirsdag|onsdag|torsdag|fredag|i morgen|monday|tomorrow)
      (real|ægte|rigtig) (gun|pistol|kniv|knife|weapon|våben) ~4
    `),
  },
  {
    intent: 'group_pressure',
    level: 'acute',
    patterns: lines(`
      (opgangen|døren|hoveddøren|gården|porten|hallway|door|downstairs|outside) ~3 (vil have|kræver|want|wants|demand*) ~2 (penge|money|1000|2000|5000|10000|20000|10|15|20|25|30|50|kr*|pengene|cash)
      {weapon} ~1 (mod|op mod|til|against|to|at) ~1 (mit|min|mig|my|me|hans|his) ~1 (ben|hoved|mave|hals|knæ|leg|head|stomach|throat|knee)?
      (kørt|taget|trukket|took|taken|dragged|forced) ~3 (væk|ind|bil|bilen|car|van|away|into) ~8 (skylder|owes|owe|owed|drugs|stoffer|hash|gæld|penge|debt|money)
      (næste gang|next time) ~3 (skyder|shoot|dør|dead|knæ*|dræber|kill)
    `),
  },
  {
    intent: 'homeless_tonight',
    level: 'acute',
    patterns: lines(`
      (smidt|kastet|sparket|kicked|thrown) (ud|out) ~5 (ingen penge|no money|t shirt|uden tøj|uden jakke|ingen steder|nowhere|uden noget|fryser|freezing|cold|just now|lige nu)
      lige ~1 (blevet)? (smidt|kastet) ud ~1
      (herberg*|shelter|shelteret|natvarmen|varmestuen) ~2 (fyldt|fuldt|lukket|full|closed|afvist*)
      {not} ~1 hvor ~3 (sove|overnatte|sover) ~1
      {not} ~1 (know)? where ~3 (sleep|sleeping) ~1
      (sover|sove|sleeping|sleeps|slept) ~1 (ude|under|udenfor|outside)? ~1 (under)? ~1 (broen|bridge|en bro|åben himmel|viadukten|halvtag*)
      (hvor|where) ~3 (går|gå|go) ~1 (hen|jeg hen)? nu ~5 (minus|fyldt|fryser|lukket|koldt)
    `),
  },
];
