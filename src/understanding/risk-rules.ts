/**
 * The rules of the risk screen, as data: what people write when they, or someone they know, are in danger.
 * Written in the language of `risk-patterns.ts`: ordinary spelling; æøå, doubled letters, accents and disguises are folded
 * there. Change a rule together with its lines in `test/understanding/risk-*.ts`.
 */

/** The group-A intents, most serious first. */
export const groupA = [
  'life_danger',
  'poisoning_overdose',
  'suicidal_thoughts',
  'sexual_assault',
  'violence_close',
  'threat_to_others',
  'self_harm',
  'acute_psychosis',
  'missing_youth',
  'honour_conflict',
  'group_pressure',
  'homeless_tonight',
] as const;
export type GroupA = (typeof groupA)[number];

export interface Rule {
  readonly intent: GroupA;
  readonly level: 'acute' | 'care';
  readonly patterns: readonly string[];
}

const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Lists that rules name in braces. `not` is the only list of negations: rules that use it mean the negation. */
export const vocabulary: Readonly<Record<string, string>> = {
  not: 'ikke|ik|ikk|ikek|ikje|aldrig|ej|not|dont|do not|cant|cannot|can not|wont|never|doesnt|does not|didnt|did not|isnt|hasnt|havent|wasnt|no longer|inte|ingen|intet|ingenting',
  no: 'ingen|intet|ikke|ik|ikk|ikke noget|ik noget|ikke nogen|ikke et|no|nowhere|not|dont have|dont have any|havent got',
  want: 'vil|ville|vl|gider|gad|orker|ønsker|magter|har lyst til|lyst til|want|wants|wanna|want to|wanted to|wish|håber|hope',
  vil: 'vil|ville|vl|gider|gad|orker|ønsker|magter|har lyst til|lyst til|lyst til at|håber|ønske|skal',
  self: 'mig|mej|sig|mig selv|sig selv|mit selv|selv|myself|my self|himself|herself|her self|themselves|themself|ourselves',
  me: 'mig|mej|os|hende|ham|dem|me|us|her|him|min|mit|mine|sin|sit|sine|my|børnene|the kids|søster|lillebror|storebror|lillesøster|mor|mom|mum',
  kin: 'søn|sønnen|datter|datteren|dreng|drengen|pige|pigen|barn|barnet|teenager|søster|lillesøster|lillebror|bror|elev|eleven|plejebarn|plejesøn|plejedatter|veninde|ven|son|daughter|kid|child|boy|girl|sister|brother|student|friend|ham|hende|him|her',
  close:
    'far|fatter|mor|papa|farmand|stedfar|stedmor|papfar|plejefar|plejemor|kæreste|kæresten|eks|ekskæreste|mand|kone|samlever|bror|storebror|søster|forældre|onkel|bedstefar|fætter|dad|mom|mum|father|mother|stepdad|stepfather|stepmom|boyfriend|girlfriend|bf|gf|husband|wife|partner|ex|brother|parents|uncle|han|hun|de|he|she|they|hes|shes|theyre|fars|mors',
  pills:
    'piller|pillerne|pille|panodil*|panodiler|pamol|ipren*|paracetamol*|pinex|sovepiller|sovemedicin|tabletter|tablets|pills|sleeping pills|painkillers|medicin|medicinen|meds|medicine|benzo*|antidepressiv*|ritalin|metadon|morfin|tramadol|insulin|xanax|stesolid|tylenol|ibuprofen',
  many: 'masse|mange|alle|alt|hele|håndfuld|bunke|for meget|for mange|whole|all|bunch|bottle|too many|too much|lots|loads|handful|æske|pakke|glas|glasset|10|12|14|15|16|18|20|24|25|30|35|40|45|50|60|70|80|90|100|tyve|tredive|fyrre|tredve|twenty|thirty|forty',
  took: 'taget|tog|tager|tage|slugt|sluger|slugte|spist|spiste|indtaget|drukket|took|taken|take|swallowed|eaten|ate|popped|nedsvælget|proppet',
  drugs:
    'stoffer|hash|coke|kokain|mdma|ketamin|ecstasy|lattergas|svampe|syre|fentanyl|heroin|ghb|speed|amfetamin|weed|drugs|fuld|stiv|drukket|sprut|alkohol|drunk|drinking|snus|joint|tjald|piller|pills',
  hits: 'slår|slog|slået|slå|slås|banker|bankede|banket|sparker|sparkede|sparket|tæver|tævede|tæsker|tæskede|kvæler|kvalte|niver|skubber|skubbede|rusker|ruskede|river|mishandler|hits|hit|hitting|beats|beat|beating|kicks|kicked|kicking|punches|punched|punching|chokes|choked|choking|strangles|strangled|slaps|slapped|slapping|pushes|pushed|shoves|shoved|hurts|hurting|abuses|abused|abusing|smacks|smacked|nikker|nikkede|lammer|spytter på|brænder',
  threatens:
    'truer|truede|true|truet|truer med|threatens|threatened|threatening|threaten|tvinger|tvang|tvinge|afpresser|afpressede|presser|pressede|blackmails|blackmailing|extorts|force|forces|forcing|forced',
  kill: 'dræbe|dræber|dræb|myrde|myrder|skyde|skyder|skyd|stikke|stikker ned|kvæle|knivstikke|kill|killing|shoot|shooting|stab|stabbing|murder|slå ihjel|slår ihjel|bombe|sprænge|blow up|bomb|brænde',
  victims:
    'ham|hende|dem|nogen|alle|jer|folk|skolen|skole|klassen|lærer|læreren|lærerne|far|mor|stedfar|kæreste|eks|ekskæreste|kammerat|klassekammerat|chef|sagsbehandler|sagsbehandleren|kommunen|bror|søster|him|her|them|someone|somebody|everyone|everybody|people|school|teacher|boss|class|classmate|mom|dad|ex|caseworker',
  weapon:
    'kniv|kniven|pistol|våben|skydevåben|gevær|machete|bombe|økse|gun|knife|weapon|rifle|bomb|peberspray|maskinpistol',
  gang: 'bande*|banden|rocker*|gruppering*|gang|gangs|gangmembers|gruppen|slæng|miljøet|klubben|ha|loyal to familia|ltf',
  abroad:
    'hjemland|hjemlandet|somalia|pakistan|irak|syrien|tyrkiet|afghanistan|libanon|marokko|egypten|iran|jordan|bosnien|kenya|koranskole|udlandet|abroad|home country|country|land|iraq|syria|turkey|lebanon|morocco|genopdragelse|genopdragelsesrejse',
};

export const rules: readonly Rule[] = [
  {
    intent: 'life_danger',
    level: 'acute',
    patterns: lines(`
      (ligger|lying|lies) ~7 (svarer|siger|says|answer|kommer op|moving|respond) ~2 {not}
      (ligger|lying|lies) ~5 (siger|svarer) (ingenting|intet)
      (ligger|lying|lies) ~3 (vandet|havnen|havet|søen|water|lake|skinnerne|tracks) ~5
      (stukket|stabbed|stukkede|skåret) ~2 (med|with) ~2 (kniv|knife|skruetrækker|glasskår)
      (hjerte|hjertet|heart) ~3 (holdt op|stopped|stoppet|stået stille|slår {not}|gået i stå)
      {not} ~1 (mærke|føle|finde|feel|find) ~3 (puls|pulse|hjerte|heartbeat)
      (galt|fast|stuck) ~1 (i|in) ~1 (halsen|throat)
      (bil|bilen|car) ~4 (søen|vandet|havnen|grøften|lake|water) ~3
      (there is|der er|theres) ~1 (a fire|ild|brand|fire)
      (tror|think) ~1 (han|hun|he|she|hes|shes) (dør|is dying|dying|dies)
      (trækker|trække|får|få|trak) ~1 {not} ~1 (vejret|luft|veiret)
      {not} ~1 (trække|trækker|få|får) ~1 (vejret|luft)
      {not} ~1 (breathe|breathing|ånde|ånder|respond|responding|responsive)
      (stopped|stoppet med at|holdt op med at|holder op med at) (breathing|trække vejret|ånde)
      (bevidstløs*|bevistløs*|besvimet|besvimede|livløs*|unconscious|unresponsive|passed out)
      {not} ~1 (vække|wake) (ham|hende|dem|him|her|them|min|my|up)
      {not} ~1 (liv i|puls|pulse|hjerterytme|heartbeat|waking up)
      (han|hun|he|she|de|ven|veninde|mor|far) (vågner|reagerer) ~1 {not}
      (ligger|lying|lies|sidder) ~6 (vågner|reagerer|bevæger|moving|wake|waking|respond) ~2 {not}
      (ligger|lying|lies) ~6 {not} ~2 (vågne|reagere|moving|move|wake|waking|respond|responding)
      (faldet|falder|faldt) (om|sammen|livløs*|bevidstløs*)
      (collapsed|collapses|knivstukket|knivstukken|stabbed|been shot|got shot|was shot|forbløder|forbløde|bleeding out|choking on|drukner|drowning|livsfare|livstruende|life threatening)
      (er|blevet|blev|bliver|lige|is|been|got) ~2 (skudt|stukket ned|stukket med kniv|stukket i maven|påkørt|kørt ned|hit by a car|run over)
      (bløder|blødt|blodet|blod|bleeding|blood|bleeds) ~3 (meget|kraftigt|vælter|sprøjter|voldsomt|hovedet|stopper|overalt|lot|badly|heavily|stop|stopping|everywhere|slemt|sindssygt|vildt|massivt)
      (hjertestop|hjerteanfald|heart attack|cardiac arrest|blodprop|having a stroke)
      (har|ligger|får|fået|having|had|ligger i) ~2 (kramper|krampe|krampeanfald|seizure|epileptisk anfald)
      about to (die|drown|choke|bleed out)
      (ved at|går hen og|kommer til at) (dø|kvæles|drukne|blive kvalt|die|choke|drown|bleed)
      (dør|døende) ~1 (nu|lige nu|foran mig|foran en)
      (dying|dies) ~1 (right now|now|in front of me|here)
      (er|is|hes|shes|are) (dying|døende)
      (ring|ringe|ringer|tilkald|send|sende|call|get|brug for|need) ~3 (112|911|ambulance|ambulancen|an ambulance|en ambulance)
      (det|der|huset|lejligheden|køkkenet) brænder
      (house|room|kitchen|apartment|flat) ~1 on fire
      (slugt|swallowed) ~2 (batteri|knappebatteri|battery|barberblad|razor blade)
      (hænger|hang|hængt) ~2 (i|fra|from) ~1 (reb|snor|bælte|rope|loftet|belt|ceiling)
    `),
  },
  {
    intent: 'poisoning_overdose',
    level: 'acute',
    patterns: lines(`
      (gået|går|faldet|ligger|er) ~1 (kold|væk|slap|livløs) ~3 (efter|på|af|fra|from|after) ~2 {drugs}
      (taget|tog|røget|drukket|røg|took|smoked|drank) ~2 (noget|something|et eller andet) ~4 (slap|kold|væk|reagerer|ryster|besvime*|weird|shaking|blå|farligt|poisonous|giftigt)
      (røg|røget|taget|tog|smoked|took) ~3 (reagerer|svarer|responding) ~1 {not}
      (giftig*|poisonous|toxic) ~1 (bær|svamp|svampe|plante|planter|berries|mushroom*|plant|something)
      (pille|piller|pill|pills|stof|drug|drink) ~4 (hjerte|heart|banker|racing|ryster|shaking)
      (slugt|swallowed|sluger) ~1 {pills}
      (took|taget|taking|tog) ~2 (way too much|dobbelt så|alt for|too much|alt sin|alle sine|alt hendes|alle mine) ~3
      (taget|tog|took|taken) ~1 (sin|sine|hendes|hans|min|mine|her|his|my) ~1 (mors|fars|bedstemors|mormors|mothers|moms|dads|grandmas) ~1 {pills}
      {pills} ~4 (farligt|dødeligt|dangerous|lethal|fatal) ~5 (taget|tog|took|slugt|taken|dem nu|swallowed)
      {took} ~3 {many} ~4 {pills}
      {took} ~3 {pills} ~3 (på en gang|på samme tid|at once|for mange|alle sammen|too many|for at dø|med alkohol|med sprut)
      (overdos*|overdosis|overdosering|od et|oded)
      (har|har lige|has|have|havde|hun har|just) (taget|tag|fået|taken|took|had|drukket) (alt)? (for meget|for mange|too much|too many)
      (drukket|slugt|spist|indtaget|drak|drank|swallowed|ate|drunk|drikker|inhaleret|drinking) ~4 (klorin|afløbsrens|rengøringsmiddel|rengørings*|kemikalie*|gift|bleach|poison|terpentin|benzin|sprinklervæske|sprit|farligt|farlige|antifreeze|salmiak|rottegift|opvasketab*|vaskepulver|detergent|chemicals|frostvæske|dangerous|toxic|giftig*)
      (forgiftet|forgiftning|forgifter|poisoned|poisoning|alkoholforgift*|blyforgiftning|kulilteforgiftning)
      {drugs} ~8 (svarer|reagerer|vågner|vågne|responding|respond|answer) ~1 {not}
      {drugs} ~8 {not} ~2 (svare|svarer|reagere|reagerer|vågne|vågner|vække|respond|responding|wake|waking|kontakt|breathing|answering|answer)
      {not} ~1 (vække|wake) ~4 {drugs}
      (blå|blue|blålig|blege|bleg) ~2 (læber|lips|i hovedet|ansigtet|face) ~6
      (dårligt|syg|sick|bad|sløv|kaster op|throwing up) ~4 (af|efter|from|after) ~4 (stoffer|piller|svampe|mdma|coke|kokain|drugs|pills|ketamin|ecstasy|edible*|lattergas)
    `),
  },
  {
    intent: 'poisoning_overdose',
    level: 'care',
    patterns: lines(`
      (bad trip|dårligt trip|dårlig trip|giftlinjen|giftlinien)
      (for meget|for mange|too many|too much) {pills}
      hvor mange {pills} ~5
      how many {pills} ~5
    `),
  },
  {
    intent: 'suicidal_thoughts',
    level: 'acute',
    patterns: lines(`
      (gid|bare|håber|wish|hope) ~3 {not} ~1 (vågne|vågner|vågnede|wake|woke)
      (gør|gøre|goer|gjort) ~3 en ende på ~1 (det|livet|alt|mig)
      (orker|magter|gider|can do|stand|klarer) ~2 {not} ~1 (livet|life|at leve|mit liv)
      (want|wants|vil have|vil ha|ville ønske) ~2 (it|det|det hele) ~3 (to be over|slut|overstået|til at stoppe|forbi|over)
      (selvmordstanke*|selvmordstruet|selvmordstruede|selvmordsplan*|selvmordsforsøg*|selvmordsbrev*|selvmordstrusler|selvmordsnær|selvmordspakt|afskedsbrev*|suicidal*|suicide note|suicide attempt*|suicide plan*|goodbye letter|goodbye note)
      (begå|begår|begik|begået|overvejer|overvejet|overveje|tænker på|tænkt på|tænke på|tanker om|planlægger|planlagt|snakker om|snakket om|taler om|talt om|truer med|truet med|skriver om|forsøgt|prøvet|forsøgte|commit|committing|considering|thinking about|thinking of|think about|thought about|thoughts of|thoughts about|planning|attempted|talking about|talks about|mentioned|google*|søger på|søgt på) ~3 (selvmord|selvmor|selvmrod|selmord|selvmod|sjælvmord|slvmord|suicide|sewerslide|at dø|dying|dying myself|ending it|døden|ende det|at tage livet|jumping|hængning|end it)
      (overvejer|tænker på|tanker om|planlægger|snakker om|taler om|thinking about|talks about) ikke at (være her|leve|være i live)
      (selvmord|selvmor|selvmrod|selmord|slvmord|suicide) ~3 (i aften|i nat|i morgen|nu|tonight|tomorrow|today|i dag|eneste udvej|only way|eneste løsning|løsning)
      (tage|tager|tag|tog|taget|ta|tar|take|taking|takes|took) ~1 (mit|sit|hendes|hans|mit eget|sit eget|dit eget|eget|my|my own|his|his own|her|her own|their|their own|own) (liv|live|life|lives)
      (tage|tager|tag|tog|taget|ta|tar) livet af
      (ende|ender|slutte|slutter|afslutte|afslutter|gøre en ende på|gør en ende på|gøre ende på|end|ending|ends) ~1 (livet|mit liv|sit liv|hendes liv|hans liv|my life|his life|her life|their life|det hele|it all|alting|everything)
      (gøre|gør|gjort) det (forbi|af med)
      (gøre|gør|få) en ende på ~1 (det|livet|det hele|alt|mit liv)
      (end it|end it all|ending it all|ending it|slut med det hele)
      {want} ~2 {not} ~3 (leve|live|eksistere|exist|være i live|være til|be alive)
      {not} ~1 {want} ~2 (leve|live|eksistere|exist|være i live|være til|være i verden|be alive|wake up|vågne|be here|være her mere|være her længere|være på jorden)
      {not} ~4 (leve|live|være her|være i live|eksistere|be here|be alive|exist) (mere|længere|længre|anymore|any more|any longer|sådan her|like this|på den her måde|i morgen|tomorrow|til i morgen)
      {want} ~2 {not} ~2 (være her mere|være her længere|være i verden|være på jorden|være på denne jord)
      {not} ~2 (lyst|lysten|grund|reason|mening|meaning|point|point in|pointen|idé|kræfter|energi|strength) ~3 (leve|live|living|livet|life|alive|være her|i live|being here|leve videre)
      (meningen|pointen|point|formålet|idéen) ~1 (med|i|in|of) (at)? (leve|living|being alive|livet)
      no (point|reason|meaning) ~2 (live|living|life|being alive|go on)
      {vil} ~3 (dø|død|være død|sove ind)
      {want} ~3 (die|dead|be dead|død)
      {want} ~5 {not} ~2 (vågne|vågner|wake|vågnede|woke)
      (sove|sover|sleep|sovne|falde i søvn|fall asleep|go to sleep|gå i seng|lægge mig) ~3 {not} ~1 (vågne|vågner|wake|wakes|vågn)
      (gid|bare|wish|ønsker|ønskede|ønske|ville ønske) ~3 (var|were|was|er) (død|dead|aldrig født|døde|væk for altid)
      (hellere|helst) ~3 (dø|død|være død)
      (rather|sooner) ~3 (die|be dead|dead)
      (bedre|nemmere|lettere|gladere|better|easier|happier) ~6 (uden mig|without me|uden ham|uden hende|var død|was dead|were dead|var væk|was gone|were gone|ikke var her|ik var her|ikke fandtes|wasnt here|wasnt around|forsvandt|disappeared|off dead|aldrig var født|ikke var til|ikke eksisterede)
      better off (dead|without me)
      (verden|alle|familien|de|everyone|world|mine forældre|family|my parents) ~4 (bedre|better) ~2 (uden mig|without me|off without)
      (skulle|burde|ville ønske|wish|should|ville) ~4 {not} ~2 (født|born|været her|existed)
      (kys|kms|kill me now for real|unalive*|unaliving|off myself|offing myself|offed himself|offed herself)
      (kill|killing|kills|killed|hang|hanging|hung|shoot|shooting|drown|drowning|unalive|off) {self}
      (slå|slår|slaa|sla|slået) {self} (ihjel|ihjæl|ihel|i hjel)
      (dræbe|dræber|aflive|afliver|hænge|hænger|hængt|drukne|gasse|skyde) {self}
      (hoppe|hopper|springe|springer|sprunget|hoppet|kaste|kaster|smide|smider|jump|jumping|jumped|throw|throwing|gå|går|walk|walking|stille|stiller|lægge|lægger|lay|lie|køre|step) ~3 (foran|fra|ned|ud|ud af|off|of|in front of|i front of|into|under|på|onto|out|on|ind i) ~3 (toget|tog|s tog|metroen|bro|broen|taget|altan|altanen|vindue|vinduet|lastbil|lastbilen|train|bridge|roof|building|skinnerne|sporene|balkonen|motorvejen|window|balcony|bus|bussen|tracks|traffic|trafikken|highway|bygningen|parkeringshuset|storebæltsbroen|træ|tree)
      (sige|siger|sagt|skrive|skriver|skrevet|sagde|skrev|say|saying|said|writing|wrote|written) ~3 (farvel|goodbye|goodbyes|sidste) ~3 (alle|altid|everyone|everybody|forever|good|jer|familie*|mine venner|family|friends|hilsen|breve|brev|letter|letters|venner)
      (gemt|samlet|samler|gemmer|gemme|saved|saving|collected|collecting|stashed|hamstret|hamstrer|hoarding|købt|bought) ~4 {pills} ~4
      (livet|life|my life|mit liv) ~2 {not} ~1 (værd|værdt|worth) ~2
      {not} ~1 (værd|worth) ~2 (leve|live|living)
      {not} ~3 (er her|være her|er i live|be here|be around|lever) ~2 (i morgen|til jul|næste uge|længe|much longer|long|tomorrow|next week|når i læser|mere når)
      (forsvinde|disappear|væk|gone) ~2 (for altid|forever|fra verden|fra jorden|for good|for evigt)
      (ligge|ligger|lå|være|sove|lie|buried) ~3 (graven|grav|grave|kisten|coffin|six feet under)
      (plan|planer|planen|dato|datoen|planned|method|metode) ~4 (for at dø|at dø|selvmord|die|suicide|tage livet|ende mit liv|end my life|ende det|end it)
      (reb|rope|løkke|noose|løkken) ~4 (hals|halsen|neck|klar|ready|skuffe|loft|træ|købt|bought|knude)
      (hvordan|nemmeste måde|letteste måde|smertefri*) ~4 dø
      (how to|hvordan|nemmeste måde|letteste måde|easiest way|painless way|smertefri*|best way) ~4 (die|hænge sig|tage livet|tage sit liv|kill yourself|begå selvmord|commit suicide|hænge mig|end my life|ende livet) ~3
    `),
  },
  {
    intent: 'suicidal_thoughts',
    level: 'care',
    patterns: lines(`
      (selvmord*|suicide*|sjælvmord|selmord|døden|livslinien|livslinjen)
      (kan|ka|orker|magter|gider|klarer|holder) (det|bare|simpelthen|sgu)? {not} (det|bare|engang)? (mere|længere|ud|mer) (nu|snart)? $
      (holder|holde) ~2 {not} ~2 ud
      {not} ~1 (go on|take it anymore|take this anymore|do this anymore|keep going|cope|fight anymore)
      (livet|life|alt|alting|everything|det hele) ~2 (meningsløst|ligegyldigt|pointless|meaningless|håbløst|hopeless|uden mening|lort|ingen mening|no point|no meaning)
      {not} ~2 (mening|meaning|håb|hope|point|formål) ~2 (med|i|tilbage|left|in|for)? ~1 (livet|noget|fremtiden|mit liv|life|anything|alting|mig|me) ~1
      (byrde|til besvær|burden|i vejen) ~2 (for|to) ~1 (alle|andre|min|mine|everyone|my|others|familien|familie)
      (alt|helt|fuldstændig|completely|så) (sort|tomt|håbløst|hopeless|empty|opgivet)
      (givet|giver|give|given|gave) ~1 (op|up) ~2 (livet|på livet|alt|det hele|on life|everything|completely)
      {want} ~2 (forsvinde|disappear|væk fra det hele|bare væk)
      (hader|hate|hates) ~1 (livet|mit liv|my life|mig selv|myself|sig selv|herself|himself|life)
      ingen ~2 (savne|savner|opdage|miss|mærke) ~2 (mig|hvis)
      (no one|nobody) ~2 (miss|notice|care) ~3 (me|if)
      (at dø|vil dø|die|dør|dead|død) $
    `),
  },
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
      (filmede|filmet|filmed|optaget|recorded) ~6 (forgreb|overgreb|sex|nøgen|naked|uden jeg|without me)
      (voldtaget|voldtog|voldtage|voldtager|voldtægt*|voltaget|voltægt|voldtæget|raped|raping|rapist|gruppevoldt*|incest)
      (was|been|got|tried to|to|about|of|attempted|date) rape
      (seksuel*|sexuel*|sexual*|seksuelt|sexuelt) ~3 (overgreb|krænk*|misbrug*|udnyt*|assault*|abus*|harass*|grænseover*|touch*|rør*)
      (misbrugt|misbruger|misbrugte|krænket|krænker|krænkede|forgrebet|forgriber|udnyttet|udnytter|molested|molests|assaulted|abused) ~3 (seksuelt|sexuelt|sexually|mig som barn|sig på)
      (overgreb|pædofil*|pedofil*|pedophile|pædo|groomer|grooming|groomet|blottet sig|blotter sig|sexchikane)
      (har|had|has|havde|blev|blevet|bliver|being|been|got|was) (rørt|befølt|gramset|touched|groped|molested|fingered) ~1 (på|ved|mig|ham|hende|min|mine|me|him|her|my|af|by)
      (rører|rørte|rørt|røre|beføler|befølte|piller|pillet|pillede|touches|touched|touching|gropes|groped|grabbed|gramser|gramsede|rager|ragede|tager|tog|taget|befamler|kysser|kissed|kyssede|rage|gramse|røre|kysse|groping) ~5 (bryster|brysterne|brystet|røven|skridtet|skridt|numsen|tøjet|trusserne|underbukserne|upassende|mellem benene|benene|private*|intime|intimt|seksuelt|sexuelt|inappropriately|dernede|down there|breasts|boobs|ass|crotch|butt|forkerte steder|uden lov|uden jeg|without asking|without my|selvom jeg sov|mens jeg sov|while i slept|while i was asleep|inner thigh)
      (rører|rørte|røre|touches|touched|touching|tager på|tog på|befamler|kysser|kissed|did|do things|do stuff|gøre ting|gjorde|gjort|gør|skete|sket|happened|ville|havde|lavede) ~9 {not} ~1 (ville|vil have|vil ha|havde lyst|har lyst|lyst|want|wanted|wanna|med på|bryder mig om|brød mig om|like|samtykke|consent|kan lide)
      (groped|molested|fondled|fingered|befølt|gramset på|rager på|ragede på|rage på|forgreb) ~1 (me|her|him|mig|hende|ham|us|os)
      {threatens} ~5 (sex|samleje|i seng med|sutte|nøgenbilleder|nudes|nøgen|nøgne|blowjob|tøjet af|undress|sleep with|naked|sende billeder|klæde)
      (made me|makes me|make me|får mig til|fik mig til|fik hende til|fået til|presset til|pushed me|pressured into|pressured me|talked into|tvunget til|tvang mig|lokket til|lokkede) ~4 (sex|samleje|i seng|sutte|nøgenbilleder|nudes|nøgen|tøjet af|undress|sleep with|naked|touch|røre|kysse|kiss)
      (sex|samleje|knald*|knep*|bolle*|intercourse|in me|ind i mig|trængte ind) ~7 (mod min vilje|mod hendes vilje|uden samtykke|sagde nej|sagde stop|against my will|without consent|said no|said stop|mens jeg sov|while i was asleep|passed out|bevidstløs|bad ham stoppe|selvom jeg)
      {not} (vil|ville|want|lyst) ~5 (sex|samleje|knep*|sleep with) ~3 (alligevel|anyway|gjorde|fortsatte)
      (sagde|siger|said|sagt|told) ~2 (nej|no|stop|fra) ~7 (stoppede {not}|fortsatte|blev ved|alligevel|anyway|kept going|continued|{not} stop|hørte ikke|lyttede ikke|ikke efter|didnt stop|didnt listen|ligeglad)
      (delt|deler|dele|spredt|spreder|sprede|lægge|lagt|true*|truer med|leaked|leak|sharing|shared|share|spreading|posted|post|sende|sendt|threaten*) ~6 (nøgenbillede*|nøgenbilleder|nudes|nude|nøgen|nøgne|sexvideo|sex video|naked|frække billeder|privat video|private pictures|intimate|intime billeder)
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
      (bliver|blev|blevet|får|fik|fået|blir|getting|get|being|got|been|gets|was) ~2 (slået|banket|sparket|tæsket|tæv|tævet|bank|tæsk|smæk|mishandlet|kvalt|beaten|beat up|hit|kicked by|abused|choked|strangled|lussinger|lussing|punched|slapped|slået gul og blå|øretæver|klø|lagt i gulvet) ~2
      (vold|voldelig*|volden|violent|abusive|violence|abuse) ~5 (hjemme|derhjemme|hjemmet|kæreste*|mand|far|mor|stedfar|forhold|home|boyfriend|husband|dad|family|familie*|familien|mig|towards|relationship|parents|forældre|os|me|us|ham|hende|eks|børn*)
      {close} ~5 (voldelig*|vold|violent|abusive|tæskede|psykisk vold|psykisk voldelig|amok|kniv mod|fast om halsen|strubegreb|kvælertag|knife)
      (tør|tor|dare|dares) ~2 {not} ~4 (hjem|hjemme|home|komme hjem|være alene med|derhjemme)
      {not} ~2 (tør|dare|dares|safe|tryg|sikker|trygt|sikkert) ~5 (hjem|hjemme|home|derhjemme|with him|with my)
      (bange|ræd|skide bange|scared|afraid|terrified|rædselsslagen|utryg|frygter|angst) ~2 (at)? (gå hjem|være hjemme|komme hjem|tage hjem|go home|going home|be home|being home|være derhjemme|hjemme|derhjemme|være alene med ham)
      (bange for|ræd for|scared of|afraid of|terrified of|frightened of|utryg ved|frygter) (min far|min stedfar|min mor|ham|min kæreste|min eks|min mand|min storebror|min onkel|mine forældre|my dad|my father|my stepdad|my boyfriend|my husband|my ex|him|my mom|my parents|my brother|papfar|min papfar)
      (holder|holdt|holds|held|presser|pressede|pinned|klemmer) (mig|hende|ham|me|her) (fast|nede|ned|down|op ad|against|mod)
      (låser|låst|låste|locks|locked|lukker|lukket|spærret|spærrer) (mig|hende|ham|os|me|her|us|him) (inde|ude|in|inside|out|ind|up|oppe)
      (kaster|kastede|smider|smed|throws|threw|throwing|smadrer|smadrede) ~4 (efter|at|mod) (mig|os|me|us|mor|hende|ham|min)
      {close} ~4 (truer|truede|true|threatens|threatened|threatening|truet) ~1 (mig|os|hende|ham|med|min|me|us|her|him|to|mor|alle|børn*)
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
    intent: 'threat_to_others',
    level: 'acute',
    patterns: lines(`
      (angreb|attack|terror|attentat|shooting|skyderi) ~3 (på|mod|at|on) ~2 (skole*|skolen|school|kommunen|stationen|klubben)
      (planlægger|planlagt|planning|plan|plans|planlægge) ~3 (angreb|attack|overfald|overfalde|skade|noget farligt|at slå|terror|something dangerous)
      (liste|list) ~4 (dræbe|kill|hævn*|skyde|shoot)
      (lave|laver|bygge|bygger|make|making|build|building) ~2 (en bombe|bombe|bomb|pipe bomb|sprængstof|explosives)
      (dræber|stikker|skyder|kvæler|smadrer) (ham|hende|dem|nogen|alle|svinet|jer) ~2 (næste|ned|i morgen|seriøst|snart|hvis|når|$)
      (truer|truet|truede|threatens|threatened|true) ~3 (brænde|kvæle|strangle|burn|stikke|skyde|dræbe|slå|stab|køre|kill|shoot|sprænge|hurt) ~4
      (trusler|threats) ~3 (vold|violence|mod personale*|mod ansatte|mod lærer*|against staff|mod os)
      (truer|threatens|threatening) ~5 (økse|kniv|våben|axe|knife|gun|weapon|personalet|ansatte|staff|bat)
      (fantasier|tanker|thoughts|fantasies|trang|lyst|feel like|bange for|afraid|scared) ~4 (skade|skader|hurt|hurting|stabbing|stikke|kvæle|dræbe|slå ihjel|harm|harming) ~1 (andre|nogen|folk|others|someone|somebody|people|him|her|them|ham|hende|dem)
      (radikal*|ekstremist*|vantro|jihad|infidels) ~8 (slå|dræbe|kill|ihjel|angreb|attack|våben)
      {weapon} ~6 (use it|bruge den|bruger den|helt ude af|angribe|hævn*)
      (køre|kører|run) ~3 (ned|over) ~2 (ham|hende|dem|nogen|him|her|them|$)
      (vil|skal|lyst til|kommer til|planlægger|planer om|gonna|going to|want to|wanna|will|might|truer med|threatens to|threatening to|ville|kunne finde på|drømmer om|fantaserer om|thinking about|thoughts of|plans to|planning to|siger|skriver|says) ~3 {kill} ~3 {victims}
      (vil|skal|lyst til|kommer til|gonna|going to|want to|wanna|planlægger|truer med|threatens to|will|ville|siger|says) ~3 (slå|slår|smadre|banke|tæske|stikke|skære|hurt|beat|attack|overfalde|skade|angribe|knivdræbe|køre|sætte ild til|sætte ild) ~4 (ham|hende|dem|nogen|alle|lærer|læreren|skolen|far|mor|stedfar|kæreste|eks|sagsbehandler*|klassen|kommunen|him|her|them|someone|everyone|people|the school|teacher|dad|mom|the others|de andre|jer|andre) ~1 (ihjel|ned|op|up|til plukfisk|med en kniv|sønder*)?
      (slå|slår|slog) ~2 (ham|hende|dem|nogen|alle|min|en|far|mor|læreren|jer|folk) ~2 ihjel
      (tager|tage|tar|taget|medbringer|bring|bringing|brings|brought|take|taking|har|have|has|got|går med|bærer|carries|carrying|køber|købt|skaffet|skaffe) ~2 {weapon} ~4 (med|i skole|skole|skolen|school|i morgen|tomorrow|class|klasse*|tasken|bag|backpack|klub*|på sig|byen|lommen)
      (skoleskyd*|school shoot*|skudmassakre|massakre|massacre|terrorangreb|bombetrussel|bomb threat|drabstrus*|dødstrus*|death threat*|shoot up|skyde skolen|hit list|dødsliste)
      (true*|trusler|trussel|threat*) ~5 (skole*|skolen|lærer*|klasse*|klassen|school|teacher|klassekammerat*|class|kommunen|sagsbehandler*)
      {weapon} ~5 (true*|threat*|mod|på skolen|i skolen|at school|imod|dræbe|kill)
      (skrevet|skriver|skrev|siger|sagde|sagt|lagt op|opslag|snap|posted|wrote|says|said|writes) ~6 {kill} ~3 {victims}
      (smadre|smadrer|banke|tæske|dræbe|kvæle|stikke|skyde) (ham|hende|dem|min lærer|min far|min stedfar|min mor|svinet|idioten)
      (hævne|hævner|hævn|revenge|get back at) ~5 {weapon}
      (kommer til at|vil|lyst til at|going to|gonna|might|want to) ~1 (skade|slå|ryste|hurt|shake|kvæle|dræbe) ~1 (mit barn|min baby|babyen|mine børn|min søn|min datter|my kid|my baby|my child|my kids)
      (mister|mistet|lose|losing|miste) ~2 (kontrol*|besindelse*|control) ~5 (skade|slå|gøre noget|hurt|ondt|dræbe|mit barn|børn*|my kid*|baby*)
    `),
  },
  {
    intent: 'threat_to_others',
    level: 'care',
    patterns: lines(`
      (har|har købt|ejer|går rundt med|carries|carry|owns|got) ~1 (en|et|a)? (kniv|pistol|våben|gun|knife|weapon|machete)
      (hævn|hævne|revenge|payback)
      (truer|truede|trusler|trussel|threats|threatened|threatening)
    `),
  },
  {
    intent: 'self_harm',
    level: 'acute',
    patterns: lines(`
      (cutter|cuttet|cutte|cutting|skære|skæring) ~3 (når|igen|hver|flere år|stadig|stoppe|sker igen|when|again|chok*|dagligt|hele tiden)
      (skader|skade|hurting|harming) ~1 (min krop|kroppen|min hud|my body)
      {not}? (lade være med|stoppe med|stop|holde op med) ~1 (at)? (skade mig|skære|cutte|cutting|hurting myself|harming myself)
      (opdaget|set|fundet|saw|found|seen|skjuler|gemmer|hides|hiding|dækker) ~2 (mine|hendes|hans|sine|sin|my|her|his) ~1 (ar|håndled|arme|sår|scars|wrists|arms|cuts)
      (slår|punch|punching|banker|hit) ~2 (vægge*|walls|muren) ~5 (bløder|blood|bleed|blod)
      (skærer|skære|skåret|skar|skærr|skære|cutter|cuttet|cutte|kutter|cutting|snitter|snitte|ridser|ridset|ridse|stikker|prikker|brænder|brænde|brændt|slår|kradser|kradse|river|bider|bide|skader|skade|skadet|skåred) ~1 (i|på)? (mig|mej|sig|mig selv|sig selv) (selv|i armen|i armene|på armen|på armene|i låret|på lårene|i benet|håndled*|til blods|med glød*|med cigaret*|med saks*|med barberblad*|med kniv*|med skalpel|igen|hver|når|nogle|nogen|hvis|for at|$)
      (skærer|skære|skåret|cutter|cuttet|cutte|kutter|skar) (i|på)? (mig|mej|sig) ~1
      (skærer|skære|skåret|skar|cutter|cutte|ridser|snitter|skærr) ~1 (i|på|op)? ~1 (min arm|mine arme|mine lår|armene|lårene|armen|sine arme|sin arm|sine lår|håndleddet|håndled|hendes arme|huden|min hud|pulsåren)
      (cut|cuts|cutting|cutted|burn|burns|burned|burning|hurt|hurts|hurting|harm|harms|harming|harmed|scratch|scratching|scratches|hit|hitting|hits|punish|punishing|injure|injuring|starve|starving) {self} ~1
      (cut|cuts|cutting|slit|slitting|burn|burning) (my|his|her|their) (arm|arms|wrist|wrists|legs|leg|thigh|thighs|skin)
      (selfharm*|self harm*|self injur*|selvskad*|selvbeskadig*|selfhurt)
      (gøre|gør|gjort|gjorde) ~2 (skade på mig|skade på sig|skade på mig selv|skade på sig selv|ondt på mig selv|ondt på sig selv|noget ved mig selv|noget ved sig selv|mig selv noget|sig selv noget|sig noget|mig selv fortræd|noget mod sig selv|ved sig selv|ved mig selv)
      (skade|skader|skadet|straffe|straffer|slå|slår|banke|banker) (mig|sig|hende|ham) selv
      do something (to|with) {self}
      (mærker|ar|arrene|sår|snit|snitsår|rifter|skrammer|streger|brændemærker|scars|cuts|marks|cut marks|burns|wounds|plastre|bandages) ~3 (på|over|op ad|op af|ned ad|on|across|up|all over|under|langs) ~2 (arme|armene|armen|underarme*|lår|lårene|håndled*|ben|benene|maven|arms|wrist*|thigh*|legs|arm|forearms)
      (gemmer|gemt|skjuler|finder|fandt|fundet|har|hides|hiding|found|has|keeps|bruger|using|use) ~4 (barberblad*|barberblade|razor blade*|razor*|blades|skalpel*|brevkniv)
      (trang|lyst|urge*|tempted|fristet|trangen) ~3 (skære|skære i|cutte|cut|selvskade|skade mig|skade mig selv|hurt myself|self harm|brænde mig|gøre mig ondt|kradse) ~1
      (hoved|hovedet|head|hånd|næve|fist) ~2 (ind i|mod|into|against|i) (væggen|muren|wall|bordet|døren)
    `),
  },
  {
    intent: 'self_harm',
    level: 'care',
    patterns: lines(`
      (lange ærmer|long sleeves) ~6 (varm*|hele tiden|altid|always|even|sommer*|summer|heat)
      (kaster op|kaste op|throw up|throwing up|kastet op|sulter|stop eating|stopped eating) ~5 (med vilje|efter|on purpose|after|mig selv|sig selv|hver gang|every)
      (cutter|cutting|selvskad*)
    `),
  },
  {
    intent: 'acute_psychosis',
    level: 'acute',
    patterns: lines(`
      (ser|see|seeing|sees) ~2 (skygger|ansigter|dæmoner|syner|shadows|faces|demons)
      (overvåget|aflyttet|forfulgt|watched|followed|bugged) ~3 (gennem|through|via|af|by|tlf|telefon|phone|$)
      (kommer efter|ude efter|coming after) (ham|hende|him|her) ~1 ($|og|and|siger|tror)
      (alle|vi|folk|everyone|people) ~1 (er|are) ~1 (robotter|robots|skuespillere|aliens|djævle|onde|spies|agenter)
      (mister|miste|mistet|losing|lost) ~1 (kontrol*|control|styringen) ~3 (tanker|hoved*|virkelighed*|thoughts|mind|reality)
      (tror|thinks|believes|siger) ~4 (forfulgt|overvåget|aflyttet|watched|followed|forfølges|sending him|sending her|sender beskeder|udvalgt)
      (akut|acute) ~2 (psykisk|psykiatrisk|mental) ~1
      (psykisk|mental|psykiatrisk) ~1 (krise|crisis|sammenbrud|breakdown|ustabil) ~3
      (leder efter|snakker med|talks to|taler med) ~1 (folk|nogen|mennesker|people|someone) ~2 {not} ~2 (findes|er der|there|exist|real)
      (udenfor|uden for|outside) ~1 (min krop|my body)
      (paranoid*|skizofren*) ~8 (dage|helt|nu|værre|gale vej|bange|days|worse|medicin)
      (hører|høre|hørt|hears|hearing|hear|heard) ~3 (stemmer|stemmen|stemmerne|stemme|voices|voice)
      (stemmer|stemmerne|stemmen|voices|voice) ~3 (hoved*|head|siger|telling|tells|tell|beder|taler|snakker|says|kommanderer|befaler)
      (ser|se|set|seeing|see|sees|saw) ~2 (ting|things|syner|skygger|folk|mennesker|people|shadows|stuff|dæmoner|demons|figurer|nogen) ~4 (ikke er der|ik er der|ikke findes|ik findes|ikke eksister*|andre ikke|arent there|isnt there|not there|not real|dont exist|ingen andre|ikke er virkelig*|hjørne*|no one else|others dont|arent real|ikke kan se)
      (psykose|psykosen|psykotisk*|psychosis|psychotic|hallucin*|vrangforestill*|delusion*|manisk|maniske|manic episode|mani)
      (forfølger|følger efter|overvåger|aflytter|holder øje med|following|follows|watching|spying on|spies on|poisoning|forgifter|ude efter|out to get|sporer|tracking) ~1 (mig|ham|hende|me|him|her|os) ~4 (kamera*|cameras|chip|pet|cia|fbi|satellit*|regeringen|government|hele tiden|overalt|alle|everyone|everywhere|naboen|naboerne|neighbours|neighbors|gennem|through)
      (nogen|alle|de|folk|naboen|naboerne|politiet|pet|someone|everyone|they|people|cia|regeringen|government|neighbours|neighbors) ~3 (forfølger|følger efter|overvåger|aflytter|forgifter|ude efter|vil forgifte|vil dræbe|are following|is following|is watching|are watching|spying|are after|out to get|is after|poisoning|vil slå|er efter|is poisoning|are poisoning|want to kill|styrer|kontrollerer tanker) ~1 (mig|ham|hende|me|him|her|on me|on him|on her|os)
      (tror|tro|overbevist|thinks|believes|convinced|siger|påstår|says|mener|think) ~4 (vi|alle|folk|nogen|everyone|we|people|someone|naboen|naboerne|cia|pet|politiet|they|de|maden|food|lærerne|jeg|i|somebody) ~4 (ondt|ude efter|efter ham|efter hende|efter mig|forgift*|overvåg*|aflyt*|following|poison*|watching|out to get|spying|following|følger|forfølger|lytter med|djævel*|udskiftet|replaced|impostor*)
      (taler|snakker|talks|talking|speaks|sender|beskeder|messages) ~3 (gennem|through|via|fra|from) ~2 (tv|tvet|fjernsynet|radio|radioen|væggen|væggene|walls|stikkontakt*|mobilen)
      (tv|tvet|fjernsynet|radioen|radio|væggene|the walls|the tv) ~1 (taler|snakker|talks|talking|speaks|sender beskeder)
      (chip|chips|kamera|kameraer|mikrofon*|implant*) ~3 (hovedet|hjernen|hoved|brain|head|væggene|væggen|tænderne|tooth|teeth|kroppen)
      (gud|djævlen|djævelen|satan|god|devil|jesus|allah|profeten|dæmon*|demons|engle|angels) ~3 (taler|snakker|siger|told|telling|talks|speaks|beder|befaler|sagt|har valgt) ~2 (mig|ham|hende|me|him|her|til|to)
      (tror|thinks|believes|siger|påstår|overbevist|says|convinced) ~4 (er|is|hes|shes|being) (gud|jesus|messias|profet*|god|the messiah|a prophet|udvalgt|chosen)
      (læser|læse|stjæler|styrer|styre|reading|read|reads|controlling|controls|controlled) ~2 (mine tanker|tanker|tankerne|my thoughts|thoughts|my mind|his mind|her mind|hjernen)
      {not} ~2 (sovet|sover|slept|sleeping|sove|sleep) ~4 (2|3|4|5|6|7|to|tre|fire|fem|seks|flere|mange|two|three|four|five|several|i) ~1 (dage|døgn|nætter|days|nights)
      (ved at|går|bliver|blive|gå|going|losing|lost|mister|miste) ~2 (fra forstanden|forstanden|my mind|her mind|his mind|sindssyg|sindsyg|insane|grebet om virkeligheden|grip on reality|touch with reality|kontakten til virkeligheden)
      (helt væk|ikke sig selv|ik sig selv|helt forvirret|out of it|not himself|not herself|snakker sort|taler sort|sort snak|talks nonsense|not making sense|makes no sense) ~8 (stemmer|forfølger|følger efter|nogen|bange|farlig*|voices|following|sovet|slept|angst|råber|skriger)
      (psykiatrisk skadestue|psyk skadestue|akut psyk*|akut indlæg*|tvangsindlæg*|psych ward|psychiatric emergency)
    `),
  },
  {
    intent: 'acute_psychosis',
    level: 'care',
    patterns: lines(`
      (paranoid*|skizofren*|schizo*|psykose*|bipolar*|vanvittig af angst|angstanfald|panikanfald|panic attack*)
      (helt væk|ikke sig selv|ik sig selv|out of it|not himself|not herself|snakker sort|taler sort|fuldstændig forvirret)
      (føles|feels|feel) ~3 (uvirkelig*|unreal|ikke virkelig*|not real)
      (ved at|going) ~1 (blive|gå) ~1 (skør|vanvittig|tosset|crazy|mad)
      going (crazy|mad|insane)
    `),
  },
  {
    intent: 'missing_youth',
    level: 'acute',
    patterns: lines(`
      {not} ~1 (set|hørt|seen|heard) ~2 {kin} ~2 (siden|since|i)
      {not} ~1 (hørt|heard) ~1 (noget|fra|from|anything) ~2 (hende|ham|her|him) ~2
      (nobody|no one|ingen) ~2 (has seen|seen|har set|ved hvor|knows where) ~1 (him|her|ham|hende|han|hun|he|she)
      (han|hun|he|she|ham|hende|him|her|barnet|drengen|pigen|søn|datter) ~3 (stukket af|løbet ud|løbet væk|gået hjemmefra|rendt væk|run off|took off)
      (kommer|came|comes) {not} (hjem|home) ~4 (bange|bekymret|scared|worried|endnu|yet)
      (is gone|er væk|er forsvundet) ~4 {not} (know|ved) ~1 (hvor|where)
      {not} (er|is) ~1 (på)? ~1 (værelset|institutionen|opholdsstedet|efterskolen) ~3
      (ingen|nobody|no one) (ved|knows) hvor (han|hun) er
      (taget|rejst|gone|traveled|went) ~2 (til|to) ~3 (mødt|met) ~2 (nettet|online|internettet)
      {not} ~2 (kommet|come|came|been|vendt|været|returned|kom) ~1 (hjem|home|hjemme|tilbage|back|hjemad) ~1
      {kin} ~5 (kom|came|kommer|comes) ~1 {not} (hjem|home)
      (forsvundet|forsvandt|bortløbet|rømmet|savnet|efterlyst|efterlyse|runaway|disappeared|vanished)
      (is|has gone|gone|been|went|reported|report) ~2 missing
      (stukket|stak|stikker|løbet|løb|løber|flygtet|flygter|rendt|ran|run|running|runs) (af|hjemmefra|væk|bort|away) ~1 (fra|igen|hjemmefra|i nat|i går|siden|again|from|last|i aften|hjem*|og|i|$)
      (løbet|løb|rendt|flygtet|gået) hjemmefra
      {not} ~3 (få fat i|få fat på|fat i|fat på|få kontakt|kontakt til|kontakt med|get hold of|reach|find|finde|in contact|contact) ~3 (vores|min|my|our|hende|ham|her|him|datter|søn|daughter|son)
      (ved|aner|know|knows|idea) ~2 {not} ~1 (hvor|where) ~3 (han|hun|hende|ham|he|she|datter|søn|son|daughter|barn|eleven|drengen|pigen|kid|child|hes|shes) ~2
      (hvor|where) ~1 (han|hun|he|she|min søn|min datter|my son|my daughter) ~1 (er|is|er henne)? ~3 (slukket|svarer ikke|phone is off|siden i går|hele natten|all night|since)
      {not} (idea|anelse) ~2 (hvor|where) ~3 (er|is|han|hun|he|she)
      (ved|aner) ~1 {not} ~1 (hvor) ~1 {kin} ~1 (er|$)
      {not} (know|ved|aner) ~1 (hvor|where) ~2 {kin} ~1 (is|er|went|gik|har været)
      {not} know where (he|she|they) (is|are|went)
      (han|hun|he|she|søn|datter|son|daughter|drengen|pigen|dreng|pige) ~4 (været|er|been|is) (væk|gone|forsvundet|missing|out) ~1 (siden|since|i|hele|for|all|natten|et døgn)
      (været|er|been|is) (væk|gone) (siden|since) (i går|i morges|i forgårs|yesterday|last night|fredag|lørdag|søndag|mandag|tirsdag|onsdag|torsdag|friday|saturday|sunday|monday|aften|morning|weekenden|klokken|this morning)
    `),
  },
  {
    intent: 'missing_youth',
    level: 'care',
    patterns: lines(`
      (stikke af|stikker af|løbe hjemmefra|flygte hjemmefra|run away|running away|runaway) ~3
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
      (sendt|sende|sender|send|sends|sending|sent|sendes|tage mig|take me|taking me|tager mig|take her|tage hende|taking her|bringe mig|fly me) ~5 {abroad} ~3
      (sendt|sende|sendes|sent|send) (væk|away|ned|hjem|back) ~4 (ferie|ferien|sommer*|summer|familie|family|holiday|permanent|skole|onkel|uncle|bedste*)
      (bange|scared|afraid|frygter|nervøs|tvinge*|tvunget|forced|force|true*|threat*) ~7 (rejse|ferie|sommerferie|flyv*|travel|trip|fly|hjemland*|home country|gift|giftes|marry)
      (bror|brødre|brothers|brother|familie|familien|family|far|dad|father|onkel|onkler|fætter|fætre|uncles|uncle|cousins|de|they) ~4 (slå|slår|dræbe|dræber|dræbt|kill|kills|killing) (mig|hende|me|her) ~1 (ihjel)? ~3 (hvis|når|if|when|fordi|because|opdager|for æren)
      (kæreste*|boyfriend|dating|homo*|gay|lesbisk|lesbian|forhold|tørklæde*|hijab|muslim|dansk kæreste|kristen) ~8 (familie|familien|forældre|bror|brødre|far|family|parents|brother|dad|de|they) ~6 (dræb*|slå|slår|kill*|ihjel|forstød*|disown*|smide mig ud|true*|threat*|farligt)
      (taget|tager|took|taken|gemt|hid|hiding|konfiskeret) ~3 (pas|passet|passport) ~3
      (bortført|kidnapp*|kidnap|bortføre|abduct*)
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
  {
    intent: 'homeless_tonight',
    level: 'acute',
    patterns: lines(`
      (siddet|sidder|stået|stod|står|gået rundt|walking around|sad) ~3 (stationen|banegården|gaden|gaderne|ude|udenfor|station|street|streets|outside) ~5 (natten|nat|night|ting|things|tøj|klokken|fryser|hele)
      (kylet|smidt|sparket|kastet|kicked|thrown|threw) ~1 (mig|os|me|us) (ud|out) ~4
      (sovet|slept|sover|sove) ~1 (ude|udenfor|outside) ~3 (nat|nætter|night|nights|$|siger)
      (mangler|need|brug for|har i|finde|find|søger|har du) ~4 (seng|sovested|sofa|bed|couch|et sted jeg kan sove|sted at sove|shelter) ~4 (nat|natten|aften|night|tonight|jeg har ingen|sove|$)
      {no} ~2 (andet sted|other place|hjem|home|anden seng) ~1 ($|nu|now|at gå|to go|have|længere)
      (fogeden|bailiff) ~5 (nu|ude|out|kom|sat|smidt)
      (is|are|er) on the street ~3
      (er gået|gået|gik|løbet) ~2 (opholdsstedet|botilbud*|institutionen|bostedet) ~4 (aften|nat|ikke være|ingen)
      {no} ~3 (sted|steder|place|where|anywhere|seng|bed|et sted|nogen steder|roof) ~4 (sove|overnatte|sleep|stay|spend the night|sov|over hovedet|i nat|i aften|tonight|over my head|at være|to go)
      (hvor|where) ~3 (sove|overnatte|sleep|stay|være|go) ~2 (i nat|i aften|tonight)
      (sove|overnatte|sleep|stay|sovested|seng|bed|herberg|shelter|tag over hovedet|varmestue|natherberg|forsorgshjem) ~6 (i nat|i aften|tonight|nu|fra i dag|right now)
      (smidt|kastet|sparket|kicked|thrown|smed|smides|smide|smider|threw|throwing|kicking|kick|tvunget|sat) ~2 (ud|out) ~1 (hjemmefra|derhjemme|hjemme|hjemmet|af mine forældre|af min mor|af min far|af min kæreste|af huset|af lejligheden|fra lejligheden|af min lejlighed|of my house|of the house|of home|of my home|of our flat|of my flat|of my apartment|of the apartment|by my parents|by my mom|by my dad|by my boyfriend|my parents|fra botilbud*|af botilbud*|fra mit værelse|på gaden|on the street|at home|of my parents|af min udlejer)
      (mor|far|stedfar|stedmor|forældre|kæreste|kæresten|parents|mom|mum|dad|boyfriend|girlfriend|roommate|udlejer|landlord|fogeden|familie|family|stepdad|han|hun|de|they|he|she) ~3 (smidt|smed|smider|kicked|threw|throwing|kicking|throws|kastet|sparket|sat|kicks) (mig|os|me|us|ham|hende|my son) (ud|out|på gaden) ~1 ($|og|i dag|i går|nu|i nat|i aften|i morges|hjemmefra|and|so|fordi|because|today|last|for|igen|again|this|yesterday|på|tonight|så|uden|da|efter)
      (sover|sov|sovet|sleeping|slept|sove|overnatter|overnattet|sleep|sleeps|bor|boet|living|lives|spent the night|nætter) ~4 (på gaden|åben himmel|i en bil|i bilen|i min bil|på en bænk|bænken|opgang|opgangen|trappeopgang|i parken|en park|på stationen|stationen|outside|on the street|on the streets|in a car|in my car|in the car|rough|in the park|udenfor|ude i kulden|i telt|et telt|kælder|kælderen|på en trappe|s tog|togstation|skur|skuret|garagen|in a tent|station|toilet*)
      (er|bliver|blevet|blev|im|am|became|is|become|going to be|gør mig|står som) ~2 (hjemløs|hjemlose|homeless|husvild|boligløs)
      (står|stå|ender|standing|sidder|fryser) ~2 (på gaden|uden tag|udenfor|uden bolig|on the street) ~1
      (sofa|sofaen|couch|hos en ven|hos en veninde|hos venner|hos min ven|friends place|friends) ~8 (væk i morgen|ud i morgen|væk i dag|kan ikke blive|kan ik blive|må ikke være|må ik være|have to leave|cant stay|skal ud|skal væk|out tomorrow|sidste nat)
    `),
  },
  {
    intent: 'homeless_tonight',
    level: 'care',
    patterns: lines(`
      (hjemløs*|homeless*|husvild|boligløs|sofasurf*|couch surf*|couchsurf*|herberg|forsorgshjem)
      {no} ~3 (sted|steder|place|anywhere|bolig) ~2 (bo|live|at bo|to live)
      (smidt|smides|smider|kicked|thrown|sat) ~2 (ud|out) ~1 (af|fra|of|by|$)
      (sover|sove|sleeping) ~2 (sofa|sofaen|sofaer|couch|hos venner|hos en ven)
    `),
  },
];

/** Turns of speech, games and idioms that sound like danger and are not: taken out before the rules look. */
export const harmless: readonly string[] = lines(`
  (dø|dør|døde|død|døet|die|dying|died|dead) ~1 (af|over|of|from) ~1 (grin|latter|griner|sult|varme|kulde|kedsomhed|kede|kedelig|skam|flovhed|pinlighed|nysgerrighed|træthed|stress over|laughter|laughing|hunger|boredom|embarrassment|cringe|curiosity|heat|tørst|thirst|misundelse|spænding|grine|varmen|sulten|det her kedelige)
  (dør|dø|døde|dying|die|dead) ~1 (for at få|for en|for at se|to see|to know|to get|to try|inside lol)
  (griner|grinede|grint|laughing|laughed) ~2 (mig|ihjel|død|to death|my ass off)
  (griner|grine|grinet|keder|kede|fryser|arbejder|sveder|kedede|sulter) ~1 (mig|os|sig)? ~1 (ihjel|halvt ihjel|til døde|død)
  (to die for|drop dead gorgeous|dead tired|dead serious|dead end|dead battery|dead line|battery is dead|phone is dead|phone died|phone is dying|over my dead body|dead meat|deader than)
  (død|døde|dør|dø) (træt|sød|lækker|sjov|irriterende|kedelig|kedeligt|pinligt|pinlig|flot|god|stille|batteri|punkt|linje|mand|døds*)
  (dødtræt|dødsyg|dødsygt|dødkedelig*|dødlækker|dødssej|dødningehoved|dødvande|dødlift|dødbringende god|dødsød|dødflov|dødirriterende|dødnederen|dødens ked*|dødsdømt projekt|dødens pølse)
  (telefon|telefonen|mobil|mobilen|tlf|batteri|batteriet|computer|computeren|pc|bil|bilen|wifi|internettet|server|serveren|phone|battery|laptop|plante|planten|kaktus|blomst|fisk|guldfisk|hamster|kanin|hund|hunden|kat|katten|plant|dog|cat|goldfish|bedstemor|morfar|farmor|mormor|farfar|oldemor|oldefar) ~4 (dør|døde|død|dø|dead|died|dying|dies|ved at dø)
  (skyd|skyde|shoot|dræb|dræbe|kill) (mig|me) (nu|bare|lige|now|please|lol|haha|altså)? $
  (skyd|shoot) (mig|me)
  (skyd|skyde|skyder) (skylden|genvej|papegøjen|straffespark|på mål|et billede|billeder|en besked|film)
  (shoot|shooting) (a|an|the|me|us|him|her|you) (message|text|email|dm|film|video|movie|photo|picture|mail|hoops|basket|ball)
  (dræber|slår|kills|killing|kill|dræbe) ~1 (mig|me|os|us) ~1 (at vente|det her|ventetid*|at sidde|waiting|this wait|this heat|homework|my back|my feet|my shoes|math|ryggen|not to know|ikke at vide|langsomt|med lektier|mine sko|matematik)
  (ventetiden|ventetid|varmen|lektierne|skolen|kedsomheden|homework|school|heat|suspense|curiosity|my head|my back|my feet|waiting|this wait|this heat|this song|that joke|spændingen|math|matematikken|hovedpinen|humidity|exams|traffic|eksamen) ~2 (dræber|slår|kills|killing|is killing|are killing) ~1 (mig|me|us|os) ~1 (ihjel)?
  (mor|far|mom|mum|dad|forældre|parents|lærer|læreren|teacher|chef|boss|kæreste) ~3 (slår|dræber|kvæler|myrder|slå|kill|kills|killing|murder) (mig|me) ~1 (ihjel)? ~1 (hvis|når|if|when|for) ~4 (lektier|lektierne|aflever*|karakter*|dumper|dumpe|opgave*|homework|grades|fail|late|for sent|værelse|opvask*|room|dishes|test|eksamen|exam|jakke|glemmer|glemte|taber|phone|forget)
  (kill|killing|kills|killed|dræbe|dræber|dræb|slå|slår|terminate) ~1 (the process|a process|process|processen|the app|the server|serveren|the program|programmet|time|tiden|tid|it on stage|it at|it in|the vibe|vibe|stemningen|the mood|the lights|the engine|two birds|to fluer|fluer|mosquitoes|myg|edderkopper|ukrudt|bakterier|weeds|bugs|zombies|zombier|the boss fight|bossen|boss|monster|monstre|monsters|npc*|fjender|enemies|the dragon|dragen|noobs|them all in|en myg|en edderkop|en flue)
  (killing it|killed it|kill it|nailed it|slay|slaying|killer app|buzzkill|overkill|painkiller|killer outfit|killer whale|kill bill|killjoy)
  (skyde|skyder|skudt|dræbe|dræber|dræbt|slå|slår|kill|killed|killing|shoot|shot|shooting|stab|bombe|bomb|sprænge) ~4 (i fortnite|i cs|i csgo|i counter strike|i cod|i call of duty|i spillet|i et spil|i minecraft|i gta|i valorant|i league|i roblox|in fortnite|in cs|in minecraft|in the game|in a game|in gta|in valorant|in roblox|in cod|in league|in among us|i among us|paintball|lasertag|i zelda|i skydespil)
  (slår|slog|slå|slået|banker|bankede|tæver|tævede|smadrer|smadrede|smadre|banke|tæske|tæsker|tæskede|beats|beat|beating|crushed|destroyed|kicked|kicks) ~4 (i fifa|i fodbold|i skak|i spil|i spillet|i kort|i uno|i bordtennis|i tennis|i badminton|i håndbold|i cs|i fortnite|i minecraft|i mario kart|i kampen|i finalen|i quiz|i kahoot|i løb|i padel|i dart|i basket|in fifa|in chess|in the game|in the race|in the quiz|at chess|at fifa|at tennis|at mario kart|at football|at everything|in football|rekord*|record|in debate|i matematik|to it)
  (får|fik|fået) ~1 (bank|tæsk|tæv|klø|smæk) ~2 (i fifa|i fodbold|i cs|i fortnite|i kampen|i skak|i spil*|på banen|i bordtennis|i håndbold|af modstander*)
  (slår|slå|slog|slået) ~2 (op med|op|til|fast|fra|igennem|sig ned|mig ned på|mig løs|mig fri|rod|følge|sammen|mig på|sig på|mig ud på gulvet|græs|græsset|tiden ihjel|hjernen|dørene op|kolbøtter|vejret)
  (slår|slog|slået|stødte|slå) (mig|mit|min) ~1 (på|i|over|knæ|knæet|hoved|hovedet|tå|tåen|albue|hånd|fod|foden|ryg|ryggen) ~3 (cykel|cyklen|fodbold|sport|træning|gymnastik|idræt|arbejde|bord|bordet|dør|døren|trappe|trappen|knæ|knæet|tå|tåen|skab*|ski)
  (skar|skåret|skærer|skære|brændte|brændt|brænder|cut|burned|burnt|hit) (mig|sig|myself|himself|herself) ~2 (på|over|i fingeren|fingeren|papir|dåse|glas|on a|on the|on paper|shaving|cooking|while cooking|køkken|køkkenet|gryden|ovnen|strygejern|da jeg lavede mad|da jeg skar|sol|solen|i solen|in the sun|in the kitchen|by accident|ved et uheld|pizza)
  (skærer|skære|skåret|skar|cutter) ~1 (tænder|brød|kage|ned|igennem|rent|ansigt|løg|hår|håret|grøntsager|kanten|hjørner|ned på|ud)
  (cut|cuts|cutting) (my|her|his) (hair|nails|bangs|losses|grass|sandwich)
  (selvmål|selvmordsbombe* i spil|suicide squad|kamikaze i spil|live and let die|die hard|bohemian rhapsody|the walking dead|squid game|hunger games|13 reasons why|red dead|dead by daylight|dead pool|deadpool|dead cells|murder mystery|among us|call of duty|doctor death|death note|death metal|dødsmetal|corpse bride|kill la kill|die antwoord|rage against|knives out|gone girl|cluedo|varulv*)
  (leve|lever|live|living|survive|overleve) (af|på|uden|without|of|on|with|sammen|together|at home|i en|in a|hos|alene|with my|med min|med mine|i kollektiv|in denmark|in copenhagen|alone|selvstændigt|sundt|here with|op til|er løn|er su)
  (want|wanna) ~1 live (with|in|at|near|close|here|there|on|alone|together|by)
  {not} ~2 (leve|live) (uden|without|af|på|on|of) ~2
  (liv og død|live og dø for|life and death|dead week|livets gang|dead weight|død periode|dødt løb)
  (krampe|kramper) i (benet|læggen|foden|benene|lægmusk*|tæerne|låret|hånden)
  (madforgiftning|madforgiftet|food poisoning|blodforgiftning af|myggestik|solstik*)
  (stikker|stikke|stukket|stak) ~1 (ud|næsen|til søs|halen|hovedet|en finger|ind til jer|af fra regningen|af fra timen|af fra undervisning*|ud i mængden)
  (hænger|hænge|hang|hanging|hang) ~1 (ud|sammen|fast|out|in there|med hovedet|på|tøj|plakat*|billede*|vasketøj|around)
  (hoppe|hopper|hoppet|springe|springer|sprunget|jump|jumping) ~3 (over|fra|på|af|ud af|off|on|out of) ~1 (skolen|uddannelsen|uddannelse|gymnasiet|en time|timen|klassen|studiet|frokost|trampolin*|cyklen|10 meter vippen|vippen|trampoline|hf|eud|forløbet|linjen|job*|jobbet) ~1
  (tage|tager|tog|tag|gå|going|jump|hop|hoppe|hopper|kom) ~1 (på|med|on) ~1 (bussen|toget|metroen|the train|the bus|the metro|bus|tog)
  (bomb|bombe|bombede|bombed|smadret|smadrede|smadrer) ~1 (the test|the exam|eksamen|min test|prøven|my test|my exam|my interview|interviewet)
  (kvæle|kvæles|kvælning|drowning|drukner|drukne|drown) ~2 (i lektier|i arbejde|i opgaver|i mails|i papirarbejde|in homework|in work|in paperwork|in assignments|in debt|i gæld|i rykkere|i regninger|i rod)
  (brænder|brænde|burning|brændt) ~1 (for at|for det|for musik|for noget|for dyr|for sport|ud|inde med|sammen|nallerne|out|to know|med at|til at|igennem|ud af stress|mig inde)
  (død og pine|dø om jeg|dødsens alvor*|det er til at dø over|pinlig til døden|syg i hovedet|sygt|sindssygt|sindssyg god|sindsygt|sindssyg|vanvittigt|vildt|sick beat) (god|godt|sjov|sjovt|flot|nice|dygtig|glad|spænd*|fedt|fed|træt|travlt|mange|meget|hurtigt|dyrt|svært|lækker*)
  (stroke of|brush stroke|back stroke|heat stroke|breast stroke|strokes in)
  (rape|raps|voldtægt) ~1 (mark|marken|seed|olie|oil|felt)
  (mærker|ar|marks|cuts|sår|burns|rifter) ~3 (på|on) ~2 (arme*|arms|ben*|legs|hænder*) ~4 (kat|katten|cat|killing|hund|brombær|tornene|akne|eksem|allergi|eczema|allergy|acne|myg|fodbold*|håndbold*|idræt|tattoo*|tatover*)
  (forsvundet|forsvandt|disappeared|væk|vanished|missing) ~3 (fra min konto|fra mit kort|fra appen|from my account|from the app|fra min profil|fra hjemmesiden|from the website|fra e boks|pung|nøgler|nøgle|mail|mails|ansøgning*|papirer|penge|pengene|wallet|keys|application|min cykel|min taske)
  (pung|nøgler|nøgle|nøglen|mail|mailen|ansøgning|ansøgningen|papirer|papirerne|penge|pengene|su|suen|løn|cykel|cyklen|wallet|keys|application|money|formular*|brev|brevet|bike|email|file|filen|login|dokument*|form|pakke|pakken|min bus|katten|hunden|cat|dog) ~3 (forsvundet|forsvandt|disappeared|er væk|is missing|went missing|gone missing|gone|vanished|{not} kommet|{not} kommet hjem|missing)
  (ikke|ik|not|never|aldrig) ~1 (været|kommet|been) (hjemme hos|hjem fra arbejde endnu|home from work yet|home from school yet)
  (rockerjakke|rocker musik|rockermusik|jukebox*|rockerband|rocking|rock band|rockband|garageband|school band|gang i den|i gang|kom i gang|sat i gang|første gang|hver gang|mange gange|en gang til)
  (press|presset|presser) ~2 (af lektier|af eksamen*|i skolen|på arbejde|for tid|by deadlines|by exams|by school|mine lektier|over karakter*)
  (smidt|smider|smed|kicked|thrown|smides|røget) ~1 (ud|out) ~1 (af|fra|of) ~1 (skolen|skole|gymnasiet|klassen|klasse|uddannelsen|hf|eud|timen|undervisningen|chatten|appen|spillet|gruppen|a kassen|school|class|the game|the group|gym*|chat|team|holdet|klubben|the team|discord|serveren|lobbyen|praktik*|forløbet|produktionsskolen|fgu|jobbet|erhvervsskolen|10 klasse|timerne|byturen|baren|diskotek*|the club|college|university|high school)
  (overnatte|overnatter|sove|sover|sleep|stay|sleeping) ~3 (på lejr*|på hytte*|til fest|på roskilde|til festival|på festival*|med klassen|in the tent at|camping|spejder*|på studietur|at a festival|at roskilde|i telt på|in a tent on|på landevej|til lan|over hos en veninde til)
  (hader|hate) ~1 (livet|my life|mit liv) ~1 (lol|haha|xd|når vækkeuret|mandag*|mondays)
  (blive|bliver|blev|be|am|get|gets|getting) gift ~2 (næste år|til sommer|med min kæreste|next year|frivilligt|selv vil)
  (kriminel lavalder|kriminalforsorg|kriminalserie|true crime|krimi|krimier)
  (dræbersnegl*|dræberhval*|skudår|dødbold|skudsikker|ihjel af kedsomhed|bombe god|bomben)
`);

/** What lowers an acute hit to `care` when it stands close by. */
export const lowering: Readonly<
  Record<'negation' | 'past' | 'quotation' | 'joke' | 'stillTrue' | 'clauseEnd', readonly string[]>
> = {
  negation: lines(`
    (ikke|ik|ikk|ikek|aldrig|hverken|not|never|dont|do not|doesnt|didnt|isnt|wasnt|havent|hasnt|arent|no intention|ingen planer|ingen tanker|wouldnt|wont|ingen|uden)
  `),
  past: lines(`
    (sidste år|forrige år|engang|dengang|tidligere|før i tiden|for længe siden|i gamle dage|som barn|som lille|da jeg var|da hun var|da han var|back then|used to|years ago|year ago|last year|long ago|in the past|as a kid|as a child|when i was|back in)
    (for|ca) ~3 (år|måneder|aar|mdr) siden
    (i|back in) (2010|2011|2012|2013|2014|2015|2016|2017|2018|2019|2020|2021|2022|2023)
    (har haft|havde|had|fik) ~1 (selvmordstanker|en depression|psykose|en psykose|suicidal thoughts)
  `),
  quotation: lines(`
    (skoleopgave*|opgave om|opgaven om|opgave i|stil om|dansk stil|projekt om|projektopgave*|emneopgave|rapport om|fremlæggelse*|fremlægge|srp|sso|so5|essay|school project|assignment|presentation|homework about|paper about|class about|speech about|thesis)
    (film|filmen|filmene|serie|serien|serier|movie|movies|series|tv show|show|netflix|documentary|dokumentar|bog|bogen|bøger|roman|romanen|novelle|novellen|digt|digtet|book|novel|poem|lyrics|sang|sangen|sange|sangtekst*|song|songs|tekst til en sang|podcast|podcasten|artikel|artiklen|article|nyhederne|avisen|the news|i nyheder|game|spil|spillet|computerspil|teater*|rollespil|dungeons|character|karakter i|hovedpersonen|skuespil|theatre|meme|citat|quote|ordsprog|roskilde teater|manuskript)
  `),
  joke: lines(`
    (haha*|hahah*|hehe*|hihi*|lol|lmao|lmfao|rofl|xd|xdd|jk|just kidding|kidding|spøg|spøger|for sjov|sjov|just joking|joking|joke|jokes|laver sjov|lavede sjov|fis|kun gas|gas|sarkasme|ironisk|ironi|sarcasm)
  `),
  stillTrue: lines(`
    (igen|stadig|stadigvæk|lige nu|nu|i dag|i aften|i nat|hver dag|hver aften|hver nat|again|still|right now|now|today|tonight|every day|every night|begyndt|begynder|starter|starting|lige siden|ever since|ikke for sjov|ik for sjov|ingen joke|no joke|not joking|not kidding|not a joke|alvor|seriøst|serious|seriously|mener det|mean it|tilbage|back again)
  `),
  clauseEnd: lines(`
    (og|men|så|for|and|but|so|nu|because|fordi jeg|mere|længere|længre|anymore|stoppe med|stop|stopping|holde op med|lade være med|lade være|help|undgå)
  `),
};
