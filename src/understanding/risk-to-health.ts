/**
 * Danger to life and mind that needs help at once: accident, poisoning, psychosis.
 * Rules of the risk screen, as data; see `risk-rules.ts`.
 */
import { lines, type Rule } from './risk-words.ts';

export const healthRules: readonly Rule[] = [
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
      {person} ~4 (bevidstløs*|bevistløs*|besvimet|livløs*|unconscious|unresponsive|passed out)
      (er|ligger|blev|bliver|gået|helt|is|lies|lying|went|was|been|found|fundet|fandt) ~1 (bevidstløs*|bevistløs*|besvimet|livløs*|unconscious|unresponsive|passed out) ~1
      (bevidstløs*|bevistløs*|unconscious|unresponsive) ~2 (på|i|ved|on|in|at|hjælp|help) ~2 (gulv*|floor|badet|badeværelse*|bathroom|gaden|street|jorden|ground|sengen|bed|hvad)
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
      (han|hun|min mor|min far|min ven|barnet|de|vi|jeg|ved at) ~2 (dør|døende) ~1 (nu|lige nu|foran mig|foran en)
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
      {person} ~3 (overdosed|overdoser|overdoserede|overdoseret|overdosing|oded)
      (taget|tog|tager|tage|took|taken|take|har|has|have|havde|fik|fået|på en|of an|tror|think|maybe) ~3 (overdosis|overdose|overdosering)
      (overdosis|overdose|overdosering) ~2 (hvad gør|what do|help|hjælp|nu|now|panodil*|piller|paracetamol|stoffer|pills)
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
      (forfølger|følger efter|overvåger|aflytter|holder øje med|following|follows|watching|spying on|spies on|poisoning|forgifter|ude efter|out to get|sporer|tracking) ~1 (mig|ham|hende|me|him|her|os) ~4 (kamera|kameraer|cameras|chip|pet|cia|fbi|satellit*|regeringen|government|hele tiden|overalt|alle|everyone|everywhere|naboen|naboerne|neighbours|neighbors|gennem|through)
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
];
