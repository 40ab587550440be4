/**
 * Danger said plainly, in the many ways of saying one thing: who did what to whom, what somebody looks like, what is
 * meant to happen. Rules of the risk screen, as data; see `risk-rules.ts`.
 */
import { lines, type Rule } from './risk-words.ts';

export const plainRules: readonly Rule[] = [
  {
    intent: 'suicidal_thoughts',
    level: 'acute',
    patterns: lines(`
      (hvad sker|what happens|who|hvem|går) ~12 (hvis|if|when|når) (jeg|i|man) (dør|die|dies|er død)
      (man|jeg) {not} er (der|her) (mere|længere)
      (ryddet|slettet|afleveret|betalt|tidied|deleted|paid back|sold|solgt) ~12 (sagt|said|saying|sige) ~1 (undskyld|sorry|farvel|goodbye)
      (said|sagde|sagt|say|says) ~1 (sorry|undskyld) for (everything|alt|det hele)
      (kun|only|mangler bare|mangler kun) ~2 (en|one) ~1 (ting|thing) ~1 (tilbage|left) $
      (tanker|tankerne|thoughts|lyst) ~2 (om|about|of|til) ~1 (at)? ~1 (hoppe|jump|jumping|springe|bare køre|køre ind)
      (done|finished|færdig) (with|med) (life|livet|living|at leve|it all)
      (besluttet|decided|bestemt) ~1 (mig|sig)? ~5 (i nat|i aften|tonight|at det skal slutte|slutte|this is it)
      (plan|planning|planer om|planlægger) how to do it
      (they can|i kan|de kan|you can) ~3 (bury|begrave) (me|mig) ~1
      (wrong side|forkerte side|ydersiden|other side) ~2 (railing|gelænder*|rækværk*|fence|bridge|broen)
      (sidste|last) (gang|time) ~1 (jeg|i) ~1 (ser|see|will see|skal se|kommer til at)
      (someone|en|nogen) (who|der) ~2 (wants|vil|still wants) ~1 (to|gerne)? live
      {not} (safe|tryg|sikker) ~1 (with|from|med|for) (myself|mig selv)
      (wont|not|dont|wouldnt) ~2 (need|needing|be needing) ~2 (return ticket|where|it where)
      (asked|told|bad|sagt|bedt) ~3 (look after|passe på|pas på|take care of) ~2 (mum|mor|mom|his|her|hinanden|os selv|each other|sin|sine|dad|far)
      (thank you|thank u|tak) for (being in my|at være en del|at være min)
      (forsvinder|forsvinde|disappear|vanish) ~1 (fra|from|off) ~1 (jorden|verden|earth|the earth|world)
      (wont|will not|not) be living (anywhere|here|there|long)
      {not} ~3 (me|mig) without (her|him|them)
      (stop|stoppe|slutte) ~2 (smerten|the pain|det gør ondt) ~1 (for good|forever|for altid)
      (hjernen|hovedet|head|brain) ~3 (siger|tells|says) ~2 (dø|die|gøre det|do it|end)
      (skal|ska|vil|gonna|will) ~1 (op|hen) ~1 (til|to) ~1 (mormor|morfar|farmor|farfar|bedste|grandma|grandpa) ~2 (himlen|heaven|igen)
      (de|they|alle|everyone) ~2 (klarer|klare|do|manage|har) ~2 (fint|bedre|better|fine) uden mig
      (better|bedst|bedre|lettest) ~2 (hvis|if) ~1 (jeg|i) ~1 (just|bare)? (forsvandt|disappeared|døde|died|var væk|was gone)
      (had enough|fået nok) ~1 (of|af) (life|livet|living|at leve)
      (kan|ka|can) ~1 {not} ~1 (se|see) ~2 (fremtid|future|vej ud|way out) ~1
      {no} ~1 (vej ud|way out|udvej|anden udvej|other way out) ~1
      (take|tage) ~2 (own life|eget liv|mit liv)
      (overleve|overlever|survive|get through) ~1 {not} ~2 (natten|the night|weekenden|the weekend|i nat|tonight)
      {not} ~2 (overleve|overlever|survive|make it through) ~2 (natten|the night|tonight|weekenden|the weekend|i nat)
    `),
  },
  {
    intent: 'self_harm',
    level: 'acute',
    patterns: lines(`
      (skærer|cutter|kutter) (sig|mig) ~1
      (jeg|hun|han|i) (skærer|cutter) $
      (sig selv|mig selv|myself|himself|herself) ~1 (ondt|fortræd|skade)
      (sår|cuts|mærker|marks|forbinding|wound|wounds|ar|scars) ~6 (selv har lavet|jeg selv har|har lavet|i made|made myself|påført|selv lavet)
      (påført|påfører) (sig|mig) selv ~2
      (hurt|bandaged|arm|hand|hånd|hånden|ben|leg|burned|burns) ~12 (on purpose|not an accident|ikke et uheld|med vilje)
      (did|gjort|gjorde|do|gør) ~1 (something|noget|things|ting) ~1 (stupid|dumt)? ~1 (to|ved|med) ~1 (my|min|mine|his|her) (arm|arms|leg|legs|hand|body|ben|krop|arme|wrists|skin|hud)
      (what|det|noget) (i|jeg) ~1 (did|do|gjorde|gør) ~1 (to|ved|med) ~1 (it|den|dem|my|mine|min)
      (kradse|kradser|kradset|scratch|scratches|scratching|bide|bider|bite|biting|pille|piller) ~3 (hul|hud|huden|skin|bleed|bleeds|blod|hænder|raw|open|op)
      (punches|slår|banker|hamrer) ~1 (i)? (walls|væggen|muren|væggene|the wall)
      (wrists|håndled|håndleddene|forearms|underarme) ~2 (wrapped|bandaged|viklet|forbundet|ind i gaze)
      (bandage|plaster|gaze|forbinding) (under|på) ~1 (hættetrøje*|ærme*|the sleeve*|lårene|håndled*|nye steder)
      (rækker|rows|række) (af|of) (streger|lines|cuts|ar|scars)
      (skåret|skar|cut|skærer|ridser|ridset) ~1 (i|into)? ~1 (sin|sit|sine|min|mit|mine|her|his|my) (mave|ben|arm|arme|lår|stomach|leg|legs|wrist|wrists|thigh|thighs|belly|hofte)
      (do|gør) (it|det) ~2 (to feel|for at mærke|for at føle) ~1 (something|noget|mig selv)
      (hurt|hurting|harm|harmed) ~1 my own (hand|body|arm|leg|skin)
      (runde|round|nye|fresh) ~1 (brandmærker|brændemærker|brandsår|burns|burn marks)
      (taget|tog) hul på mig selv
      (barberblad*|razor*|blade|klinge*|sharpener) ~6 (skuffe*|drawer|phone case|etui|penalhus|lomme*|pocket|toilet*|badet|sock)
      (blodig*|bloody) ~2 (vat*|servietter|tissue*|papir|gaze*|håndklæde*|towel*|ærme*)
      (blod|blood) ~2 (på|on|in) ~1 (ærme*|sleeve*|lagen*|the sink|vasken|lommetørklæde*)
      (pulls|river|rykker|trækker) ~2 (hår|hair) ~2 (out|ud|af) ~2 (patches|totter|hoved*)?
      (hud|huden|skin) ~3 (bestemme over|i control|jeg selv bestemmer)
      (stoppe|stop|lade vær*) ~1 (med)? ~1 (at)? (skade|hurting|kradse|bide|cutting|skære|scratching|burning)
    `),
  },
  {
    intent: 'violence_close',
    level: 'acute',
    patterns: lines(`
      (beaten|choked|attacked|strangled|battered|punched|kicked|assaulted) ~1 (me|us|my|her|his) ~2
      (partner|husband|boyfriend|mand|manden|kæreste|kæresten|fyr|ex|eks|eksmand|stepdad|stedfar|wife|kone) ~3 (attacked|overfaldt|angreb|beat|battering|banked*|overfaldet|gik løs på)
      (hands|hænder|hænderne|hand|hånd) ~2 (round|around|om|omkring) ~1 (my|her|min|hendes|halsen|his) ~1 (neck|throat|hals|halsen)?
      (han|he|hell|they|theyd|de|mand|manden|husband|boyfriend|brothers|dad|far|stedfar|stepdad|brødre|kæreste) ~4 (break|breaks|brække|brækker|brækkede|broke|brækket|knækkede) ~2 (min|my|mine|her|hendes|his|hans) ~1 (arm|ben|legs|leg|finger|arms|næse|nose|håndled|neck|phone and my finger|kæbe|ribben)
      (slået|slog|knocked|sparket) ~2 (tand|tooth|tænder|teeth) ~2
      (uddeler|giver|gav|give|gives|giving|får|fik) ~2 (lussing|lussinger|øretæver|slaps|røvfuld|prygl|spankings|endefuld)
      (tæsker|tæver|banker|gennembanker|gennembanket|gennembankes|smadrer) (en|løs|os|hende|ham|mig|mor|mum|sin|sine)
      bliver gennembanket ~2
      (blå mærker|bruises|gul og grøn|blåmærker|stribe mærker) ~8 (barn*|ryg*|back|bælte*|belt|hånd*|child|lår*|ribben|arme)
      (han|he|husband|they|ex|eks|mand|manden|kæreste) ~4 (kill|dræbe|dræber|slå ihjel|myrde) ~1 (me|mig|us|os|both) ~4 (hvis|if|and|og|take|tager|kommunen|goes|leave|går)
      (sparker|hamrer|banker|kicking|kicks|slår) ~1 (på|on|i|at) ~1 (døren|the door|den) ~1
      (holder|holding|hold) ~3 (døren|the door|dør) ~4 (foden|foot|shut|lukket|closed)
      (låst|locked|låser) (myself|mig|os|ourselves) ~1 (in|inde) ~6 (han|he|son|far|dad|violent|badeværelse*|bathroom|bedroom|soveværelse*|skabet)
      (låser|låse|locks|lock) ~1 (døren|the door|mig|hende|me|her) ~3 (så|so|i|ude|med|and) ~4 (lejlighed|ud|leave|hjem|flat|gå)
      (put|sætte|smide) (me|him|her|us|mig|ham) ~1 (through the wall|in a wheelchair|i kørestol|på hospitalet|in hospital)
      (goes mad|flipper|flips|går amok|går helt amok|får de der flip|goes crazy) ~6 (hvis|if|når|when|mor|mum|os|us|mig|me|hører|hear)
      (stepped|trampede|trampet|stamped) ~1 (on|på) ~4 (face|ansigt*|me|mig|ryg|head|hoved)
      (hoved|head) ~2 (hit|mod|against|into|ind i) ~3 (wall|væg*|muren|gulvet|floor|door|radiator*)
      (kniv|knife) ~1 (frem|out) ~4
      (tør|dare) {not} (skrive|ringe|tale|write|call|talk) ~8 (han|de|far|tjekker|hører|he|they|checks|hears)
      (he|han|they|de) ~2 (looking for|leder efter|hunting) (us|os|me|mig)
      (left|forladt|forlod|flygtet fra|flygtede fra) ~1 (my husband|min mand|min kæreste|my boyfriend|ham) ~9 (beaten|slog|slået|leder|looking|hidden|adresse|finder|tør|scared|bange)
      (adresse*|address) ~9 {not} ~3 (finder|finde|finds|find|få|vide) ~3 (mand|ham|husband|him|eks|ex|us|os)?
      (sidst|last time) ~1 (fandt|found) (han|he) ~2 (os|us|mig|me)
      (fortryde|regret) ~1 (det|it) ~2 (resten af livet|rest of my life|hvis|if)
      (skrig|scream|screams|screaming|skriger|skriget|skrige) ~8 (naboen|nabo*|next door|wall|væggen|upstairs|barn*|kids|glas|glass|babyen|baby|søster|sister)
      (partner|kæreste|husband|mand|dad|far|mor|mum|stepdad|stedfar|boyfriend|onkel) ~6 (spytter|spat|sparkede|kicked|kvalte|choked|brændte|burned|skoldede|stak) ~2 (mig|me|hende|her|ham|him|os|us)
      (far|dad|han|he|stedfar) ~3 (fuld|drunk|stiv) ~4 (tæver|slår|hits|smadrer|skriger|kaster|bange)
      (hit|hits|slå|slår|slog) ~2 (with|med) ~1 (stick|stok|bælte|belt|ledning|sko|shoe|ske|spoon|gren|hose|slange|kæp)
      (kan|can|cant) {not}? (sit|sidde) ~1 (down|ned) ~3 (today|i dag|bagefter|siden|since|fordi|because)
      (smile|smil|sig) ~5 (cykel|bike|fell|faldt|trappen|stairs) ~2 (igen|again)
      (bange for|afraid of|scared of|frygter) ~1 (hvad|what) ~2 (han|he|far|they|de) ~3 (gør|finder på|do|does)
      (hvad der|hvad) (sker|venter) ~3 (når|hjemme|home) ~4 (kommer|hjem|home)
      (holder|holding|bruger|used) ~2 (knæet|knee|tæppet|puden|pillow) ~5 (ansigt|face|ben|legs|throat|hals)
    `),
  },
  {
    intent: 'sexual_assault',
    level: 'acute',
    patterns: lines(`
      (rørt|rørte|kysset|kyssede|touched|kissed|tog) ~1 (ved|på)? ~1 (mig|me|hende|her|him|ham|my daughter|my son|os) ~3 (under|trøjen|overalt|alle steder|everywhere|changing|depot*|omklædning*|shirt|dernede|skirt|bukserne)
      {offender} ~9 (kysset|kyssede|touched|rørt|rørte|fingre|fingers|hånden) ~2 (mig|me|hende|her|him|ham|my|hendes|min) ~1 (bukser|under|daughter|son|skirt|trøje|trusser)?
      (stop|no|nej) ~12 (didnt stop|did not stop|wouldnt stop|stoppede ikke|stoppede ik|didnt listen|anyway|alligevel)
      (to|tre|two|three|four) ~1 (der|af dem|of them|boys|drenge)? ~1 (holdt|held) (mig|me|hende|her|ham|him)
      (he|han|they|de|ham|she) ~2 (forced|tvang|tvinger|tvunget|tvinge) ~1 (sig)? ~1 (me|mig|hende|her|på) ~2 $
      (mand|husband|kæreste|boyfriend) ~1 (tvinge|tvinger|forces|tvang|tager mig) ~2 (mig|me|seng|bed)
      (gjorde|did|skete|happened|tog|rørt|rørte|touched|sex|holdt|kissed|kyssede|it was|det var) ~4 (mod|against) ~1 (min|my|hendes|her|sin|his) (vilje|will) ~1
      (trængte|trængt|trænger|forced himself|pushed himself) ~1 (ind|in|inside)? ~1 (i|in|på|on|inside) ~1 (mig|me|hende|her|ham|him)
      (stak|stikker|putter|puttede|put|stuck|puts) ~1 (noget|something|it|den|things|ting) ~2 (op|i|up|in|ind|inside) ~1 (i)? (ham|hende|mig|me|numsen|him|her|bum)
      (sex|sove med|sleep with|sov med|i seng med) ~8 (i stedet|instead|rent|husleje*|leje*|for at blive boende|penge|money|papirer|papers)
      (makes|fik|made|får|make) (me|mig|hende|her|him|ham) ~1 (do|til at|to)? ~2 (sex*|seksuel*|holde på den|touch|suge)
      (noget|something|things) (seksuelt|sexual) ~2 (ved|with|to|med) ~2
      (går|gik|lægger sig) i seng med (hende|ham|mig|barnet|sin datter)
      (kondom|condom) ~8 (tvang|forced|ville|nej|said no)
      (tvang|forced) ~8 (kondom|condom)
      (hvor længe efter|how long after|spor|traces) ~8 (spor|dna|traces|tøj|clothes|evidence|tvunget|bevis*)
      (dress|tøj|kjole|kjolen|trusser|bukser|tights|top|bluse*|strømpe*) ~1 (inside out|på vrangen|revet|torn|ripped|flænget)
      (torn|revet|ripped|flænget) ~1 (top|dress|tights|strømpe*|tøj|kjole|bluse|clothes|skirt)
      (father|far|stedfar|stepdad|uncle|onkel|brother|bror|stedbror|fætter|host dad|værtsfar) ~1 (comes|kommer|gets|came|kom) ~2 (to|til|into|in|ind) ~1 (her|hende|my|mig) ~1 (bed|seng|room|værelse)?
      (hemmelig|secret|special|særlig) (leg|game|lege|games) ~1
      (viste|showed|viser|shows) ~1 (hende|ham|her|him|mig|me) ~1 (sin|his) (tisser|penis|private*|thing|diller|nøgne*)
      (hånd|hånden|hand|fingre|fingrene|fingers) ~2 (dernede|down there|i hendes bukser|i mine bukser|in my pants|in her pants|mellem benene|between my legs|between her legs)
      (tisser|wets|wet|wetting) ~1 (i|the)? ~1 (sengen|bed) ~9 (lejr*|træner*|leder*|far|camp|coach|uncle|svømme*|onkel)
      (træner*|svømmelærer*|leder*|onkel|coach|uncle|camp|lejr*) ~9 (tisser|wets|wetting) ~1 (i|the)? (sengen|bed)
      (passed|sendte) (me|mig|her|hende) (around|rundt)
      (tager|tog|took|takes|take) ~2 (det)? ~1 (bare|just)? ~1 (det|it|what)? ~1 (han|he) ~1 (ville have|wanted|vil have|wants)
      (selvom|even though|although) ~1 (jeg|i|hun|she) ~1 (skubbede|pushed|græd|cried|crying|sov|slept|sagde nej|sagde stop|sagde fra|said no|said stop|slog)
      (ville|vil) (jeg)? ~1 (ik|ikke) ~3 (gjorde|gør|fortsatte) ~1 (han|de|hun)? ~1 (det)? alligevel
      (tæller|count|counts) {not} ~3 (kærester|kæreste|boyfriend|married|gift)
      (skrub*|scrub*|vasket|washed|shower*|bad) ~6 (beskidt|dirty|efter ham|after him|klam)
      (beskidt|dirty|klam|ulækker) ~3 (efter|after) (ham|him|dem|them)
      (noget|something) i ~1 (drinken|min drink|glasset|my drink|her drink)
      (drinken|my drink|drink) ~9 (husker|remember|døren|vågnede|woke|black)
      (dukke|dukken|doll) ~6 (morfar|farfar|far|onkel|uncle|grandpa|dad|gør når)
      (har|have|had) (haft|been having|having) sex (med|with) ~1 (min|my) (far|stedfar|onkel|bror|lærer|træner|dad|uncle|teacher|coach|stepdad)
      (det er|its|its been) ~1 (sket|happened|happening) ~1 (siden|since) (jeg|i) var ~1
    `),
  },
  {
    intent: 'life_danger',
    level: 'acute',
    patterns: lines(`
      {not} ~1 (vækkes|vækket|rører sig|rører på sig|ånder|kontaktes)
      (ånder|rører sig|rører på sig|bevæger sig|blinker|rokker sig) {not}
      (face down|med ansigtet nedad|ansigtet i vandet)
      (hånd|hand|jakke|rygsæk|body|krop|nogen|someone|lig) ~4 (i vandet|in the water|i havnen|in the harbour|i søen|i kanalen)
      blod over det hele
      (bløder|bleeding|bleeds|blødt) ~1 (stadig|still|very|meget|kraftigt|heavy|heavily|voldsomt|efter fødsl*|after the birth|gennem|through)
      (blodet|blod|blood) ~4 (bliver ved|kommer gennem|keeps coming|gennem håndklæde*|through the towel|vælter|løber ud|ørerne|øret|ear)
      (fluid|væske|blod|blood) ~3 (out of|from|ud af|fra) ~1 (his|her|hans|hendes|the)? (ear|ears|øret|ørerne|øre|nose and)
      (baby|barn|barnet|child|he|she|son|daughter|søn|datter|hes|shes) ~1 (is)? choking
      (får|fået|har) ~2 (galt i halsen|noget i halsen)
      (hit|struck|ramt|kørt) ~1 (by|af|over af) ~1 (a|en|the)? (car|bus|train|truck|van|bil|lastbil|tog|toget|knallert)
      (faldet|falden|fallen|fell|styrtet|faldt) ~3 (fra|down|off|from|ned ad|ned af) ~3 (stillads*|taget|hustaget|trappe*|stairs|ladder|stige*|altan*|vindue*|scaffold*|træ|tree|hesten|horse|roof|balcony|etage|sal) ~12 (ear|blod|blood|bevæge|snakke|svare*|besvim*|feel|move|mærke|unconscious|hoved*|head|awake|øjne|eyes|ben|legs)
      (stød|electrocuted|electric shock) ~8 (ligger|lying|svarer|ledning*|moving|stadig)
      (ligger|ligge|lies|lying|laying|sidder|slid|slumped) ~5 (gulv|gulvet|floor|grøften|ditch|jorden|ground|fortov*|pavement|vejen|road|stoppested*|bus stop|badeværelse*|couch|sofaen|stolen|chair) ~12 (svar*|snakke*|rører|bevæg*|øjne*|eyes|grå|blå|grey|gray|blue|hvid|blink*|vækk*|wake|mumler|answer*|unconscious|tør|blod*|blood|moving|breath*|speak*)
      (klemt|trapped|kørt over|overkørt|squashed|pinned) (under|by|af)
      (skum|foam|froth) ~2 (om|around|from|på|at|ud af) ~1 (the|his|her)? (munden|mouth|læber*|lips)
      (whistle|whistling|hvæsende|pibende|gurglende) ~1 (sound*|lyd*|breath*|vejr*)
      (face|ansigt|ansigtet) ~3 (twice the size|dobbelt så stor|swollen|hævet|ballooned)
      (lugter|smells|lugt|smell|stinker) ~2 (af|of|like) gas ~6
      (went|gik|going|gået|går) ~1 (grey|gray|grå|blå|blue|limp|under) ~3
      (fallen|faldet|falder) (i|into|unconscious|hen|om) ~3 (vandet|kanalen|water|canal|harbour|bevidstløs)
      (igennem|gennem|through|out on|ude på) (isen|the ice) ~6
      (in labour|føder|veer) ~12 (blod|blood|bleeding|too early|for tidligt|alene|fading|vand*)
      (gravid|pregnant|fødsel|fødslen|the birth) ~12 (bløder|bleeding|blood|blod)
      (bleeding|bløder|blod) ~12 (fainting|besvim*|fading|sortner|dizzy|svimmel)
      (hit|slog|slået|ramt) ~2 (their|sit|his|her|hans|hendes|my|mit) ~1 (head|hoved) ~12 (awake|vågen|name|navn|sover|kaster|vomit*|sleepy|svarer|forvirret)
      (feber|fever) ~5 (nakke*|neck|stiv|stiff|prikker|rash|udslæt|fjern|kramper)
      nakkestiv ~6
      (inhalator*|inhaler) ~3 (virker|works|working|tom|empty) ~1 {not}?
      (ondt|pain|hurts|smerter) ~5 (armen|arm|brystet|chest) ~3 (brystet|chest|armen|arm)
      (brystet|chest) ~6 (sved*|sweat*|grå|grey|gray)
      (fit|anfald|seizure|fits) ~5 (in a row|efter hinanden|third|tredje|stadig|in between)
      (allerg*|peanut*|nødde*) ~9 (throat|hals*|breath*|vejret|swollen|hævet|wheez*)
      (gået|gik|faldet|falder) (i|om) ~1 (chok|koma|krampe)
      (bus|car|bil|knallert|crash*|forulykk*|ulykke|accident) ~9 (bevidst*|blod|blood|hurt badly|unconscious|trapped|klemt|grøften|svarer)
    `),
  },
];
