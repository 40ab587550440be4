/**
 * Danger from other people: assault, violence at home, honour, gangs.
 * Rules of the risk screen, as data; see `risk-rules.ts`.
 */
import { lines, type Rule } from './risk-words.ts';

export const abuseRules: readonly Rule[] = [
  {
    intent: 'sexual_assault',
    level: 'acute',
    patterns: lines(`
      (blev ved|fortsatte|kept going|kept on|carried on) ~3 (selvom|selv om|even though|although|da) ~2 (nej|no|stop)
      (puttet|put|puttede|hældt|spiked|drugged|bedøvet|dopet) ~4 (drink|drinken|drinks|glas)
      (haft|had|have|having|havde) (sex) ~1 (med|with) (mig|me|hende|her|ham) ~5 (uden|while|mens|without|jeg sov|asleep|fuld|drunk|drink|bevidstløs)
      (spiked|drink) ~6 (sex)
      (tvinger|tvang|presset|presses|presser|forced|pressured) ~4 (blowjob|i seng|til noget seksuelt|oralsex|sutte|røre)
      (tog|tager|rev|trak|took|pulled|ripped) ~2 (bukserne|trusserne|tøjet|blusen|kjolen|pants|clothes|underwear|skirt) ~1 (af|off|ned|down) ~1 (mig|me|hende|her)
      (gjort|gjorde|gør|did|done) ~1 (noget|something|ting|things) (ved|med|to) (mig|hende|ham|me|her|him)
      (forgreb|forgribe|forgrebet|befamlet|befamler|befamlede|misbrugt|molested) ~2
      (rører|rørte|rørt|røre|touched|touches|touching) ~2 (mig|hende|me|her) ~5 {not} ~1 (vil|ville|want|wanted|lyst)
      (klam|beskidt|dirty|disgusting|ulækker) ~3 (efter det han|after what he|after he)
      (filmede|filmet|filmed|optaget|recorded) ~6 (forgreb|overgreb|sex|mig nøgen|hende nøgen|naked|uden jeg|without me)
      (voldtaget|voldtog|voldtage|voldtager|voldtægt*|voltaget|voltægt|voldtæget|raped|raping|rapist|gruppevoldt*|incest)
      (was|been|got|tried to|to|about|of|attempted|date) rape
      (seksuel*|sexuel*|sexual*|seksuelt|sexuelt) ~3 (overgreb|krænk*|misbrug*|udnyt*|assault*|abus*|harass*|grænseover*|touch*|rør*)
      (misbrugt|misbruger|misbrugte|krænket|krænker|krænkede|forgrebet|forgriber|udnyttet|udnytter|molested|molests|assaulted|abused) ~3 (seksuelt|sexuelt|sexually|mig som barn|sig på)
      {person} ~6 (overgreb|overgrebet)
      (overgreb|overgrebet) ~2 (på|mod|imod|fra|af|i) ~3 {person}
      (pædofil*|pedofil*|pedophile|pædo|groomer|grooming|groomet|blottet sig|blotter sig|sexchikane)
      (har|had|has|havde|blev|blevet|bliver|being|been|got|was) (rørt|befølt|gramset|touched|groped|molested|fingered) ~1 (på|ved|mig|ham|hende|min|mine|me|him|her|my|af|by)
      (rører|rørte|rørt|røre|beføler|befølte|piller|pillet|pillede|touches|touched|touching|gropes|groped|grabbed|gramser|gramsede|rager|ragede|tager|tog|taget|befamler|kysser|kissed|kyssede|rage|gramse|røre|kysse|groping) ~5 (bryster|brysterne|brystet|røven|skridtet|skridt|numsen|tøjet|trusserne|underbukserne|upassende|mellem benene|benene|private*|intime|intimt|seksuelt|sexuelt|inappropriately|dernede|down there|breasts|boobs|ass|crotch|butt|forkerte steder|uden lov|uden jeg|without asking|without my|selvom jeg sov|mens jeg sov|while i slept|while i was asleep|inner thigh)
      (rører|rørte|røre|touches|touched|touching|tager på|tog på|befamler|kysser|kissed|did|do things|do stuff|gøre ting|gjorde|gjort|gør|skete|sket|happened|ville|havde|lavede) ~9 {not} ~1 (ville|vil have|vil ha|havde lyst|har lyst|lyst|want|wanted|wanna|med på|bryder mig om|brød mig om|like|samtykke|consent|kan lide)
      (groped|molested|fondled|fingered|befølt|gramset på|rager på|ragede på|rage på|forgreb) ~1 (me|her|him|mig|hende|ham|us|os)
      {threatens} ~5 (sex|samleje|i seng med|sutte|nøgenbilleder|nudes|mig nøgen|nøgne|blowjob|tøjet af|undress|sleep with|naked|sende billeder|klæde)
      (made me|makes me|make me|får mig til|fik mig til|fik hende til|fået til|presset til|pushed me|pressured into|pressured me|talked into|tvunget til|tvang mig|lokket til|lokkede) ~4 (sex|samleje|i seng|sutte|nøgenbilleder|nudes|mig nøgen|helt nøgen|tøjet af|undress|sleep with|naked|touch|røre|kysse|kiss)
      (sex|samleje|knald*|knep*|bolle*|intercourse|in me|ind i mig|trængte ind) ~7 (mod min vilje|mod hendes vilje|uden samtykke|sagde nej|sagde stop|against my will|without consent|said no|said stop|mens jeg sov|while i was asleep|passed out|bevidstløs|bad ham stoppe|selvom jeg)
      {not} (vil|ville|want|lyst) ~5 (sex|samleje|knep*|sleep with) ~3 (alligevel|anyway|gjorde|fortsatte)
      (sagde|siger|said|sagt|told) ~2 (nej|no|stop|fra) ~7 (stoppede {not}|fortsatte|blev ved|alligevel|anyway|kept going|continued|{not} stop|hørte ikke|lyttede ikke|ikke efter|didnt stop|didnt listen|ligeglad)
      (delt|deler|dele|spredt|spreder|sprede|lægge|lagt|true*|truer med|leaked|leak|sharing|shared|share|spreading|posted|post|sende|sendt|threaten*) ~6 (nøgenbillede*|nøgenbilleder|nudes|nude|mig nøgen|hende nøgen|ham nøgen|nøgne|sexvideo|sex video|naked|frække billeder|privat video|private pictures|intimate|intime billeder)
      (sextortion|deepfake porn|hævnporno|revenge porn)
      (hans|hendes|min|mig|my|her|his|stedfar|onkel|far|bedstefar|træner|lærer) ~4 (kommer|kom|comes|came|lægger sig|lagde sig) ~3 (ind til mig|ind på mit værelse|i min seng|into my bed|into my room|i seng med mig|ned til mig|under dynen) ~3
      (sælger|sælge|solgt|selling|sold) ~2 (sex|krop|kroppen|body|mig selv|sig selv|myself|herself)
    `),
  },
  {
    intent: 'sexual_assault',
    level: 'care',
    patterns: lines(`
      (gammel|ældre|voksen|older|grown|old) ~1 (mand|fyr|mænd|man|guy|men) ~8 (billeder|mødes|nøgen|sex|pictures|pics|meet|naked|nudes|snap*)
      (send|sende|sender|sendt|sent|bad om|beder om|asking for|asks for|asked for|vil have) ~3 (nøgenbillede*|nudes|nøgen|frække billeder|naked|nude)
      (grænse|grænser) ~2 (overskred*|overskrid*|overtrådt)
      (klam|klamme|creepy|ulækker|upassende) ~4 (mand|træner|lærer|onkel|chef|man|coach|teacher|uncle|boss|stedfar|fyr)
    `),
  },
  {
    intent: 'violence_close',
    level: 'acute',
    patterns: lines(`
      (min|my|mors|hendes|hans|vores|her|his) {close} ~1 (slår|slog|hits|beats) ~1 (når|hvis|when|if|igen|again|hver|every|$)
      (slås|slår|slåss|fighting) ~5 (ramte|ramt|hit|hits) ~1 (mig|me|os|us)
      (gemmer|gemt|hiding|hide|låst|locked) ~4 (badeværelset|toilettet|skabet|bathroom|closet|mit værelse|my room) ~4 (far|mor|ham|stedfar|kæreste|dad|mom|him|stepdad|boyfriend|fra|from)
      (finder|find|finds|dræber|slår) (mig|me) ~2 (hvis|if) ~1 (jeg|i) ~1 (skrider|går|forlader|leave|left|smutter|slår op)
      (sover|sove|sleep) ~2 (med|with) ~1 (stol|kniv|låst|chair|knife) ~6
      {close} (truer|truede|threatens) ~2 (familien|familie|hele|family|os|børn*)
      {close} ~4 {hits} ~1 {me}
      {hits} ~1 (mit barn|min søn|min datter|mine børn|babyen|min baby|my kid|my kids|my son|my daughter|my child|the baby|my baby|min kæreste|min kone|min lillebror|min lillesøster)
      (bliver|blev|blevet|får|fik|fået|blir|getting|get|being|got|been|gets|was) ~2 (slået|banket|sparket|tæsket|tæv|tævet|bank|tæsk|smæk|mishandlet|kvalt|beaten|beat up|hit by|kicked by|abused|choked|strangled|lussinger|lussing|punched|slapped|slået gul og blå|øretæver|klø|lagt i gulvet) ~2
      (vold|voldelig*|volden|violent|abusive|violence|abuse) ~5 (hjemme|derhjemme|hjemmet|kæreste*|mand|far|mor|stedfar|forhold|home|boyfriend|husband|dad|family|familie*|familien|mig|towards|relationship|parents|forældre|os|me|us|ham|hende|eks|børn*)
      {close} ~5 (voldelig*|vold|violent|abusive|tæskede|psykisk vold|psykisk voldelig|amok|kniv mod|fast om halsen|strubegreb|kvælertag|knife)
      (tør|tor|dare|dares) ~2 {not} ~4 (hjem|hjemme|home|komme hjem|være alene med|derhjemme)
      {not} ~2 (tør|dare|dares|safe|tryg|sikker|trygt|sikkert) ~5 (hjem|hjemme|home|derhjemme|with him|with my)
      (bange|ræd|skide bange|scared|afraid|terrified|rædselsslagen|utryg|frygter|angst) ~2 (at)? (gå hjem|være hjemme|komme hjem|tage hjem|go home|going home|be home|being home|være derhjemme|hjemme|derhjemme|være alene med ham)
      (bange for|ræd for|scared of|afraid of|terrified of|frightened of|utryg ved|frygter) (min far|min stedfar|min mor|ham|min kæreste|min eks|min mand|min storebror|min onkel|mine forældre|my dad|my father|my stepdad|my boyfriend|my husband|my ex|him|my mom|my parents|my brother|papfar|min papfar)
      (holder|holdt|holds|held|presser|pressede|pinned|klemmer) (mig|hende|ham|me|her) (fast|nede|ned|down|op ad|against|mod)
      (låser|låst|låste|locks|locked|lukker|lukket|spærret|spærrer) (mig|hende|ham|os|me|her|us|him) (inde|ude|in|inside|out|ind|up|oppe)
      (kaster|kastede|smider|smed|throws|threw|throwing|smadrer|smadrede) ~4 (efter|at|mod) (mig|os|me|us|mor|hende|ham|min)
      {close} ~4 (truer|truede|true|threatens|threatened|threatening|truet) ~1 (mig|os|hende|ham|med at slå|med tæsk|med bank|med vold|min|me|us|her|him|mor|alle|børn*)
      (truet|threatened) ~2 (af|by) ~2 {close}
      (blå mærker|blåmærker|blåt øje|blå øje|bruises|black eye|mærker på halsen|brækket næse) ~8 (far|mor|stedfar|kæreste|hjemme|dad|mom|home|boyfriend|slag|slået|barn|elev*|dreng|pige|student|kid|kid|han|he|hun)
      {close} ~4 (blå mærker|blåmærker|blåt øje|bruises|black eye)
      (skader|skade|hurt|hurts|hurting|gør ondt på|hurting) (mig|os|me|us) (derhjemme|hjemme|at home|når|when)
      (stalker|stalking|forfølger|opsøger|følger efter) ~1 (mig|hende|min|me|her|us) ~1
      (slagsmål|skænderi*|råber og slår|fight|fighting) ~4 (kniv|knife|politiet|blod|blood)
      (mor|far|forældre|dad|mom|parents) ~3 (slås|tæsker hinanden|slår hinanden|hitting each other|fighting physically)
      (beats|beat|hitting|beating) (me|us|her|him|my) ~1 (up|every|badly|with|again|when|at)
    `),
  },
  {
    intent: 'violence_close',
    level: 'care',
    patterns: lines(`
      (vold|voldelig*|mishandl*|abusive|domestic violence|krisecenter|kvindekrisecenter|kvindecenter|women s shelter|womens shelter)
      (råber|skriger|kontrollerer|bestemmer alt|svine*|ydmyger|yells|screams|controls|humiliates) ~2 (af|ad|mig|hende|os|at|me|us|her) ~2 (hele tiden|hver dag|konstant|all the time|every day|constantly)
      (utryg*|unsafe|ikke tryg|ik tryg|not safe) ~2
    `),
  },
  {
    intent: 'honour_conflict',
    level: 'acute',
    patterns: lines(`
      (gifte|gifter|giftet|marry|marrying) (mig|hende|me|her) ~1 (væk|bort|off)
      (enkeltbillet|one way ticket|oneway ticket)
      {threatens} ~4 (tørklæde*|hijab|slør|headscarf)
      (jomfru|jomfruhinde*|virgin|virginity|mødom) ~5 (undersøg*|tjek*|check*|test*|bevis*|familie|family|forældre|parents) ~1
      (undersøges|undersøgt|tjekkes|check*|test*) ~5 (jomfru|virgin|mødom)
      (bragt|bringer|brought|bringing) (skam|shame) ~3
      (kæreste|boyfriend|girlfriend|homo*|gay|bøsse|lesbisk) ~6 (familie|forældre|far|bror|brødre|onkler|family|parents|brother) ~4 (aldrig vide|ikke vide|fundet ud|opdaget|set|found out|never know|låst)
      (leave|efterlade|efterlader|leaves) (me|mig|us|os|hende|her) ~1 (there|dernede|der|i udlandet|behind) ~3
      (låst|lukket|spærret|locked) (inde|in|up) ~4 (kæreste|familie|bror|far|boyfriend|family)?
      (tvangsægteskab*|tvangsgift*|tvangsgifte*|forced marriage|genopdragelse*|genopdragelsesrejse*|æresrelateret*|æresdrab*|honou?r kill*|honor killing|honour killing|omskæres|omskåret|omskæring|fgm)
      {threatens} ~6 (gifte*|gift|giftes|marry|married|marriage|forlovet|forloves|forlove|ægteskab|bryllup)
      (vil have|vil ha|vil havde|want|wants|wanting|make|making|makes|kræver|bestemt|bestemmer|arrangeret|planlagt|planning|planner|planlægger|arranging|arranged|forcing|har fundet|found) ~5 (gifte mig|giftes|gifte sig|blive gift|bliver gift|gift med|marry|married|get married|arranged marriage|forlovet|a husband|en mand til mig|ægteskab|min fætter|my cousin|min kusine|wedding)
      (gifte*|gift|giftes|marry|married|forlovet) ~6 (mod min vilje|mod hendes vilje|mod sin vilje|fætter|kusine|cousin|jeg ikke kender|jeg ik kender|ukendt|against my will|against her will|never met|aldrig har mødt|ikke vil|ik vil|dont want|tvang)
      (sende|sender|sendte|send|sends|sending|sent|tage|tager|take|takes|taking|bringe|bringer|fly) (mig|os|hende|ham|min søster|min bror|me|us|her|him|my sister|my brother) ~4 {abroad} ~3
      (bliver|blive|blev|blevet|skal|vil|be|being|get|getting|been|was) ~1 (sendt|sendes|sent) ~4 {abroad} ~3
      (sendt|sende|sendes|sent|send) (væk|away|ned|hjem|back) ~4 (ferie|ferien|sommer*|summer|familie|family|holiday|permanent|skole|onkel|uncle|bedste*)
      (bange|scared|afraid|frygter|nervøs|tvinge*|tvunget|forced|force|true*|threat*) ~7 (rejse|ferie|sommerferie|flyv*|travel|trip|fly|hjemland*|home country|gift|giftes|marry)
      (bror|brødre|brothers|brother|familie|familien|family|far|dad|father|onkel|onkler|fætter|fætre|uncles|uncle|cousins|de|they) ~4 (slå|slår|dræbe|dræber|dræbt|kill|kills|killing) (mig|hende|me|her) ~1 (ihjel)? ~3 (hvis|når|if|when|fordi|because|opdager|for æren)
      (kæreste*|boyfriend|dating|homo*|gay|lesbisk|lesbian|forhold|tørklæde*|hijab|muslim|dansk kæreste|kristen) ~8 (familie|familien|forældre|bror|brødre|far|family|parents|brother|dad|de|they) ~6 (dræb*|slå|slår|kill*|ihjel|forstød*|disown*|smide mig ud|true*|threat*|farligt)
      (taget|tager|took|taken|gemt|hid|hiding|konfiskeret) ~3 (pas|passet|passport) ~3
      (bortført|kidnapp*|kidnap|bortføre|abduct*) ~3 (far|hans far|familie*|family|ex|eks|mand|a man|someone|nogen|dem|them|onkler|uncles|brødre|brothers|udlandet|abroad)
      (vil|vil have|plan*|bange for|afraid|going to|tried to|prøvede at) ~4 (bortføre|kidnappe|kidnap|abduct*) ~1
      (familie|familien|family|brødre|brothers) ~4 (ære|æren|honor|honour|skam|shame) ~5 (bange|dræb*|slå*|true*|kill*|scared|threat*|straf*|punish*)
    `),
  },
  {
    intent: 'honour_conflict',
    level: 'care',
    patterns: lines(`
      (social kontrol|negativ social kontrol|social control|arrangeret ægteskab|arranged marriage|vanære|dishono*r)
      (tjekker|kontrollerer|overvåger|checks|controls|monitors|sporer|tracks|læser|gennemgår|reads) ~2 (min|mit|hendes|my|her|alle mine|mine) ~1 (tlf|telefon|mobil|phone|beskeder|messages|sociale medier|snap|insta)
      (må|får lov|lov til|allowed) ~2 {not} ~3 (gå ud|have venner|have kæreste|have en kæreste|drenge|være sammen|se mine veninder|uden for|leave the house|go out|have a boyfriend|boys|forlade|gå nogen steder|noget som helst)
      {not} ~1 (må|allowed|lov) ~3 (gå ud|have venner|have kæreste|drenge|have en kæreste|se mine veninder|leave the house|go out|boyfriend|talk to boys|forlade huset|nogen steder)
      (følger efter|følger|holder øje) ~1 (mig|hende|med mig|med hende) ~4 (bror|brødre|fætter|fætre|onkel|familie)
      (bror|brødre|fætter|fætre|familien|brother) ~3 (følger efter|holder øje med|overvåger|spionerer|kontrollerer|spies|controls|follows) ~1 (mig|hende|me|her)
      jeg må ingenting
    `),
  },
  {
    intent: 'group_pressure',
    level: 'acute',
    patterns: lines(`
      (skylder|owe|gæld|hashgæld|debt) ~8 (kommer efter|truer|truet|truede|i morgen|inden|stiger|for hver dag|drenge|threat*|by tomorrow|or else)
      (hashgæld|narkogæld|stofgæld|drug debt)
      (truet|trues|threatened) ~5 (gæld|debt|penge|money)
      (tabt|mistet|lost) ~3 (hash|stoffer|varer|drugs|weed|pakke*) ~5
      (de|they) (ved|know|knows) hvor ~1 (jeg|vi|min) ~1 (bor|går)
      (they) (know|knows) where ~1 (i|we|my) ~1 (live|lives|go|family)
      (presset|presser|presses|told|want|wants|tvunget|offered|tilbudt|rekrutterer|rekrutteret|hyret|betalt|recruited|hired) ~6 (røveri|rob|robbery|granat|grenade|indbrud|hold a bag|skyde|likvid*|stjæle|opgaver|steal|køre med|hvidvask*)
      (rocker*|bande*|gang|bandidos|hells angels) ~5 (hans nu|ejer|owns|own me|belongs|hører til)
      (konto|bankkonto|mitid|account|bank account) ~4 (hvidvask*|true*|launder*|threat*)
      (tæsket|banket|beat up|smadret) ~4 (advarsel|warning)
      (stikker|snitch) ~5 (leder efter|efter mig|looking for|kommer efter|død)
      (med i|involved in|stuck in|in with) ~3 {not} ~2 (komme ud|ud af|get out|slippe)
      or else $
      (skylder|skyldte|gæld|owe|owes|owed|debt|gælden) ~9 (hash|stoffer|coke|kokain|dealer|dealeren|pusher|pusheren|drugs|weed|bande*|rocker*|gang|truer|true*|threat*|efter mig|after me|smadre*|tæsk|bank|beat me|ældre drenge|some guys|gruppe*)
      {gang} ~7 {threatens} ~1
      {gang} ~4 {not} ~1 (let|lets|lade|lader|lar)
      {gang} ~6 (efter mig|efter ham|efter os|ude efter|after me|after him|vil have mig|rekrutter*|recruit*|sælge|sell|deal*|opbevare|gemme|forlade|leave me alone|kommer efter)
      (ud af|væk fra|forlade|out of|leave|leaving|exit|slippe ud af|komme ud af) ~2 {gang}
      {threatens} ~4 (sælge|deale|gemme|opbevare|løbe med|transportere|køre|sell|deal|hide|carry|hold|keep|transport|deliver|stjæle|steal|røve|rob|flytte|hente|begå|hjælpe med) ~4 (hash|stoffer|våben|pakke|pakker|penge|drugs|weed|pistol|gun|guns|weapon*|coke|poser|varer|ting|things|packages|money|indbrud|kriminalitet)
      (vil|vil bare|want|wants|wanna|prøvet at|trying to) ~1 (ud|out) ~4 {not} ~3 (la|lar|lader|lade|let|lov|slippe|tør|kan|able)
      (vil|want|wants|prøvet at komme) ~1 (ud|out) ~3 (lader|lar|la|lader de) ~1 (mig|ham|hende|os|me|him) {not}
      (de|they|nogen|nogle|drengene|drenge|guys|boys|some|folk|gruppe|somebody|someone|pusheren|dealeren|dealer) ~4 (truer|truede|threaten|threatens|threatened|threatening|tvinger|afpresser|afpressede|blackmail*|extort*|tæsker|kræver penge|opkræver|demand*) ~1 (mig|os|ham|min|mine|hende|me|us|him|her|my|penge|money|med)
      (afpress*|afpreses|afpreset|blackmail*|extort*|beskyttelsespenge|dummebøde*|gangster bøde|protection money|snitch* get|stikkerbøde)
      (presset|truet|tvunget|pressured|threatened|forced|afpresset|presses|trues|tvinges|lokket|groomed) ~4 (af|by) ~4 (ældre|drenge|drengene|gruppe*|bande*|older|boys|guys|gang|nogle|nogen|folk|dealer|pusher)
      (kommer efter|coming after|come after|coming for|leder efter|looking for) (mig|ham|os|me|him|us) ~5 (penge|gæld|betal*|money|debt|pay|skylder|owe)
      (bank|tæsk|smadret|brækker|knæskaller|beat up|hurt|kneecaps|skyder|dræber|kill) ~6 (hvis|if|når) ~4 (betaler|pay|penge|afleverer|money|siger noget|stikker|snitch*|skylder)
      (solgt|sælger|sælge|deal*|selling|sell|opbevarer|gemmer|storing|hiding|holding) ~4 (for dem|for nogen|for nogle|for bande*|for them|for a gang|for some)
    `),
  },
  {
    intent: 'group_pressure',
    level: 'care',
    patterns: lines(`
      (bande|banden|bandemedlem*|rocker|rockere|rockerne|exit program*|exitprogram*|gang member*|in a gang)
      (skylder|owe|gæld til) ~3 (nogen|folk|pusher*|dealer*|someone|people|some guys|forkerte|drenge) ~3
      (presser|presset|press|pressures|pressured) ~3 (ryge|sælge|drikke|stoffer|smoke|sell|drugs|stjæle|steal|hash)
    `),
  },
];
