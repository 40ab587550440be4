/**
 * Threats to others, a youth who is gone, nowhere to sleep.
 * Rules of the risk screen, as data; see `risk-rules.ts`.
 */
import { lines, type Rule } from './risk-words.ts';

export const aroundRules: readonly Rule[] = [
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
      (skoleskyd*|school shoot*|skudmassakre|terrorangreb|bombetrussel|bomb threat|drabstrus*|dødstrus*|death threat*|shoot up|skyde skolen|hit list|dødsliste)
      (true*|trusler|trussel|threat*) ~5 (skole*|skolen|lærer*|klasse*|klassen|school|teacher|klassekammerat*|class|kommunen|sagsbehandler*)
      {weapon} ~5 (true*|threat*|på skolen|i skolen|at school|imod|dræbe|kill)
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
      {person} ~5 (forsvundet|forsvandt|bortløbet|rømmet|efterlyst|disappeared|vanished|runaway)
      (forsvundet|forsvandt|disappeared|vanished) ~2 (siden|since|fra skolen|from school|hjemmefra|from home|uden at sige|without) ~2
      (bortløbet|rømmet|melde savnet|meldt savnet|er savnet|melder savnet)
      (efterlyse|efterlyst) ~3 {kin}
      {person} ~3 (is|has gone|gone|been|went|reported|report) ~2 missing ~0 ($|since|for|from home|and|again|from the)
      {person} ~3 (stukket|stak|stikker|løbet|løb|løber|flygtet|flygter|rendt|ran|run|running|runs) (af|hjemmefra|væk|bort|away) ~1 (fra|igen|hjemmefra|i nat|i går|siden|again|from|last|i aften|hjem*|og|i|$)
      (løbet|løb|rendt|flygtet|gået) hjemmefra
      {not} ~3 (få fat i|få fat på|fat i|fat på|få kontakt|kontakt til|kontakt med|get hold of|in contact) ~3 (vores|min|my|our|hende|ham|her|him|datter|søn|daughter|son)
      {not} ~1 (find|finde|reach) ~1 (vores|min|my|our)? (søn|datter|dreng|pige|barn|lillebror|lillesøster|son|daughter|kid|child|boy|girl|brother|sister|hende|ham|him) ~1
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
      (sove|overnatte|sleep|stay|seng|bed) ~6 (i nat|i aften|tonight|fra i dag)
      (overnatte|sovested|herberg|shelter|tag over hovedet|varmestue|natherberg|forsorgshjem) ~6 (i nat|i aften|tonight|nu|fra i dag|right now)
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
