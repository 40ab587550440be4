/**
 * What is seen when life or mind is in danger: a colour, a sound, an empty packet, a sign on the wall.
 * Rules of the risk screen, as data; see `risk-rules.ts`.
 */
import { lines, type Rule } from './risk-words.ts';

export const signRules: readonly Rule[] = [
  {
    intent: 'life_danger',
    level: 'acute',
    patterns: lines(`
      (blå|grå|lilla|hvid|blue|grey|gray|purple|white|gråblå|blålilla) ~2 (om|around|round|i|in|på) ~1 (læberne|munden|mund|the lips|lips|mouth|the mouth|ansigtet|hovedet|neglene|kinderne|fingrene)
      (læber|læberne|lips|mund|munden|mouth|negle|neglene|nails|ansigt|ansigtet|face|fingre) ~3 (grey|gray|blå|grå|blue|purple|lilla|white|hvid|kolde|iskolde)
      (kolde|iskolde|cold) (læber|lips)
      (helt slap|er slap|floppy|limp|slap som|soft like|livløs*|faldet hen|falder hen|gledet ned)
      (hævet|hæver|hæves|swollen|swelling|swelled|tyk|svulmer|svulmet) ~4 (hals|halsen|tunge|tungen|tongue|face|ansigt|throat|luftvej*)
      (hals|halsen|tunge|tungen|tongue|throat|face|ansigt|ansigtet) ~4 (hæver|hævet|swollen|swelling|svulmer|helt tyk|lukker sig|closing|shut)
      (stung|stukket af|spist|ate|eaten|fået) ~6 (bi|bee|wasp|hveps|nødder|nuts|peanut*|jordnød*|rejer|allerg*) ~8 (hals*|tunge*|tongue|throat|face|breath*|vejret|wheez*|hæver|swollen|ånde*)
      (epipen*|epi pen|adrenalinpen*|pennen er brugt)
      (klemme|klemmer|klemt|knuger|knugende|trykker|holding|squeezing|crushing|jag|tightness) ~3 (brystet|bryst|chest|his chest|hjertet)
      (den ene side|one side|halvdelen|højre side|venstre side) ~3 (ansigt*|face|munden|mouth|kroppen|body) ~3 (hænger|droop*|lam|lammet|numb|hangs|hanging)
      (munden|mundvig*|mouth|face) ~1 (hænger|drooping|droops)
      (faldt|faldet|røg|gik|gået|fell|fallen|went|styrtede|styrtet) ~3 (gennem isen|through the ice|i vandet|into the water|in the water|i havnen|i søen|i åen|overboard|fra taget|from the roof|off the roof|off the balcony|fra altanen|ud af vinduet|out of the window|under vandet|under water|under by|ned ad trappen og)
      (isen|ice) (knækkede|brast|brød|broke|cracked)
      (under isen|under the ice|i strømmen|drifted|drev ud|driver ud|swept) ~3
      {not} ~2 (se|see) ~1 (ham|hende|him|her) ~3 (vandet|water|isen|the surface|huen|mere)
      (kom op igen|kom op|came up) ~6 (skum|foam|slap|hoster|hat|cap|huen)
      (der er|theres|there is|fuld af|full of|masser af) ~1 (røg|smoke|flammer|flames|gas) ~3 (på|i|in|from|fra|everywhere|overalt|hele|under)
      (ligger|ligge|lies|lying|sidder) ~6 (toget|train) ~2 (kommer|coming|comes)
      (ligger|lie|lying|lies|ligge) ~4 (på skinnerne|på sporet|on the tracks|på banen|på vejen|on the road|entreen|på badeværelse*|i opgangen|ved hegnet) ~3
      (føder|føde|giving birth|in labour|veer|contractions) ~6 (toilet*|nu|now|alene|alone|skole*|school)
      (anfald|anfaldet|seizure|fit|kramperne) ~4 (halv time|halvtime|varet|minutter|minutes|stopper|going on|still|lasted|igen og igen)
      (diabet*|sukkersyge|insulin|blodsukker) ~9 (kontakt|svar*|faldet hen|sveder|respond*|ryster|wake|besvim*|confused|forvirret)
      (stuck|fast|klemt|trapped|sidder fast) ~2 (under|i|in|inside) ~2 (truck*|palle*|maskine*|lift*|elevator*|shaft|machine|bilen|traktor*|båndet) ~9
      (han|hun|he|she|mor|far|bror|min ven|baby|babyen) (dør|dies|dying) ~1 $
      (kom nu|skynd*|hurry|please come|hjælp|help) ~3 (dør|dying|dies)
      (så meget|so much|masser af|lots of|vildt meget|rigtig meget|så mange) ~1 (blod|blood|rødt)
      (venter på|henter|hent|get|fetch|waiting for|find|brug for) ~1 (en)? (hjertestarter*|defibrillator|aed)
      {not} ~1 (feel|mærke) ~2 (legs|ben|benene|my feet|sine ben|his legs|fødder|arme)
      (hit|slog|ramt|albue|elbow|faldt) ~3 (hoved|hovedet|head) ~9 (dobbelt|double|kaster op|brækker sig|brækker|vomit*|sover|sove|sleepy|svarer mærkeligt|confused|bevidst*)
      (breathes|breath|breathing|ånder|trækker vejret|vejrtrækning*) ~3 (once|sjældent|langsomt|slow*|mærkeligt|weird*|barely|hardly|næsten ikke|næsten ik|hvæser|hvæsende)
      (wheezing|hvæser efter vejret|gurgler|gurgling|rallende|rallelyde|ralle)
      (snorker|snorer|snoring) ~2 (mærkeligt|weird*|noise|underligt|funny)
      (weird|mærkelig*) (snoring|snorken|breathing)
      {not} ~2 (moved|bevæget|rørt sig|rørt på sig) ~3 (siden|since|for|i)
      {not} ~1 (open|åbne|åbner) ~1 (his|her|sine|øjnene) ~1 (eyes|øjne)
      {not} ~1 (making sound|cry anymore|græder mere|cries anymore|sige noget mere)
      (stopped|holdt op med at|er holdt op med at) ~1 (moving|bevæge) ~2
      (hoster|coughing|spytter|kaster) ~1 (blod|blood|skum|foam) ~1 (op)?
      (alarm*|hyler) ~8 (ligge|ligger|lying) ~3 (entreen|gulvet|floor)
    `),
  },
  {
    intent: 'poisoning_overdose',
    level: 'acute',
    patterns: lines(`
      (tog|taget|took|taken|slugt|slugte|sluger|swallowed|spist|spiste|ate|eaten|proppet) ~2 (hele|alle|the whole|whole|all|every|everything|det hele|dem alle|hver eneste|all of) ~4 (æsken|æske|glasset|glas|pilleglas*|pakken|pakke|box|bottle|pack|packet|tablet*|painkiller*|kapsler|pills|piller|pillerne|blister*|medicin*|meds|capsules)
      (æsken|æske|pilleglas*|glasset|blister*|blisterpakker*|packet|pillepakke*|ugeæske*|doseringsæske*|pill bottle|pill box) ~4 (tom|tomt|tomme|empty|fuld i går|fuldt i morges|was full|var fuldt|var fuld)
      piller piller piller
      (tom|tomt|tomme|empty) ~1 (pille*|packet|blister*|æske|æsker|pill|medicin*|paracetamol*|panodil*)
      (bottle|glasset|flasken) ~6 (whole month|hele måneden) ~4 (empty|tom*)
      (blodtryksmedicin|hjertemedicin|sovemedicin|piller|pillerne|medicinen|pills|tablets|meds) ~1 (mangler|is missing|are missing|forsvundet) ~6 (hun|han|she|he)
      (tog|taget|took|taken|had|fik|fået|tage) ~4 (for mange|flere end|more than|en del flere|ekstra af|extra of|too many|twice|alle sammen ekstra|dobbelt) ~7 (medicin*|piller*|beroligende|label|æsken|tablets|meds|hovedpine*|sovepiller|pakken|painkillers|dosis|dose)
      (more than|mere end|flere end) ~2 (label|æsken|pakken|der står på|lægen) ~2
      (had|took|tog|taget) ~1 (my|min|mine) (meds|medicin|pills|piller) ~8 (again|igen) ~6 (again|igen)
      (for mange|too many) ~8 (vejer|weigh|allerede gjort|already did|already done|slugt|taken)
      (slugt|slugte|sluge|swallowed) ~2 (for mange|mange|a lot|too many|hele|every|all) ~3
      (spist|ate|eaten|fundet|found|taget|took) ~3 (af mine|grandfathers|grandmas|mormors|farmors|farfars|morfars|bedstefars|søsters|søster|hjerte*|mums|dads) ~2 (piller|ting|tablets|pills|medicin|hjerteting|pakke|adhd*|hjerte*)
      (tog|taget|took|found) ~2 (mine|min|my|hele min) ~2 (adhd*|ritalin|sove*|hjerte*|søsters) ~1 (piller|pakke|pills|medicin|tabletter)? ~3
      {pills} ~9 (sleep and sleep|sover og sover|kaster op|slap|sløv|sløret|kan ikke stå|kan ik stå|holde hovedet|falder i søvn|mærkelig|boiling|shaking|ringing)
      (ukendte|unknown|nogle|some) (tabletter|piller|pills|tablets|kapsler) ~6 (sløret|stå|svar*|slap|stand|speech)
      (pulver|powder|kapsel|kapsler|capsule|edible|edibles|bær|berries|svampe|mushrooms|lattergas|dåsen|lighergas|lightergas|sniffede|sniffed|fixede|snuffed|ketamin|mdma|pills|piller|taget noget|took something|two of those|to af dem) ~12 (hjertebanken|hjertet|heart|skummer|skum|foam*|gurgler|ryster|shaking|besvim*|få ham op|få hende op|koger|boiling|dobbelt|se ordentligt|øjnene er åbne|siger noget|hedder|lilla|sense|talking to|teeth|tænder|oven|varm)
      {not} ~1 (få|get) (ham|hende|him|her) (op|up|vågen|i gang)
      {not} ~1 (holde|hold) ~1 (hovedet|head) ~1 (oppe|up)?
      (hjertet|heart|hjerte) ~1 (kører|slår|is going|beats|going) ~1 (200|forkert|for hurtigt|ujævnt|wrong|too fast|uregelmæssigt)
      (drank|drink|drinks|drak|drukket|drikker) ~3 (cleaning|rengøring*|opvaske*|afkalker|product|terpentin|white spirit|from water bottle|toiletrens*)
      (kapsler|kapsel|tabs|capsule|pods|pod) ~4 (opvask*|dishwasher|vaskemaskine*|laundry|munden) ~4
      (en hel flaske|hel flaske|whole bottle|hele flasken) ~8 (gurgler|ligger|vågner|kaster|wake|væddemål|bet|dare)
      (pupils|pupiller|pupillerne) ~3 (tiny|bittesmå|knappenål*)
      (blandet|mixed|blandede) ~2 (noget|something|piller|pills|det) ~8 (hjert*|heart|alene|alone|skulle)
      (lined|stillede) ~2 (them|dem) ~4 (up|op) ~8 (werent there|var de væk|gone|væk)
      (det hele|all of it|alle sammen) ~1 (er inde|er nede|is down|is in me|inside now) ~2
    `),
  },
  {
    intent: 'acute_psychosis',
    level: 'acute',
    patterns: lines(`
      (de|they|nogen|someone|dem|i) ~2 (sat|lagt|put|placed|installeret|installed|plantet|gemt|planted|har) ~3 (noget|kamera|kameraer|mikrofon*|something|cameras|a camera|chip|sender) ~5 (radiator*|tand|tænder|tooth|teeth|øjne|øjnene|eyes|hovedet|my head|væggen|væggene|walls|lampen|kroppen|hjernen|brain)
      (høre|hear|læse|read|hører|hears|reading|læser|sender) ~2 (hvad jeg tænker|what i think|what im thinking|mine tanker|my thoughts|hans tanker|his thoughts|his dreams|mine drømme|his mind)
      (skiftet ud|byttet ud|byttet os ud|udskiftet|replaced|swapped|byttet om|skiftet os ud) ~5 (skuespillere|andre|actors|mennesker|impost*|one of them|robot*|kopi*|fremmede)
      (replaced|udskiftet) ~4 (with one of them|med en af dem)
      (thinks|tror|siger|says|overbevist|sikker på|believes) ~3 (i am|im|jeg er|vi er|we are) {not} ~1 (her|his|hans|hendes|sin|my) (son|daughter|mother|mor|søn|datter|wife|mom|forældre|parents)
      (everything is|alt er) (a sign|et tegn|tegn)
      (tegn|signs|koder|kode|codes|nummerplader*|number plates|tallene|talene|the numbers|busruter) ~8 (til mig|to me|about me|hænger sammen|louder|told me|fortæller mig|forstår alt|de skriver til)
      (jeg|i) forstår (alt|alting|det hele) nu
      (det hele|everything) (hænger sammen|is connected)
      (tv|tvet|fjernsynet|tv avisen|radioen|radio|boksen|camera|routeren|router|spejlet|mirror|lampen|stikkontakt*|telefonen) ~5 (taler|siger|blinker|spoke|speaks|says|talks|told|hvisker|whispers|kigger|sender) ~4 (til mig|to me|mit navn|my name|kode*|forkert|om mig|about me|orders|ordrer)
      (manden|kvinden|man|ansigtet|people|folk|nogen|someone|dem|those) ~1 (i|bag|in|behind|inside) ~1 (spejlet|the mirror|mirror|væggen|væggene|the wall|the walls|loftet|the ceiling|skærmen|radiatoren)
      {not} ~1 (sovet|slept|sleeping|sover|sove) ~1 (siden|since) ~1 (mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|i forgårs|monday|tuesday|wednesday|thursday|friday|saturday|sunday)
      (awake|vågen|oppe) ~1 (siden|since|for|i) ~1 (mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tre|fire|fem|three|four|five|3|4|5|days|dage|døgn) ~6
      {not} ~2 (need|brug for|behøver) ~1 (mad|food|søvn|sleep|sove|spise) ~1 (eller|or|and|og) ~1 (mad|food|søvn|sleep|sove|spise)
      (day five|day four|femte dag|fjerde døgn) ~3 (holy|hellig|feeling|vågen|awake|uden søvn)
      (hvisker|taler|talte|snakker|talking|talks|whispers|whispering|ler|griner) ~2 (til|med|to|with) ~1 (solen|the sun|væggen|the wall|walls|nobody|ingen|spejlet|the mirror|de døde|ånder|spirits|nogen vi ikke|nogen der ik|nogen der ikke|someone who isnt|nobody there|folk der ikke|people who arent)
      (ler|griner|laughs|laughing) (alene|alone|for sig selv) ~2 (hele natten|om natten|all night|for ingenting)
      (dækket|tapet|covered|taped|malet|painted|dækker) ~3 (spejle*|alle spejle|mirrors|vinduerne|windows|the window|stikkontakt*|sockets) ~4
      (stikkontakt*|sockets|spejlene|mirrors) ~3 (tapet|dækket|skruet|taped|covered)
      (strålerne|stråler|rays|bølgerne|the waves) ~4
      (gennem|through) ~1 (ledningerne|the wires|stikkontakt*|the pipes|rørene|strømmen)
      (dæmon|dæmoner|demon|demons|djævlen|djævelen|devil|the devil|jinn|djinn|satan|ånder) ~4 (skulder*|shoulder|i kroppen|in my body|inde i|inside|i mig|i ham|in her|in him|i huset|in the house|er en)
      (er en|is a) (dæmon|demon|djævel|devil)
      (styre|styrer|control|controls) ~1 (vinden|vejret|the weather|the wind|solen|trafiklys*)
      (in a simulation|i en simulation|i the matrix)
      (de|gud|they|god|allah|stemmerne) ~1 (har)? (valgt|chose|chosen|udvalgt|picked) (mig|me)
      (er jeg|am i) (død|dead) $
      (stemmerne|stemmer|the voices|voices) ~1 (sir|siger|si|said|say|tell|orders|beordrer|vil ha) ~4
      (hører|hears|høre|hear) ~1 (nogen|someone|noget) ~2 (kommander*|befal*|commanding|telling|råbe mit|sige jeg|order*)
      (manden|mænd|man|bil|biler|car|cars) ~4 (sorte|sort|black|hvide|white) ~2 (bil|biler|car|cars|van) ~4 (alle|everywhere|følger|overalt|following|hver dag)
      (messages|beskeder) ~4 (being left|left for me|left for him|til ham|til mig) ~4 (register|væggen|avisen|nummerplader*|tv|the news|radio*)
      (hides|gemmer sig|hiding|gemt mig) ~4 (scissors|sakse|saks|knife|kniv|siden|since)
      (knivene|knives|sakse|scissors) ~3 (gemme|hide|gemt|væk) ~2 (for hende|for ham|from her|from him|from me|for mig)
      (gemme|hide|gemt) ~1 (knivene|the knives|knives|alle knive)
      (married to|gift med) ~1 (a singer|en sanger|jesus|gud|god|prinsen|the prince|a president|en kendt)
      (går|gå|walk|gik) ~3 (til fods|barefoot|uden sko|without shoes) ~4 (i nat|tonight|mekka|mecca|jerusalem|haven)
      (har|have) ~1 (mistet forstanden|lost my mind|lost his mind|lost her mind)
    `),
  },
];
