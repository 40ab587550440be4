/**
 * What makes the risk screen calmer: turns of speech that only sound like danger, and what lowers an alarm.
 */
import { lines } from './risk-words.ts';

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
  (cut|cuts|cutting) (my|her|his) ~1 (hair|nails|bangs|losses|grass|sandwich|fringe|lawn|cake)
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
  (truer|truede|true|threatens|threatened|threatening) ~1 (med at|to) (spise|sladre|give|sige|fortælle|slukke|skælde|sende|synge|fjerne|stoppe|droppe|købe|lave|eat|tell|give|sing|turn off|take away my phone|ground|cancel)
  (vejret|luft|breathe|breathing) ~1 (af|af bare|from|because of|for|im) ~1 (grin|latter|laughing|laughter)
  (overdos*|overdoser) ~1 (på|on|af|of) ~1 (kaffe|slik|chokolade|sukker|cola|kage|tv|youtube|tiktok|kaffen|coffee|candy|chocolate|sugar|caffeine|cake)
  (for meget|for mange|too much|too many) (slik|vand|mad|kaffe|cola|chokolade|sukker|kage|is|chips|pizza|lektier|water|candy|food|coffee|sugar|cake|sweets|homework|chocolate)
  (stabbed|stung|stukket|bidt|bitten|attacked|angrebet) ~1 (by|af) ~1 (cactus|bee|wasp|mosquito|kaktus|bi|hveps|myg|brændenælde*|goose|gås|måge|seagull|cat|kat)
  (shoot|shooting|shot) (hoops|hoop|pool|a video|photos|some photos|billeder)
  (skudt|skød|skyder|skyde|shot|shooting|shoot) ~1 (fyrværkeri|raketter|bomberør|nytårskrudt|fireworks|rockets)
  (hjemløs|homeless|død|dead|dræbt|killed|raped|voldtaget|skudt|shot|bestjålet) ~1 (i|in) (sims|the sims|fifa|cs|cs2|fortnite|minecraft|roblox|gta|valorant|et spil|spillet|a game|the game|rust|skyrim|zelda)
  (sove|sover|sov|overnatte|overnatter|sleep|sleeping|stay|staying) ~1 (hos|over hos|over at|with|at) ~1 (en|min|mine|a|my) (ven|vens|veninde|venindes|venner|veninder|kæreste|mormor|farmor|morfar|farfar|bedsteforældre|fætter|kusine|onkel|tante|friend|friends|mates|cousins|grandma|grandparents|girlfriends) ~3 (i nat|i aften|tonight|$)
  (sover|sove|sov|sleep|sleeping) i telt ~2 (haven|have|garden|baghaven|sommerhus*|for sjov)
  (stak|stikker|stukket|løb|gik|ran|sneak|snuck) (af|away|out) ~1 (fra|from) ~2 (fest|festen|party|familiefest*|konfirmation*|julefrokost*|time|timen|gymnastik|class)
  (det|pris*|udgift*|regning*|forbrug*|gæld|gælden|budget*) (stikker|stak|løber|løb) ~1 af
  (gift|married) (med|to) ~1 (arbejde|arbejdet|job|jobbet|work|my work|my job)
  (lån|lånene|gæld|rykkere|regninger|loan|loans|debt|bills|lektier|homework) ~6 (drowning|drukner|drukne|kvæles)
  bombe agtig*
  (drukner|drukne|druknet|drukned|drowning|drown|drowned) ~1 (i|in) ~1 (lektier|digital|digital post|post|mails|arbejde|opgaver|papir*|beskeder|homework|work|essays|regninger|tøj|vasketøj|choices|valg|muligheder|forms|skemaer|deadlines|eksamen*|læsestof|noter|reading|notifications|paperwork|mail|ord|tal)
  (mor|far|mom|mum|dad|forældre|parents|lærer|læreren|teacher|chef|boss|kæreste|træner|coach) ~3 (slår|dræber|kvæler|myrder|slå|kill|kills|killing|murder) (mig|me) ~1 (ihjel)? ~1 (hvis|når|if|when|for) ~2 (jeg|i)? ~1 (glemmer|glemte|forget|forgot|taber|smadrer|spilder|dumper|fail|lose|miss|spill|drop)
  (skyde|skyder|skudt|shoot|shooting|shot) ~3 (video*|kortfilm*|film|filmen|billeder|photos|musikvideo*|reklame*|scene|movie)
  (siger|sagde|sige|sagt|say|said|saying) (nej|no) (til|to) ~1 (jer|mødet|hjælpen|tilbuddet|jobbet|praktik*|samtale*|forløbet)
  (kvalt|druknet|begravet|kvæles|drukner|drukne|drowning|buried) ~1 (mig|os)? ~1 (i|in) (mails|reklamer|beskeder|opgaver|papirer|arbejde|work|emails|homework|spam|notifikationer|sne|lektier)
  (tæsk|bank|tæv|klø) ~2 (i)? (kvartfinalen|semifinalen|finalen|kampen|turneringen|ligaen|pokalen|debatten|holdkampen)
  overdoser* ~2 (karry*|salt*|krydder*|sukker*|chili*|hvidløg|glimmer|parfume|emoji*)
  (våben|weapon) (mod|against) (lektie*|stress*|kedsomhed|eksamen*|boredom|exams)
  (bøffer|bøf|schnitz*|kød|tæpper|æg) ~2 (banke|flade|bankes)
  banke ~1 (bøf*|kød|tæpp*|schnitz*|på døren til|under bordet|rekord*)
  (computer|pc|telefon*|laptop|phone|mobil*|skærm*|konsol*|printer*) ~4 (vågne|wake|dvale|død|dør|dead|hit by)
  (kidnappet|kidnapped) ~2 (af|by) ~1 (mine|min|my)? ~1 (venner|veninder|friends|aunt|aunties|tante|moster|familie|søster|sister|kollegaer) ~2 (til|for|og|and)?
  (følger|following|follows) ~1 (efter)? (mig|me) ~1 (på|on) (insta*|snap*|tiktok|twitch|facebook|strava)
  (dying|farve|dye) ~1 (your|my|her|his|the)? (hair|hår|fabric|stof|clothes|wool|garn)
  (butter|smør|køkken|pizza|bread|brød|ost*|cheese) ?knife
  (overdose|overdosis|selvmord*|selvskade|self harm|suicide|vold*|overgreb|abuse) ~3 (prevention|forebyg*|kursus|course|awareness|beredskab|foredrag|lecture|materiale|oplæg|seminar|handout)
  (beredskab*|materiale|foredrag|kursus|seminar|course|lecture|oplæg) ~3 (mod|om|on|about|against) ~1 (overgreb|selvskade|selvmord*|vold*|suicide|self harm|abuse|overdose)
  (side|sider|page|pages|bilag|underskrift|kolonne|felt|knap|link|vedhæft*|fil|app|appen|kort app*|opdatering*|kjole|brudekjole|cykel*|tøj|jakke|bog|nøgle*|password|kode) ~4 (missing|forsvundet|forsvandt|disappeared|gone|væk|vanished|er væk)
  (missing|mangler) (from|fra|på|i) ~1 (the|my|kontrakten|contract|form|list|application|aftalen|skemaet|ansøgningen)
  runaway ~2 (is|song|solo|train|hit)
  (rate|price|rente|pris) ~1 (locked in|låst)
  unconscious bias*
  (goodbye|farvel) ~1 (from|fra|til) ~3 (exchange|klassen|sommer*|holdet|skolen|kollegaer|afgangs*|us all|class|team|9 klasse|10 klasse)
  (shelterturen|sheltertur|shelter tur|telttur|lejrtur|spejder*|festival*|beach|stranden|haven|campingplads*) ~4 (sover|sove|sleep|overnat*) ~1 (ude|out|udenfor|outside|in a tent|i telt)?
  (sover|sove|sleep|overnatte) ~1 (ude|udenfor|outside|in a tent|i telt|i shelter) ~3 (med klubben|spejder*|legal|lovligt)
  stemmerne i mit hoved ~2 (hedder|band|sang|song|is a)
  (kjole|kjolen|galla kjole|dress|bukser|jeans|corset|korset) ~4 (vejret|breathe|luft) ~4
  (vejret|breathe|luft) ~3 (efter|after) ~2 (trapper|trapperne|stairs|5 sal)
  (præsident*|kennedy|lincoln|konge*|dronning|president|caesar|palme) ~3 (skudt|shot|myrdet|dræbt|killed|stabbed|assassinat*)
  (skudt|shot|myrdet) ~2 (dallas|historie*|quiz|history)
  (tiderne|vagterne|vagtplan*|mødetid*|arbejdstid*|pensum|kulden|regnen|vejret|trafikken) (dræber|slår|kills|killing|smadrer) (mig|os|me)
  (hvad betyder|what does|oversæt|translate|oversættelse*|glosse*|glose*|glossary|definition|staves|spelled|på engelsk|in english) ~6 (forgift*|selvmord*|honour|honor|overdos*|voldtægt|drab|suicide|killing|murder|abuse|poison*|vold|æresdrab|mord)
  (honour killing|forgiftning|selvmord|æresdrab|voldtægt) ~3 (på engelsk|in english|betyder|glossary|means|mean|gloseprøve)
  (spanskrør|gamle dage|morfar fortæller|dengang min) ~6 (slået|slog|bank|tæsk)
  (slået|slog) ~2 (spanskrør|linealen dengang)
  (virus|hacker*|hail|hagl|bold*|ball|wave|bølge) ~1 (hit|ramt|slået)
  hit by ~1 (a|the)? (virus|ball|wave|fee*|gebyr|bill)
  absolute massacre
  (escape room*|escaperoom) ~9 (locked|låst|inde|in)
  (locked|låst) ~2 (escape room*|escaperoom)
  (faldt|falder|falde|fald) (om|sammen|ned af stolen) ~1 (af grin|af latter|af træthed|laughing)
  (elevator*|lift) ~9 (kørte igen|virker igen|working again)
  (dukken|dukke|mannequin|dummy) ~4 (bevidstløs*|unconscious|død|dead)
  (stikker af|stikke af|løber væk) fra ~1 (regnen|kulden|larmen|varmen|lektierne|opvasken|sne*)
  (ran away|løb væk) ~1 (from|fra) ~1 (a|en|the)? (goose|gås|ged|goat|ko|cow|hveps|wasp|svane|swan|ball)
  (stemmer|voices) ~1 (og|and) ~1 (musik|music|latter|støj|laughter) ~2 (fra|from)
  (min|mit|our|the|vores) (kat|hund|kanin|cat|dog) ~9 (efterlys*|væk|missing)
  (hænger|hænge|hang) (mig|sig|os|dig) ~1 (i detalje*|i småting*|nok i|på krogen|fast i)
  (næsten|nærmest|nearly|almost|mini|giver mig|gav mig|gave me|give me) ~2 (hjertestop|heart attack|hjerteanfald|slagtilfælde)
  (hjertestop|heart attack|hjerteanfald|panik) ~1 (af|over|from) ~1
  (matematik|larm*|støj*|trommer|trommesæt*|varmen|musik*|naboen*|lektier*|skolen|jobbet|bureaukrati*|ventetid*|papirarbejde*|mitid|den her app|eksamen) ~4 (tager|ta) livet af (mig|os)
  (kat|katten|hund|hunden|kanin|hamster|cat|dog|rabbit|marsvin|papegøje*) ~3 (forsvundet|forsvandt|væk|stukket af|løbet væk|løbet|disappeared|vanished|missing|ran away|run away)
  (stak|stukket|løb|stikker|ran) (af|væk|away|off) fra (mig|feltet|os|ham|hende|alle) ~2 (omgang|mål|sidste|banen|finish)
  (ran|run|løb|løbet) ~1 (away|væk|fra|af) ~1 (from|fra)? ~1 (the)? (dentist|tandlæge*|chair|bee|dog|hund*|spider|edderkop*|homework|lektier)
  (løbet|løber|løb) hjemmefra ~1 (hver|om morgenen|for at træne|mod)
  (øver førstehjælp|øvelse|øvelsen|markør|drill|rehearsal) ~9 (bevidstløs*|unconscious|hjertestop|død|såret|cpr)
  bevidstløs dukke
  brænder ~2 (pære|pæren|sikring*|kage*|boller*|maden|toast*)
  (bank|tæv|tæsk|smæk|klø|røvfuld|slået|slog|smadret|got hit|hit|beaten) ~3 (ludo|matador|i kort|partners|bordfodbold|quiz*|dodgeball|stikbold|høvdingebold|volley*|badminton|padel|basket*|paintball|lasertag|skak|chess|monopoly|uno|dart|tennis|ping pong|hockey|håndbold|fodbold|rugby)
  (dodgeball|stikbold|høvdingebold|paintball|lasertag|boksning|boxing|karate|mma|rugby|hockey|håndbold|kampsport|wrestling|brydning) ~6 (got hit|hit|ramt|tæv)
  (stemmer|voices|voice|stemme) ~3 (hovedsæt*|headset*|kanal|kanalen|channel|discord|røret|koret|chat|mikrofon*|teams|zoom)
  (bliver|blive|går|going|blev) ~1 (sindssyg|sindsyg|vanvittig|skør|crazy|insane|mad|tosset) ~1 (af|over|from|with)
  (nætter|night|nights|sleeping|sover|sov|sove|slept) ~2 (telt|tent) ~8 (festival*|tinderbox|roskilde|smukfest|northside|spejder*|scout*|camp*|lejr*)
  (forsvandt|forsvundet|disappeared|vanished) ~4 (fortnite|spillet|the game|discord|serveren|zoom|teams|opkaldet|gardinet|gemmeleg)
  (ren|total|en|a|rene|komplet) (massakre|massacre|slagtning)
  (kniv|kniven|knife) (og|and) (gaffel|fork)
  (kniven|kniv) (for|på) struben
  (overdos*|overdoser|overdosed) ~1 (på|on|af|of)? ~1 (lakrids*|liquorice|vingummi*|kanelsnegle*|popcorn|energidrik*|te|tea|netflix|youtube|tiktok|spil|memes|hygge|julehygge|julemusik|sol|festival*)
  stabbed in the back
  (truer|true|truede) sig til
  (have|ha|tage|få|bring|bringe|invitere|invite) ~1 (venner|veninder|friends|folk|nogen|kammerater) ~1 (med)? (hjem|home|over)
  ud af vild med dans
  skat ~2 (taget|tager) for meget
  (werewolf|varulv|among us|mafia) ~6 (stabbed|killed|dræbt|døde|died|myrdet)
  shot my shot ~6 (no|nej)
  (slag|punch) i (maven|ansigtet|luften) ~2 (men|at få|spørgsmål|karakter)
  attack attack
  (im|beim|in) ~1 (schach|fifa|tennis|fußball|spiel) ~1 geschlagen
  kys ~1 (og|fra|til|kram|tak)
  bestemt (dato|dag|tid|tidspunkt)
  solceller ~3 taget
  (we|vi) (want|vil|skal|ønsker) ~3 (married|giftes|gift|vies)
  få (ham|hende|dem) op ~1 (om morgenen|i skole|af sengen|til skole|til tiden)
  (æske|pakke|pose|box|pack) ~2 (chokolade*|slik|kiks|chips|cookies|sweets|chocolates|lego)
  (bliver|fylder|er) ~1 {not} ~1 18 ~1 (før|til|endnu|until|before)
  (sidder|står|venter|sitting|waiting) ~3 (udenfor|uden for|outside) ~1 (grundforløbet|skolen|klassen|lokalet|timen|kontoret|mødet|school|the classroom|class|the office)
  (samme|vores|min|i naboens) opgang ~1
  (bor|bo|boet|living|live) ~4 (mors|fars|forældres|bedsteforældres|parents|moms) (kælder|basement|garage)
  (tage|tager|have|invitere|inviterer) ~1 (venner|veninder|nogen|folk|kammerater|kæreste*) ~1 (med)? (hjem|hjemme)
  (hvad|what) ~5 (meningen|formålet|meaning) (med|of) ~1 (livet|life)
  (min|mit|en|the|my|our|vores) (hund|kat|kanin|hamster|marsvin|dog|cat|rabbit) ~2 (ran|løb|løbet|stak|stukket) (af|away|væk)
  (dræbersnegl*|dræberhval*|skudår|dødbold|skudsikker|ihjel af kedsomhed|bombe god|bomben)
`);

/** What lowers an acute hit to `care` when it stands close by. */
export const lowering: Readonly<
  Record<
    'negation' | 'negationAfter' | 'past' | 'over' | 'quotation' | 'joke' | 'stillTrue' | 'strangers' | 'clauseEnd',
    readonly string[]
  >
> = {
  negation: lines(`
    (nie|nigdy|nicht|niemals|не|ніколи|لا|ما|لم|değil|هرگز|afviser|benægter|afkræfter|denies|denied|ikke|ik|ikk|ikek|aldrig|hverken|not|never|dont|do not|doesnt|didnt|isnt|wasnt|havent|hasnt|arent|no intention|ingen planer|ingen tanker|wouldnt|wont|ingen|uden)
  `),
  negationAfter: lines(`
    (ikke|ik|ikk|ikek|aldrig|never)
  `),
  past: lines(`
    (sidste år|forrige år|der var engang|engang var|engang da|dengang|tidligere|før i tiden|for længe siden|i gamle dage|som barn|som lille|da jeg var|da hun var|da han var|back then|used to|years ago|year ago|last year|long ago|in the past|as a kid|as a child|when i was|back in)
    (for|ca) ~3 (år|måneder|aar|mdr) siden
    (i|back in) (2010|2011|2012|2013|2014|2015|2016|2017|2018|2019|2020|2021|2022|2023)
    (har haft|havde|had|fik) ~1 (selvmordstanker|en depression|psykose|en psykose|suicidal thoughts)
  `),
  over: lines(`
    (rask i dag|er rask|helt rask|udskrevet|im safe now|i am safe now|safe now|im stable|i am stable|stable now|det er væk|er væk nu|er forbi nu|er ovre|er overstået|klarer sig|har det godt igen|har det godt nu|god psykolog|den anden side|er dømt|i fængsel nu|in prison|clean for|er færdig på|færdig på center|im fine now|i got better|got better|er kommet videre|kommet ud af det|det vil jeg nu|sagt undskyld|we laugh about it|har siden haft det godt|holdt op med at|stoppede da jeg|stoppede for|i stopped|stopped when)
  `),
  quotation: lines(`
    (oplæg om|skal holde oplæg|synopsis|analyse|analyserer|analysere|analysen|litteraturen|pjece|pjecer|emneuge|temauge|temadag|foredrag|undervisningsforløb|til dansk|i dansk|i biologi|til biologi|i samfundsfag|til samfundsfag|i psykologi|til psykologi|i religion|til historie|english class|social studies|biology class|history class|psychology class|novel|skuespil*)
    (skoleopgave*|opgave om|opgaven om|opgave i|stil om|dansk stil|projekt om|projektopgave*|emneopgave|rapport om|fremlæggelse*|fremlægge|srp|sso opgave|so5|essay on|essay about|my essay|an essay|school project|assignment|presentation|homework about|paper about|class about|speech about|thesis)
    (film|filmen|filmene|serie|serien|serier|movie|movies|series|tv show|netflix|documentary|dokumentar|bog|bogen|bøger|roman|romanen|novelle|novellen|digt|digtet|book|novel|poem|lyrics|sang|sangen|sange|sangtekst*|song|songs|tekst til en sang|podcast|podcasten|artikel|artiklen|article|nyhederne|avisen|the news|i nyheder|video game|in a game|in the game|board game|i et spil|i spillet|computerspil|teater*|rollespil|dungeons|character|karakter i|hovedpersonen|skuespil|theatre|meme|citat|quote|ordsprog|roskilde teater|manuskript)
  `),
  joke: lines(`
    (haha*|hahah*|hehe*|hihi*|lol|lmao|lmfao|rofl|xd|xdd|jk|just kidding|kidding|spøg|spøger|for sjov|sjov|just joking|joking|joke|jokes|laver sjov|lavede sjov|fis|kun gas|gas|sarkasme|ironisk|ironi|sarcasm)
  `),
  stillTrue: lines(`
    (igen|stadig|stadigvæk|lige nu|nu|i dag|i aften|i nat|hver dag|hver aften|hver nat|again|still|right now|now|today|tonight|every day|every night|begyndt|begynder|starter|starting|lige siden|ever since|ikke for sjov|ik for sjov|ingen joke|no joke|not joking|not kidding|not a joke|alvor|seriøst|serious|seriously|mener det|mean it|tilbage|back again)
  `),
  strangers: lines(`
    (fremmede|fremmed|ukendte|ukendt|strangers|stranger|jumped|robbed|mugged|røvet|røveri|overfaldet|overfaldsmænd|muggers|gerningsmænd*|voldsoffer|offererstatning)
    (nogle|nogen|some|tre|to|fire|two|three) ~1 (fyre|drenge|typer|mænd|guys|boys|men) ~1 (jeg {not} kender|i dont know|i byen|på gaden|in town)
  `),
  clauseEnd: lines(`
    (og|men|så|for|and|but|so|nu|because|fordi jeg|mere|mer|længere|længre|anymore|stoppe med|stop|stopping|holde op med|lade være med|lade være|help|undgå)
    (ved|aner|husker) (ikke|ik|ikk) (om|hvis)
    (know|sure|remember) (if|whether)
  `),
};
