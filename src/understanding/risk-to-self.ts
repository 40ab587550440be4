/**
 * Danger a person is to themselves: suicide and self-harm.
 * Rules of the risk screen, as data; see `risk-rules.ts`.
 */
import { lines, type Rule } from './risk-words.ts';

export const selfRules: readonly Rule[] = [
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
      (at dø|vil dø|jeg dør|to die|be dead|være død) $
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
      {person} ~6 (selfharm*|self harm*|self injur*|selvskad*|selvbeskadig*|selfhurt)
      (selfharming|self harming|selvskader) ~1
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
];
