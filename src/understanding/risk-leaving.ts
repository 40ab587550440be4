/**
 * People who take their leave, and people who hurt themselves, told by what they do rather than by its name.
 * Rules of the risk screen, as data; see `risk-rules.ts`.
 */
import { lines, type Rule } from './risk-words.ts';

export const leavingRules: readonly Rule[] = [
  {
    // There will be no later: not here by then, no birthday, no return.
    intent: 'suicidal_thoughts',
    level: 'acute',
    patterns: lines(`
      {not} ~3 (her|i live|around|here|alive) ~4 {later}
      {later} ~4 (er|bliver|is) (jeg|i|han|hun) ~1 (her|der|here|there|around) ~2 {not}
      {not} ~3 (planlægger|planning|regner|regne|expect|expecting|tænkt mig) ~3 (se|opleve|nå|see) ~1 {later}
      {not} ~3 (planlægger|planning|regner|regne|expect|expecting|tænkt mig) ~3 (være her|være der|leve|live|være i live|be here|be around|be alive) ~3
      {not} ~3 (at)? (blive|become|turn|fylde|bliver) ~1 (16|17|18|19|20|21|25|30|atten|sytten|nitten|tyve|voksen|gammel|eighteen|twenty|thirty) $
      (bliver|blive) ~2 {not} ~1 (16|17|18|19|20|21|25|30|atten|nitten|tyve|voksen|gammel) $
      (regner|regne|expect|expecting|tror|forventer) ~1 {not} ~2 (blive|bliver|turn|fylde|nå) ~1 (16|17|18|19|20|21|25|30|atten|nitten|tyve|voksen|gammel|eighteen|twenty)
      {not} ~2 (do|klare|opleve|face|nå|orke|holde|stand|handle) ~1 (another|endnu en|endnu et|en mere|et mere|flere|one more) ~2 (birthday|day|night|year|week|winter|christmas|morning|fødselsdag|jul|vinter|dag|nat|år|uge|morgen)
      (når|efter|hvis|vis|when|once|after|if) ~1 (jeg|i|han|hun|she|he) ~1 {not} ~1 (er|være|am|is)? (mere|her mere|her længere|her længer|på jorden|til mere|i live|around anymore|here anymore|here any more)
      (når|efter|vis|hvis) ~1 jeg {not} (er|var) (her|til|i live|mere) $
      (når|efter|hvis|when|once|after|if) ~1 (jeg|im|i am|ive|i) ~1 (er|have)? ~1 (død|borte|dead|died|gået bort|draget videre)
      (wont|will not|ikke|ik|no longer|no) ~2 (be)? ~1 (a me|one to mentor|nogen mig|nogen at flytte)
      (alive|i live) ~2 {later}
      (ingen|no|uden|without) (hjemtur|returbillet|return ticket|trip home|vej hjem)
      (smutter|going|gone|leaving|leave|forsvinder|forlader|rejser|væk|checker ud|logger af|logger ud|logging off|log off) ~2 (for good|forever|for altid|for evigt|for sidste gang|for the last time)
      (never|not|aldrig) ~1 (coming|come) back ever
      (sidste|last) (uge|dag|week|day|nat|night|tur|ride|level|sommer|summer) ~2 (gider|orker|nogensinde|ever|i live|alive|på jorden|skulle ha|skal ha)
      (var|the|his|min|hans|my) (sidste gang|last time) $
      (alt f4|rage quit|game over|respawn*|uninstall*|log out|logge ud|afinstallere) ~4 (irl|livet|life|mig selv|i nat|tonight|for good)
      (ultimative|ultimate|final) ~1 (rage quit|exit|logout|quit)
      (mit liv|my life|livet for mig) ~1 (er|is)? ~2 (forbi|over|slut|tabt*|finished|done for|game over)
      (opsagt|opsig|opsiger|opsige|cancel|afmeld*|afslut*) ~5 (livet|life|everything|evrything|alt med mit navn|all of me)
      (i nat|i aften|tonight) ~3 (skal|ska|must|will|gonna) ~1 (det)? ~1 (stoppe|slutte|ende|stop|end|finish|be over)
      (det|it|this|alting) ~1 (skal|ska|must|has to) ~1 (bare)? (stoppe|slutte|ende|stop|end|finish) ~2 (i nat|i aften|nu|tonight|now|snart|soon|$)
      (vil|want|ønsker|gider) ~2 (ha|have)? ~1 (det|it|this) ~1 (til at)? (stoppe|slutte|finish|finished|stop|end) ~2 (før|inden|before|i nat|i aften|tonight|nu|now|$)
      (besluttet|bestemt|decided) ~5 (slutter|slut|ender|ends|stopper|forbi|gå bort|himlen)
      (sat|fundet|fandt|valgt|picked|chosen|set) ~1 (en|a|the|min)? (dato|date) $
      (springer|springe|skip|skipper|droppe|dropper) ~5 (vågne|waking up|wake up|fremtiden|the future)
      {not} ~2 (åbne|open) ~2 (øjne|øjnene|eyes) ~2 (i morgen|mere|igen|again|tomorrow|anymore)
      {not} ~4 (reason|grund|point|mening) ~5 (breath*|trække vejret|ånde|wake up|vågne|get up|keep breathing)
      {no} ~1 (wish|desire|ønske|will|ønsker) ~1 (om at|to) (leve|live)
      (tanker|thoughts|think|tænker|thinking) ~2 (om|about|of|på) ~1 (my death|my own death|min død|min egen død|dø)
      (søgt|søgte|søger|searched|googled|googlede|søgehistorik*|search history) ~5 (at dø|dø|die|dying|selvmord|suicide)
      (op til|up to|ned til|hos) ~3 (himlen|heaven|i graven|paradis)
      (lov|promise|undskyld|sorry|tilgiv|forgive) ~4 (i did try|jeg prøvede|prøvede virkelig|jeg forsøgte|tried my best|what i am about|hvad jeg gør)
      (kermit|sewerside*|toaster bath|forever sleep|neck myself|neck yourself|off the grid forever|catch the bus) ~1 (sewer*|suicide|tonight|$)
      (grav|reb|piller piller|pistol) ~4 (farvel|goodbye|bye|slut|i nat|i aften|tonight|snart|soon|til mig|for me)
      (farvel|goodbye|bye|slut|i nat|i aften|tonight|vil|want) ~3 (grav|reb|piller piller)
      (farvel|goodbye|bye) ~1 (verden|world|cruel world)
    `),
  },
  {
    // What is left behind: things, animals, letters, debts, messages to those who stay.
    intent: 'suicidal_thoughts',
    level: 'acute',
    patterns: lines(`
      (hvem|who) ~4 (passer|passe|tager|tage|får|arver|takes|take|gets|feeds|feed|look after|looks after|wants) ~8 (død|dør|dead|dies|die|borte|ejer tilbage|ikke er her|ik er her|not here|gone for good)
      (who|hvem) ~1 (gets|get|får|skal ha|skal have|arver|arve|ska arve|ska ha) ~1 (my|his|her|mine|min|mit|hans|hendes|sine) ~1 (things|stuff|ting|room|værelse|hund|kat|dog|cat|shirt|clothes|tøj|phone|number|shoes|trøje)
      hvem ~1 (ska|skal) arve ~1
      (skal|ska|should) (arve|inherit) ~2
      (foræret|forærer|forærede) (væk|sin|sit|sine|mine|alt|smykker*|guitar*)
      (givet|gav|giver|give|gave|given|giving) ~2 (min|mit|mine|sin|sit|sine|alle sine|all his|all her|all my|his|her|my) ~2 (yndling*|favourite|favorite|hættetrøje|hoodie|guitar*|smykker|ur|kat|hund|marsvin|kanin|samling|collection|airpods|knallert|bike|cykel|cat|dog|trøje|jacket|jakke|things|stuff|ting|belongings|ejendele|pokaler) ~6 (væk|away|til|to|fordi|because|need|brug for|skal ikke bruge)
      {not} ~1 (need|needed|brug for|bruge|behøver|skal bruge) ~2 (it|them|dem|den|det|noget|tøj|ting) ~2 (where im going|where i am going|der hvor jeg|hvor jeg skal hen|mere nu|længere nu)
      where im going ~2 {not}
      (kasser|poser|bunker|boxes|piles|æsker|bags) ~5 (navne|names|navnene|navn) ~3 (på|on|who|hvem|dem)?
      (pakket|packed|labelled|mærket|pakker) ~5 (ejendele|belongings|alle sine ting|all his things|all her things|alt han ejer) ~3
      (returned|afleveret|afleverede|gav) ~3 (every single thing|alt hun|alt han|everything she|everything he|alt hvad) ~2
      (skrevet|skrev|skriver|wrote|written|writing) ~2 (to|tre|fire|fem|two|three|four|five|six|flere|afskeds*|goodbye|farewell|farvel*) (breve|letters|notes)
      (brev|breve|letter|letters|ark|seddel|note) ~6 (når i læser|til jer når|når du læser|when you read|dont look for me|look for me|led ikke efter|after im)
      (breve|letters|brev|letter) ~3 (til|to) ~1 (mor|far|mum|mom|dad|min mor|min far|my mum|my mom|mine forældre|mine søskende|familien|my family) ~8 (puden|pillow|finder|find|find*|når|when|sunday|nat|night)
      (dagbog*|diary|journal) ~6 (last entry|sidste side|sidste indlæg|farvel*|goodbye)
      (overskrift*|headed|titled|hedder) ~2 (last entry|tak for alt|farvel|goodbye|til jer når|når jeg er væk)
      (sig|sige|fortæl|tell|fortælle|let) ~8 {not} ~2 (skyld|fault|about her|about him|about them)
      (det er|det var|this is|its|it is) {not} ~1 (din|jeres|deres|hendes|hans|your|their|her|his|nogens|anyones) ~1 (skyld|fault) ~3
      (sagt|sagde|siger|sig|say|said|says|skrev|skriver|wrote|sent|texted|sendte|sige|hils*) ~4 (tak for alt|tak for alting|thank you for everything|thanks for everything|været en ære|was an honour|was an honor|been an honour|pas på min|pas på mor|pas på hinanden|take care of my|take care of mum|look after my|look after mum|look after your)
      (var|været|were|been|was) ~1 (en|a) god (far|mor|ven|søn|dad|mum|friend|mom) ~4 (skrev|siger|svarer|tager)?
      (skrev|skrevet|siger|sagde|wrote|said|texted|told) ~8 (havde|har|had|been) ~1 (været)? ~1 (en|a) (god|good) (far|mor|dad|mum|mom|father|mother)
      (krammet|krammede|hugged|kysset|kissed) ~6 (usædvanlig*|alt for længe|unusually) ~2
      (sagt|sagde|sige|siger|says|say|said|saying) ~3 (farvel|goodbye|bye) ~3 (til|to) ~2 (alle|hver|hver enkelt|hver eneste|everyone|every|all|each|voksne|family|familien|dyrene|hunden|katten|hele|every person)
      (husk|remember|huske) ~2 (jeg|at jeg|that i|i) ~3 (elskede|loved|var sød|was nice|altid har elsket)
      (use|have|keep|få|få lov til|overtage) (my|mit) (room|værelse) ~1 (now|nu|when|når)
      (behold*|keep|beholde) ~3 (hendes|hans|mit|my|her|his) (værelse|room) ~2 (bagefter|after|afterwards)
      (gæld*|lån*|skylder|loan|debt|regning*|bill|su lånet) ~8 (går videre til|videre til|pass to|passes to|går til|arve*|efterlade|leave|stuck with) ~4 (mor|far|familie|family|mum|mom|dad|bror|parents|forældre|hende|ham|her|him)
      (efterlade|efterlader|leave|leaving) ~1 (hende|ham|min mor|min far|mine forældre|my mum|my mom|my parents|dem|no) ~1 (en|med|a|with|mess)? ~1 (regning*|bill|gæld*|debt|rod|behind)
      {no} ~1 (mess|rod|noget rod) ~3 (left|efter mig|behind|after me)
      (min egen|my own|sin egen|his own|her own|min|my|sin) (begravelse|funeral|gravsten|gravestone|headstone|kiste|coffin)
      (tegnede|tegnet|tegner|drew|drawn|beskriver|describes|planlagt|planning|picked) ~4 (gravsten|gravestone|begravelse|funeral|kiste|coffin)
      (finder|finds|find|finde) (mig|me) ~8 {not} ~2 (lillesøster|lillebror|søster|bror|mor|mum|mom|sister|brother|far|dad|mine forældre)
      (så det bliver|so its|so that its|så er det) ~5 (finder|finds|find) (mig|me)
      (uger|dage|weeks|days|how long|hvor længe|hvor lang tid) ~4 (før|before|inden|til|until) ~3 (nogen|anyone|anybody|somebody|someone|landlord|udlejer*|de) ~2 (opdage*|notice*|find*|checks|kigger ind|lagde mærke)
      (nobody|no one|ingen|nobodyd) ~2 (would|vil|ville|will) ~2 (notice|opdage|savne|miss|mærke det)
      (nemmere|lettere|easier|lighter|bedre|better) ~10 (uden mig|without me|bære rundt på mig|carry me|slipper for mig|fri for mig)
      (alle|de|mor|everyone|they|everybody|world|verden) ~3 (slipper|fri|rid|free|slippe) ~1 (for|of) (mig|me)
      (er|bliver) ~1 (alle|de|i) ~1 (fri|sluppet) for mig
      {not} ~2 (til besvær|en byrde|a burden|til last|in the way|i vejen) ~1 (mere|længere|anymore|any longer|igen)
      (givet op|gav op|given up) ~1 (på livet|på alt|on life|on everything)
    `),
  },
  {
    // The place where it is to happen, told while standing there.
    intent: 'suicidal_thoughts',
    level: 'acute',
    patterns: lines(`
      (på|on) ~1 (broen|the bridge|tagkanten|the ledge|skinnerne) ~1 (igen|again|nu|now|heroppe|alene|alone)
      (skriver|writing|typing|texting|er|sidder|står|im) ~4 (fra|på|on|from) ~1 (taget|tagkanten|the roof|broen|the bridge|the ledge|skinnerne|the tracks|øverste etage)
      taget af (p huset|p hus*|parkerings*|skolen|blokken|højhus*|bygningen|the car park)
      (stod|stået|står|stood|standing) ~3 (perronen|platform*|platformen|broen|bridge) ~8 {not} ~4 (tog|toget|train|hjem|home|took)
      (location|placering|lokation) ~3 (railway|train|bridge|broen|skinnerne|tracks|togbanen|jernbane*)
      (railway line|train tracks|togskinner*|jernbaneskinner*) ~4
      (åbner|åbne|open|åbent) ~2 (vindue*|window|altandør*) ~3 (etage|sal|floor|springe|jump)
    `),
  },
  {
    intent: 'suicidal_thoughts',
    level: 'care',
    patterns: lines(`
      when (im|i am) gone
      (sange|songs|musik|hymns|salmer) ~5 (funeral|begravelse)
      (kiste|coffin|begravelse|funeral) ~8 (koster|cost*|regning*|bill|betaler)
      (organdonor*|organ donor*|testamente|a will)
      (livet|life) ~3 (tungt|heavy|ulideligt|unbearable|sort|black)
      (mere|more) ~2 (kan|can|skriver|cant) ~2 {not} ~1 (skrive|sige|say|write)
    `),
  },
  {
    // Hurting oneself, told by what is hidden, where it is done and what is used.
    intent: 'self_harm',
    level: 'acute',
    patterns: lines(`
      (kniv blod|blod kniv|barberblad blod|blod barberblad)
      (relapsed|relapse|faldt i|faldet i) ~3 (sh|selfharm|self harm|cutting|cutte|selvskade) ~1
      (cut|cutting|skar|skåret|cuttede|cutte|cuttet) ~1 (again|igen) ~1 (tonight|i nat|i aften|i dag|today|last night|and|og|$)
      {not}? (stoppe|stop|holde op|quit|stopper) ~2 (cutte|cut|cutting|kutte|skære|skade mig)
      (lange ærmer|long sleeves|long sleeve|hoodie|hættetrøje|handsker|gloves|armbånd|bracelets) ~9 (svømme*|swim*|gym|gymnastik|sauna|july|juli|august|sommer*|summer|heatwave|hedebølge|streger|lines|se dem|see them|show|albue*|elbow|plet|stain)
      (nye|friske|new|fresh|flere|more) ~1 (streger|snit|snitsår|sår|cuts|lines|brændemærker|burns|ar|scars) ~3
      (streger|snit|snitsår|lines|cuts|rifter|brændemærker|burn marks|stregkode|barcode) ~5 (ben|benene|arm|armen|armene|lår|lårene|hofte*|hips|legs|leg|thighs|thigh|mave|maven|stomach|håndled*|wrists)
      (ben|benene|arm|armen|armene|lår|lårene|legs|arms|thighs|wrists) ~4 (streger|snit|stregkode|barcode|lines)
      (red lines|røde streger) ~3
      (barberblad*|klinge|klinger|barberskraber|barbaskraber|skraber|razor*|blades|passer|passeren|skalpel|lighter*|glattejern*|straightener|strygejern*|saksen|scissors|cigaret*|hobbykniv*) ~9 (hud|huden|armen|arme|benet|leg|lår|låret|med vilje|on purpose|under sengen|under the bed|i stykker|toilet*|skin|slapper af|calm*|ro|vat|gemt|hidden|mig selv|myself)
      (æske|box|etui|pose) ~2 (med|with|of|klinger|blades) ~1 (klinger|blades|barberblad*|razor*)
      (burn|burned|burnt|brændt|brændte|pressed|trykkede|holdt|slår|slog|hit) ~9 (on purpose|med vilje) ~2
      (plaster|plastre|plasters|bandage*|forbinding*|gaze*|gauze|papir viklet) ~9 (hver dag|every day|every second day|skjuler|hides|gemmer|blodig*|bloody|håndled*|wrists|wrist|lårene|thighs|doing it|om armen|gør det selv|i en teæske)
      (bandaged|forbundne|forbundet) ~1 (wrist*|arms|arm|håndled*)
      (katten|the cat|hunden|the dog) ~8 (har|have|got|havde|ejer) ~1 {not} ~1 (kat|a cat|cat|hund|a dog|en kat)
      (gør|gøre|gjorde|did|do|lavede|lavet|gjort) ~3 (huden|hud|skin|låret|lårene|armen|hofterne|my hips|my thighs) ~3
      (gør|gøre|gjorde|did|gjort|do) ~1 (det|it) ~6 (toilet*|i badet|bruseren|shower|de andre sover|sover så|så ingen|so nobody|so no one) ~2
      (straff*|punish*) ~1 (mig selv|myself|my body|min krop|sig selv|himself|herself|kroppen)
      (sy|sys|syes|stitches|stitched|sting) ~8 (gjorde det selv|selv gjort|did it myself|hvor dybt|how deep)
      (hvor dybt|how deep) ~9 (sy|sys|syes|sting|stitches|skadestue*)
      (skar|cut|gjort|gjorde|did) ~3 (for dyb|for dybt|too deep|for langt) ~1
      (ridse*|ridset|carved|carving|skåret|kradset|prikket) ~3 (ord|navn|word|name|bogstaver) ~4 (hud|huden|maven|armen|lår|skin|stomach|leg|arm)
      (ridse|ridser|ridset|kradse|kradser|prikke|prikker|niver|bider) ~1 (sig|mig) ~3 (det hun|det han|noget skarpt|til blods|hår*|negle)
      (hånden|hånd|næve|fist|hand|knoer|knuckles) ~4 (muren|væggen|wall|døren|door) ~6 (blå|blod*|ro|bleed*|calm|quiet|smadret|swollen)
      (pain|smerte|smerten) ~3 (choose|control|vælger|bestemmer|pick) ~2
      (hide|hiding|skjule|skjuler|gemme|dække|cover) ~2 (marks|mærker|scars|ar|sår|cuts|streger|burns|lines) ~1
      (river|piller|ripper|picks|picking|rips|kradser) ~3 (sår|sårene|scabs|wounds|skorper*) ~2 (op|open)
      (sår|sårene|wounds) ~1 (river|piller|ripper|kradser) ~4 op
      (what|det|hvad) (i|jeg) ~1 (did|gjorde|har gjort) ~1 (to|ved|med|mod) ~1 (my|min|mine) (hand|arm|arms|leg|legs|hånd|arme|ben|krop|body)
      (blodig*|bloody|blodet|blod) ~4 (lagen*|sengetøj*|sheets|gazebind|håndklæde*|towel*|vat)
      (pletter|stains|blodpletter) ~3 (lagen*|sengetøj*|sheets|ærme*|sleeve*) ~4
      (ligner|tæller|bedre på) ~2 (stregkode*|min arm|barcode)
      (her|his|my|hendes|hans|mit) (stuff|ting|grej|sæt) ~4 (use it tonight|ikke bruger det|wouldnt use it|bruge det)
      (løber|running|runs|drypper) ~2 (ned ad|down) ~1 (armen|min arm|my arm|my leg|benet)
    `),
  },
];
