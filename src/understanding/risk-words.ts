/**
 * What all rules of the risk screen share: the intents they can find, the shape of a rule, and lists of words.
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

/** One pattern a line. */
export const lines = (text: string): readonly string[] =>
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
  me: 'mig|mej|os|hende|ham|dem|me|us|her|him|min|mit|mine|sin|sit|sine|my|børnene|the kids|søster|lillebror|storebror|lillesøster|mor|mom|mum|vores|our|datter|datteren|søn|sønnen|drengen|pigen|barnet|daughter|son|mama',
  kin: 'søn|sønnen|datter|datteren|dreng|drengen|pige|pigen|barn|barnet|teenager|søster|lillesøster|lillebror|bror|elev|eleven|plejebarn|plejesøn|plejedatter|veninde|ven|son|daughter|kid|child|boy|girl|sister|brother|student|friend|ham|hende|him|her',
  close:
    'far|fatter|mor|papa|farmand|stedfar|stedmor|papfar|plejefar|plejemor|kæreste|kæresten|eks|ekskæreste|mand|kone|samlever|bror|storebror|søster|forældre|onkel|bedstefar|fætter|dad|mom|mum|father|mother|stepdad|stepfather|stepmom|boyfriend|girlfriend|bf|gf|husband|wife|partner|ex|brother|parents|uncle|han|hun|de|he|she|they|hes|shes|theyre|fars|mors|faren|moren|stedfaren|stedmoren|papfaren|manden|samleveren|broren|onklen|eksen|kærestens|baba|mama|stepmum|stepmother|auntie|farfar|morfar|girl friend|boy friend',
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
    'ham|hende|dem|nogen|alle|jer|folk|skolen|skole|klassen|lærer|læreren|lærerne|far|mor|stedfar|kæreste|eks|ekskæreste|kammerat|klassekammerat|chef|sagsbehandler|sagsbehandleren|kommunen|bror|søster|him|her|them|someone|somebody|everyone|everybody|people|school|teacher|boss|class|classmate|mom|dad|ex|caseworker|stepdad|stepfather|stedfaren|fætter|cousin|husband|onkel|uncle|familie|family|roommate|nabo|naboen|udlejer|landlord|bestyrer|træner|coach|hele klassen|lærere|teachers|kammerater|dad|stepmum',
  weapon:
    'kniv|kniven|pistol|våben|skydevåben|gevær|machete|bombe|økse|gun|knife|weapon|rifle|bomb|peberspray|maskinpistol|hammer|hammeren|bat|battet|jernrør|jernstang|kniven|pistolen|glock|blade|baseballbat',
  gang: 'bande*|banden|rocker*|gruppering*|gang|gangs|gangmembers|gruppen|slæng|miljøet|klubben|ha|loyal to familia|ltf',
  abroad:
    'hjemland|hjemlandet|somalia|pakistan|irak|syrien|tyrkiet|afghanistan|libanon|marokko|egypten|iran|jordan|bosnien|kenya|koranskole|udlandet|abroad|home country|country|land|iraq|syria|turkey|lebanon|morocco|genopdragelse|genopdragelsesrejse',
  weekday:
    'mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|weekenden|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|the weekend|i morgen|tomorrow',
  later:
    'mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|weekenden|jul|julen|nytår|sommer|sommeren|foråret|efteråret|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|næste uge|næste måned|næste år|til den tid|i morgen|i overmorgen|monday|tuesday|wednesday|thursday|friday|saturday|sunday|christmas|new year|spring|summer|autumn|january|february|march|june|july|october|next week|next month|next year|tomorrow|by then|eid|fødselsdag|birthday',
  offender:
    'stedfar|stedfaren|papfar|onkel|onklen|morfar|farfar|bedstefar|fætter|bror|storebror|far|faren|træner|træneren|hjælpetræneren|keepertræneren|lærer|læreren|chef|chefen|mester|instruktøren|lederen|pædagogen|naboen|udlejeren|manden|mand|fyren|chaufføren|vikaren|kollega|stepdad|uncle|grandpa|grandfather|cousin|brother|dad|father|boss|coach|teacher|manager|landlord|physio|driver|neighbour|priest|imam|man|guy|boyfriend|kæreste|host father',
  person:
    'jeg|jg|min|mit|mig|hun|han|hende|ham|en elev|eleven|pige|pigen|dreng|drengen|barn|barnet|baby|babyen|søn|sønnen|datter|datteren|stedsøn|bonussøn|plejesøn|plejedatter|plejebarn|bror|lillebror|storebror|søster|lillesøster|storesøster|ven|veninde|vennen|kammerat|makker|mor|far|mormor|morfar|farmor|farfar|kæreste|kæresten|roomie|nabo|naboen|beboer|beboeren|borger|fyren|teenager|ung|den unge|i|im|ive|my|me|she|he|shes|hes|her|him|girl|boy|kid|child|son|daughter|stepson|stepdaughter|brother|sister|friend|mate|bro|mum|mom|dad|gran|nan|girlfriend|boyfriend|roommate|flatmate|pupil|student|neighbour|tenant|patient|somebody|someone|nogen',
};
