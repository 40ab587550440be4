/**
 * Danger from those one lives with or depends on, told by a door, a key, a mark, an excuse.
 * Rules of the risk screen, as data; see `risk-rules.ts`.
 */
import { lines, type Rule } from './risk-words.ts';

export const behindDoorsRules: readonly Rule[] = [
  {
    intent: 'violence_close',
    level: 'acute',
    patterns: lines(`
      (får|fik|get|gets|got) ~1 (jeg|han|hun|i|vi)? ~1 (slag|prygl|klø|bæltet|the belt|lussinger|grydeskeen|skæld og slag|a beating|a slap) ~2
      (kommer|fortæller|tell|fortælle|siger|hentede|henter|gets|get) ~3 (bæltet|the belt|livremmen|stokken|ledningen)
      (far|dad|stedfar|mor|mum|stepdad|han|onkel) ~3 (stod|står|kom|stood|came|waits|venter) ~3 (med|with) ~2 (jernstang*|hammer*|bat|battet|kniv*|økse*|bælte*|belt|iron bar|knife|axe|stok)
      (turned up|mødte op|dukkede op|stod ved|kom forbi|came round|showed up) ~6 (benzin|petrol|hammer*|kniv*|bat|battet|øks*|gun|pistol|acid|syre)
      (holdt|holder|tog|trak|hev|got|had|has|hes got|dragged|pulled|grabbed|lægger|tager|lifted|greb|slæbte) ~5 (by the neck|by the hair|by the throat|by her hair|by my hair|by my neck|i håret|om halsen|i nakken|i struben|om nakken|om min nakke|around my neck|around her neck|round my neck)
      (brækket|knækket|broken|broke|knust|brækkede|knækkede|fractured) ~4 (ribben|finger|fingre|arm|næse|tand|kæbe|rib|ribs|nose|tooth|jaw|kindben) ~9 (far|stedfar|kæreste|boyfriend|dad|husband|stepdad|undskyld|med vilje|on purpose|sige det var|say it was|basket|cyklen|fell)
      (knækket|brækket|broken|cracked) (ribben|rib|ribs)
      (storebror|bror|far|stedfar|mor|dad|stepdad|brother|kæreste|boyfriend|husband|mand) ~2 (brækket|brækkede|knækkede|broke|has broken|har brækket) ~1 (min|my|hans|hendes|his|her|to af mine) ~2 (arm|finger|fingre|næse|ribben|nose|jaw|hånd|hand|rib|tooth|wrist|håndled)
      (gips|cast|sting|stitches|skadestue*|krykker|x ray) ~5 (på grund af|because of|pga|fordi|bagefter|afterwards) ~1 (ham|hende|him|her|min far|min mor|min kæreste|my dad)?
      (på grund af|because of|pga) (ham|him|hende|her) $
      (krymper|krymped*|flinch*|dukker sig|cowers|farer sammen|jumps) ~8 (stemme*|hånd*|hand|voice|whistle|hæver|raise*|raised|løfter)
      (gemmer|kravler|gemte|hides|hiding|hide|kravlede|krøb) ~5 (sofaen|sengen|skabet|the bed|the sofa|closet|garage*|bordet|vaskerummet) ~9 (far|ham|han|dad|he|kommer|nøgle*|når|when|drikker)
      (nøglen|nøgle|the key|the door) ~1 (går|turns|drejer) ~6 (kravler|gemmer|hide|hides|løber|stille)
      (låser|låst|locks|locked|låste) ~3 (døren|door|the door|mig|me|us|os) ~3 (udefra|from outside|from the outside|inde|in when)
      (mand|manden|kæreste|kæresten|samlever|husband|boyfriend|partner|han|he) ~3 (taget|tog|tager|took|takes|keeps|keep|holds|overtaget|gemmer|gemt) ~2 (mine|mit|min|my) ~1 (nøgler|nøgle|pas|passport|keys|mitid|dankort|papirer|papers|id|hævekort|bank card)
      (sidder|står|sits|stands|blocks|blokerer) ~1 (foran|in front of|i vejen for)? ~1 (døren|the door) ~6 (skriver|lader|lets|ud|out|ipad|tlf|phone)
      (dont call|do not call|no phone calls|no calls|please no phone|ring ikke|ik ring|ring ik|må ikke ringe|ik skriv|send ikke|skriv ikke|dont text|dont ring|call back) ~9 (he reads|he picks|reads|picks up|læser|tjekker|opdager|finds|sees|hører|tager den|tager alle|he|han|they|de har)
      (hvis|bare|så|når|if|hope|inden|pray|bange for|afraid) ~1 (at)? (han|he|they|de|far|min far|min mand|min kæreste|my boyfriend|my husband|my dad|stedfar|min bror|my brother) ~1 {not}? ~1 (opdager|finder ud|ser|finds out|finds|sees|asks|found out|fandt ud|får det at vide|læser|hører) ~6 (skriver|skrev|wrote|here|her|chat|beskeder|message*|slår|dræber|død|sagde det|told)
      (hvis|if|bare) ~1 (han|he|they|de) ~1 (spørger|asks|opdager|finder ud af) ~6 {not}? ~2 (skrev|skrevet|wrote|her|here)
      cant be seen ~3 (chat|here|open)
      (han|he|de|they) ~1 (har)? ~1 (fundet ud af|found out|knows|opdaget) ~4 (sagde|told|fortalte|sladret|skrev|talked)
      (bange for|ræd for|scared of|afraid of|terrified of|frygter) (min egen|my own|mor|far|ham|hans) ~1 (mand|far|mor|husband|dad|mum|søn|son|temper|vrede)?
      (skriver|typing|writing|text|texting|sidder) ~3 (fra|from|in|i|på|on) ~2 (vaskekælder*|skabet|kælderen|badekarret|hans ipad|hans telefon|his phone|his ipad|en venindes|a friends phone|the closet|the cupboard)
      (til|until|før|before|indtil) (han|he|far|dad|stedfar|min mand|my dad|mor) ~2 (falder til ro|faldet til ro|sover|asleep|sleeps|calms|calmed|ædru|sober|går i seng)
      {close} ~2 (har drukket|drikker|drukket|er fuld|drinks|drunk|been drinking|driker|drinking) ~9 (kodeord|forest|forrest|bange|gemmer|scared|hide|vred|angry|slår|hits|råber|screams)
      (smadrede|smadret|kylede|kylet|kastede|skubbede|skubbet|threw|thrown|smashed|slammed|pushed|shoved|hev|trak|dragged|pulled|held|holdt) ~4 (mig|me|os|us|hende|her|ham|him|mum|mor|year old|datter|son) ~4 (ind i|mod|against|into|ned ad|down|ud over|over|out of|off the|op ad|ud af) ~2 (reolen|væggen|muren|radiator*|wall|trappe*|stairs|altan*|balcony|døren|door|bordet|table|gulvet|floor|hegnet|rækværk*|skabet)
      (smadrede|smadret|slog|slået|hit|smashed|broke|kastede|threw) ~4 (mod|over|i|on|against|at) ~1 (mit|min|my|hendes|her|hans|his) (hoved|head|ansigt|face|ryg|back)
      (kaster|kaste|kastede|throws|threw) ~1 (med|with)? (ting|things|tallerkener|plates|gryder|glas) ~8 (mor|far|dad|mum|gryden|os|us|aften|again|igen)
      (mor|far|dad|mum|stedfar|kæresten) (kaster|throws) ~1 (med|with)? (ting|things)
      (han|he|dad|far|boyfriend|kæreste|ham) ~5 (says sorry|siger undskyld|sagde undskyld|undskylder) ~1 (bagefter|after|afterwards|with|med|hver|every)
      (mærke|mærker|mark|marks|aftryk|fingeraftryk|fingermarks|bruise|bruises|handprint|blåt) ~5 (øje|øjet|øjnene|eye|eyes|hals|halsen|neck|throat|kind|kinden|cheek|ansigt*) ~1
      (sunglasses|solbriller) ~3 (november|december|igen|again|indoors|inde|vinter|winter|january|januar)
      (hides|hiding|skjuler|dækker|gemmer) ~1 (her|hendes|sit|his) (eye|øje|face|ansigt) ~1
      {not} ~2 (åbne|open) ~2 (øje|øjet|eye)
      {not} ~1 (høre|hear) ~4 (øre|øret|ear|ears)
      (tæver|tæsker|mishandler|gennembanker|banker|beats|abuses) ~1 (mig|hende|ham|os|dem|her|him|us) ~1
      (slag|slap*|fist|knytnæve|knytnæver|næver|knytnæve*) ~3 (mig|hende|ham|me|her|him|os|ansigt*|face|mave*)
      (øver|practises|practices) ~2 (slag|punches) ~3
      (burn|burns|brændemærke*|mærke*|mark|marks|bruise*|skoldning*) ~6 (father|far|faren|dad|mor|moren|mother|stepdad|stedfar|kæreste) ~2 (did|gjorde|gav|gave|lavede|caused|made|har gjort)
      (finder|find|finds) ~1 (os|mig|us|me) ~3 (færdige|færdig|dræb*|slår|kill|ihjel|finish|done)
      (burn|brænde|brænder) (us|os|mig|me|hende|her) ~4 (hvis|if|inde|alive|leave|forlader|går)
      (vågnede|woke|stod|stands|står) ~5 (ved sengen|by the bed|over me|over mig|by my bed) ~3
      (gik ind i|gået ind i|walked into|walk into|løb ind i) ~2 (dør|døren|skab|skabet|skabe|door|cupboard|dørkarm) ~9 (gang|tredje|third|igen|again|siger|says)
      (tredje|third|fjerde) (skab|dør|door|gang i ind i en dør) ~3
      (det var|it was|its|it is) ~1 (ikke|not|ik)? ~4 (min far|my dad|dad|far|stedfar|hans far|kæresten) $
      {not} ~3 (fifa|rugby|håndbold|trænet|fodbold|katten|cyklen|football) ~6 (min far|dad|far|stedfar|siden|since|kæreste)
      (not|ikke|ik) ~1 (let me|lade mig) ~2 (out|ud|forlade|leave) ~3 (lejlighed*|huset|house|flat|room)
      (spørger|beder|spørge|bede|asks|ask|bad) ~2 (om lov til|for permission|om lov) ~3 (toilettet|bad|bade|spise|toilet|the bathroom|eat|gå ud)
      (sagde|said) ~1 (nej|no) ~2 (til ham|to him) ~9 (øje|eye|slog|hit|åbne|open|bløder)
      (må|ved) {not} ~2 (lave lyd|larme) ~9 (bæltet|slag|får)
      (før|before|until|til) (he|han) ~2 (comes home|kommer hjem) ~4 (finish|please|bange|scared|hurry|skynd)
      (wait|vent) ~1 (til|until) ~1 (we get|vi kommer|you get) home
      (overnatte|sleep|sove|blive|stay) ~3 (klasseværelse*|klasselokale*|the classroom|på skolen|i klubben) ~4 (til|igen|again|tonight|i nat|hjem|må)
      (sover|sleep|sleeping) ~2 (in my kit|i mit tøj|med sko|with shoes|with my shoes|med tøj) ~6 (in case|window|vindue*|løbe|run|comes in|kommer ind|cos)
      (stol|stolen|chair) ~3 (dørhåndtag*|håndtaget|door handle|under døren|for døren|against the door)
      (skreg|skriger|råber|screaming|screams|crying|græder) ~6 (stille|stopped|holdt op|quiet|holdt pludselig)
      (græder|crying|grædende) ~3 (gulv*|floor) ~6 (papa|far|dad|hører|hear)
      (tisser|wets|wet|pisser) ~3 (bukser*|sengen|bed|pants) ~9 (far|samvær|weekend*|dad|ham|hver gang|every time)
      (ødelagt|smadret|smadrer|smashing|smashes|wrecking|trashed) ~2 (køkken*|the kitchen|stuen|lejligheden|the flat|my phone|min telefon|mit værelse) ~6
      (except|bortset fra|undtagen) ~2 (the wall|væggen) ~6 (me|mig)
      (counts|count|tæller) ~2 (steps|trin|skridt) ~6 (mood|humør|stairs|trappe*)
      (må|ska|skal) {not} ~1 (være alene|be alone) ~1 (med|with) (ham|hende|him|far)
      (bare|just) ~3 (which door|hvilken dør) ~4 (knock|banke)
      (hammer*|kniv*|knife) ~4 (ved sengen|by the bed|i hånden|in his hand)
      (hovedet|head) ~3 (under vandhanen|under the tap|under vand|under water|i toilettet|in the toilet)
      (get|komme|kom) (back in|ind i) ~1 (my own|min egen) (flat|lejlighed|house) ~2
      (ud over|over the|over) ~1 (altanen|balcony|gelænderet|railing|rækværket) ~2
    `),
  },
  {
    intent: 'violence_close',
    level: 'care',
    patterns: lines(`
      (skjult adresse|skjule min adresse|hemmelig adresse|adressebeskyttelse|hide my address|hidden address)
      (han|he|mand|husband|kæreste|boyfriend|partner|samlever) ~2 (reads|læser|tjekker|checks|controls|bestemmer) ~2 (all|alt|everything|mine|my|beskeder*|messages|dem)
      (taget|tog|took|takes|tager) ~2 (min|my) (telefon|tlf|mobil|phone)
    `),
  },
  {
    intent: 'sexual_assault',
    level: 'acute',
    patterns: lines(`
      {offender} ~5 (rører|rørte|rørt|touches|touched|touching|touch|befølte|gramse*|tog på|tager på) ~2 (ved|på|me|mig|hende|her|ham|him|us|os)
      {offender} ~4 (tog|tager|took|tvang|tvinger|forced|forces|forcing|had|havde) ~1 (sig)? ~1 (mig|me|hende|her|himself|ham|him) ~1 (med magt|by force|med vold|on me|on her|on him|til ting|$)
      {offender} ~3 forced (me|her|him|himself)
      (put|puts|stak|stikker|lagde|lægger|førte|har|had|got|presser) ~1 (his|sin|hans|en|hendes|its)? (hand|hands|hånd|hånden|hænder|hænderne|fingre|fingers) ~2 (up|under|inside|down|ned|op|ind|between|mellem) ~2
      (siger|sagde|says|said|told|kalder|calls) ~5 (vores|our) ~1 (hemmelighed|hemlighed|hemlihed|secret|little secret)
      (sagde|said|say|råbte|told) ~3 (nej|no|stop) ~3 (mange gange|many times|flere gange|igen og igen|over and over|five times|three times|ten times|to gange|tre gange)
      (asked|bad|bede) ~2 (him|ham|om) ~2 (to stop|stoppe|lade være) ~4
      (stoppede|stopped|stop) ~1 {not} ~3 (selvom|even|da jeg|when i|bad)
      (i|jeg|man|hun|she) ~1 (froze|frøs fast|frøs|stivnede|stivnet|lå bare|just lay|couldnt move|kunne ikke bevæge) ~9 (count|counts|tæller|skyld|fault|stille|skubbe*|push*|ham|him|still)
      (tæller|count|counts) ~3 (det)? ~2 (hvis|if|så) ~6 (sov|asleep|froze|frøs|kæreste|boyfriend|drunk|fuld|wet|sagde)
      (skubbe|push|skubbede|pushed|skubbet) ~1 (ham|him|hende) ~1 (væk|off|away)
      {not} ~2 (husker|remember|huske) ~5 (resten|aftenen|natten|noget|rest|the night|evening|anything|fra kl) ~9 (bukser|trusser|tøj|pants|underwear|testes|tested|ondt|hurts|drenge|boys|fyre)
      (bukser|trusser|tøj|pants|underwear|tights|strømpebukser|bh) ~2 (sad|var|was|were|in) ~2 (omvendt|vrangen|inside out|backwards|the bag|tasken|væk|gone)
      (vågnede|woke|vågne) ~4 (uden|without) ~3 (bukser|tøj|trusser|clothes|pants|underwear)
      (gap|hul|blackout|sort) ~6 (hurts|gør ondt|ondt|down there|dernede)
      (testes|tested|klamydia*|fortrydelsespille|morning after|abort|graviditetstest|pregnancy test|gravid|pregnant|undersøg*|checks|check) ~14 (skubbe|push|ham det er fra|it wasnt a|det var ens chef|down there|dernede|ikke ville|ik ville|ikke selv ville)
      (fortrydelsespille|morning after pill|abort|gravid) ~9 {not} ~1 (selv|want|ville|vil|choose)
      (er|it) ~1 (ham|him|min far|my dad|onkel|stedfar) ~2 (det er fra|who did|faren til)
      (kommer|kom|comes|came|lukker|låser|visits|visited|besøger|lister|lukkede|lets himself) ~3 (ind|in|my room|her room|mit værelse|hendes værelse|into|sig ind) ~4 (om natten|at night|når jeg sover|when i sleep|mens jeg sover|while im|when im|glemt at låse|in the night)
      {offender} ~2 (visits|comes into|comes in|kommer ind|kommer ind i|besøger|lister|lægger sig|gets into|crawls) ~3 (room|værelse|seng|bed|natten|hos hende|hos mig|hos ham)
      (har|has|got) ~1 (nøgle*|the key|key|keys) ~4 (kommer|comes|opens|åbner|knocks|banker)
      (knocks|banker på) ~8 (uncle|onkel|han|he|has the key|har nøgle*)
      (filmer|filmede|filmed|films|filming|filmet|kamera|camera|optager|optog) ~6 (bad|badet|shower|bruser*|omklædning*|asleep|mens jeg sov|mens man sov|toilet*|changing|shampoo*|nøgen|naked|soveværelse*)
      (nice|sød|flink|sødere) ~1 (for|to|mod|ved|with) (him|ham|them) ~2
      (another way|anden måde|other way|andre måder) ~3 (pay|betale|på at betale)
      (owe|owes|skylder) ~4 (shoes|sko|telefon|phone|ik penge|ikke penge|not money|lifts)
      (ta|tager|tage|takes|take) ~1 (det|what|whatever) (han|he) ~1 (vil|wants)
      (forbi|round|over) når han vil
      (blocked|drejede|låste|lukkede|locked|closed|shut|slukkede|turned) ~2 (the door|døren|låsen|lock|lyset|the lights|lights) ~9 (hånd*|hand*|mere|put|rørte|touch*|sleep|møder|alene|uniform|inside)
      (bad mig blive|asked me to stay|told me to stay) ~6 (lukketid|closing|låsen|alene|alone|shift)
      (leg|lege|game|games|lege*) ~3 (uden tøj|without clothes|med dukkerne|with the dolls)
      (uden tøj|naked|nøgen) ~4 (leg|game|billede*|picture*|film*|mødes)
      (skrub*|vasker|scrub*|washing|washes|vasket) ~3 (sig|herself|himself|her skin|huden|hende|hende for) ~7 (blod*|rød|red|raw|hud|shower|brusebad*|for meget)
      (burn|brænde|smidt|smed|throw|threw|kaste) ~3 (her|min|my|hendes|sin) ~1 (pyjamas|kjole|dress|trusser|underwear|nattøj) ~4
      (vaske|wash|washed|vasket) ~2 (the dress|kjolen|tøjet|the clothes|trusserne) ~8 (keep|gemme|bevis|evidence|night|nat|how it is)
      (bevis|evidence) ~6 (kjole*|dress|tøj*|clothes|trusser)
      (går|gå|gik|goes|takes) ~1 (i)? ~1 (bad|bath|brusebad|shower|a shower|a bath) ~1 (med|with) (hende|ham|mig|her|him|me)
      (on|på) ~1 (his|hans) (lap|skød|skødet) ~4 {not}?
      (på skødet|on his lap) ~8 {not} ~2 (lide|li|like|vil)
      (drengene|de andre|boys|they|lads) ~2 (gjorde|did) ~2 (ved|to) (mig|me|hende|her) ~4 (bruser*|shower*|omklædning*|changing|bad*)
      (det|what) (han|de|they|he) (gjorde|did) (ved|to) (mig|me|hende|her) ~2
      (gik|went) ~1 (længere|længer|further|too far|for langt) ~2 (alene|lageret|han|he)?
      (when|når) ~2 (alone|alene) ~3 (rører|touch*|lager*|lagde)
      (hands|hand|hænder|hænderne) ~3 {not} ~2 (physio|massage)
      (massage|masserer|massaged) ~8 (de andre|others|hånden|bukser|only me|kun mig|under)
      (kører|drives|gives|lifts) ~4 (hjem|home) ~6 (alene|parks|parkerer|long way|omvejen|skylder|owe|sidst)
      (taxa*|bagsædet|back seat|backseat) ~3 (bagsædet|back seat|mere skriver|chauffør*)
      (jeg|i|im|i am) ~1 (er|am)? ~1 (11|12|13|14|15) ~1 (og|and) (hun|han|she|he|shes|hes) ~1 (er|is)? ~1 (2*|3*|4*|5*)
      (kalder|calls) ~1 (hende|ham|her|him) ~1 (his|sin) (girlfriend|kæreste) ~3 (shes|she is|hun er|han er|he is) ~1 (2*|3*|4*|5*)
      (good girls|good boys|søde piger) ~1 (stay|are|keep|er|holder)
      (lært|taught) (hende|ham|her|him) ~2 (leg|game) ~2
      (tegnede|tegnet|drew) ~5 (burde|shouldnt|should not|farfar|grandpa|kunne tegne|ku tegne)
      {not} ~2 (rene|ren|clean|pure) ~1 (mere|anymore|længere)
      (didnt|did not|ville ikke|ville ik|never) ~1 (want)? ~1 (it|det|to)? ~1 (men|but) (han|he) ~2
      (imam*|præst*|priest|pastor) ~4 (lukkede|låste|closed|locked|rørte|touched)
    `),
  },
];
