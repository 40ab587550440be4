/**
 * What only the sense of danger learns from, beside the intents' examples: danger that is hinted at, and everyday lines
 * that sound like it.
 */
import { lines } from './risk-words.ts';

export const hints: readonly string[] = lines(`
  i morgen skal I ikke regne med mig
  jeg har skrevet brev til min lillesøster som hun skal læse når jeg er væk
  har delt mine plader og mit tøj ud til vennerne, jeg skal ikke bruge det
  alt er klar, mangler bare at de andre går
  nu er jeg oppe på taget og det blæser
  de finder mig først på mandag
  jeg har regnet ud hvor højt det skal være
  i nat får jeg fred
  det her er det sidste jeg skriver til nogen
  pas på min hund for mig
  jeg vil bare sove og aldrig mere op
  hun har slettet alle sine profiler og sagt tak til os en for en
  min søn har købt reb og siger det er til noget med skolen
  min elev siger at fredag er den sidste dag vi ser hende
  jeg fandt en liste over hvem der skal have hans ting
  det løber ned ad armen og jeg kan ikke få det til at holde op
  hun er helt grå i hovedet og ånder mærkeligt
  han rallede og nu er der stille
  vi kan ikke få hende op, hun er slap
  min bror faldt ned fra altanen
  hun spiste noget i kælderen der lugter af kemi
  tog hele mormors dosis for en time siden
  han skummer om munden efter det pulver
  jeg er låst inde og han har taget nøglen
  kan høre dem smadre stuen, min lillebror græder under sengen
  når døren går er det min tur
  han kommer hjem klokken fem og jeg ved hvad der sker
  mor siger jeg ikke må vise min ryg til lærerne
  han sagde at ingen vil tro mig og så gjorde han det igen
  jeg vågnede hos dem og kan ikke huske hvordan jeg kom af tøjet
  stedfar går ind til min søster om natten
  han har film af mig og nu skal jeg møde ham ellers lægger han det op
  tv taler til mig og jeg skal gøre som de siger i aften
  hun hælder vand ud over alle stikkontakter fordi de lytter
  min bror har ikke sovet i en uge og siger han kan flyve
  hun tog ikke telefonen og er ikke kommet til sin far, ingen har set hende
  han er kørt fra festen med nogen ingen kender
  billetten er købt og de siger det bare er ferie, men min kjole er syet
  de har taget min telefon og mit pas og jeg skal afsted søndag
  min fætter holder øje med døren så jeg ikke går
  mine brødre har fået billederne og leder efter mig
  han viste mig pistolen og sagde min familie var de næste
  jeg skal hente noget for dem i aften ellers går det ud over min lillebror
  de holdt ham i bilen i to timer
  jeg tager noget med i skole som gør dem bange
  i morgen får de alle hvad de har fortjent
  står ved banegården med en pose tøj og har ikke noget sted
  vi er fire i bilen i nat, børnene fryser
  dont worry about finding me a place next month
  i wrote letters to everyone, they are under my pillow
  ive given my cat to my neighbour, she will be fine
  im up here and its a long way down
  after tonight nobody has to deal with me
  she deleted everything and thanked us one by one
  my student says friday is the last time we see her
  he bought rope and will not say what for
  hes gone grey and breathing funny
  he hit his head and now he talks funny and throws up
  she ate some of the stuff that kills rats
  took all my grans tablets an hour ago
  hes foaming at the mouth
  he took the key and i cant get out of the flat
  i can hear them smashing things, my brother is hiding under the bed
  he gets home at five and i know what happens then
  he said nobody would believe me and did it again
  i woke up there and dont know who took my clothes off
  he goes into my sisters room at night
  he has a video of me and wants to meet or he posts it
  the tv tells me what to do tonight
  he hasnt slept all week and says he can fly
  she never got to her dads and nobody has seen her
  the ticket is bought, they say its a holiday but my dress is ready
  they took my passport and we leave on sunday
  my brothers have the pictures and are looking for me
  he showed me the gun and said my family is next
  if i dont carry it for them they go after my little brother
  tomorrow they all get what they deserve
  at the bus station with a bag and nowhere to be tonight
  we are four in the car tonight, the kids are cold
`);

export const lookalikes: readonly string[] = lines(`
  jeg er ved at dø af kedsomhed i tysk
  dør hvis ikke jeg får kaffe nu
  min far slår mig altid i backgammon
  vi blev tæsket 5-1 i lørdags
  skal skyde fotos til mit portfolio
  bossen i spillet dræber mig hver gang
  jeg blev myrdet i varulv igen
  har du set den serie om seriemorderen
  vi læser en novelle hvor drengen tager sit liv
  skal lave projekt om selvskade i 9. klasse
  hvor kan jeg finde statistik om vold mod unge til min opgave
  vores tema er æresdrab i religion, har I materiale
  min karakterbog er et mord på mit humør
  eksamen tager livet af mig haha
  jeg hænger lidt med næbbet i dag
  jeg hænger ud med mine venner på stationen
  min computer er gået i sort
  mobilen er død igen
  guldfisken døde i går
  har fået blå mærker af håndbold
  brændte fingrene på gryden
  skar mig på et stykke papir
  faldt på cykel og slog knæet
  min kat har kradset mig på armen
  stikker lige af fra timen for at ryge
  jeg smutter hjemmefra klokken otte hver morgen
  må jeg sove hos min kusine på lørdag
  vi overnatter i shelter med spejderne
  campingtur i telt med klassen
  hvor mange panodil må man tage ved hovedpine
  har tømmermænd og kaster op
  har spist for meget slik
  fik bedøvelse hos tandlægen og er helt skæv
  jeg kvæler snart min printer
  min lillesøster truer med at fortælle mor om min karakter
  chefen truer med flere vagter
  trænerens træning er ren tortur
  det er sygt som jeg elsker den sang
  min bror er psykopat når han spiller
  stemmerne i koret lyder godt
  jeg hører stemmer i mit headset fra de andre spillere
  banden og jeg tager i biffen
  rejser til Marokko i ferien med min familie, glæder mig
  min søster skal giftes til sommer og er så glad
  jeg er vild med knive, vil være kok
  skal jeg tage min egen kniv med på kokkeskolen
  er der våbenskab krav når man er jæger
  bomber gennem eksamen
  den fest var dødssyg
  min kæreste kyssede mig og jeg var så glad
  skolen brænder for bæredygtighed
  jeg brænder for at blive pædagog
  blev helt blæst bagover af koncerten
  savnede bussen og kom for sent
  hunden er løbet væk
  min pung er stjålet
  kan man donere blod når man er 17
  hvordan bliver man ambulanceredder
  vil gerne være politimand
  skal til førstehjælpskursus
  er der selvforsvar for piger i klubben
  blev smidt ud af gruppechatten
  smidt ud af fitness fordi jeg glemte kortet
  jeg overlever lige til fredag
  min matematiklærer er djævlen selv lol
  havde mareridt efter en gyserfilm
  jeg forsvinder lige, taler ved senere
  giver mit gamle legetøj væk til genbrug
  tager afsked med klassen på fredag til dimissionen
  sagde farvel til mine kolleger, ny læreplads på mandag
  det er slut i aften klokken ti med tilmelding
  im dying, this is so funny
  my brother always beats me at chess
  we got destroyed in the final
  i killed that presentation
  shooting a short film this weekend
  we read a book about suicide in class
  need sources on self harm for my biology paper
  essay about domestic violence, any statistics
  my phone died
  this homework is murder
  id kill for a pizza
  my mum will kill me if i lose another jacket lol
  i burnt my hand on the oven
  got bruises from football practice
  my cat scratched my arm
  sleeping over at my cousins on friday
  camping in a tent with scouts
  how many painkillers can i take for a toothache
  ate too much candy
  i hear voices in my headset from the other players
  my sister is getting married and is so happy
  going to turkey with family in the holidays, cant wait
  i want to be a chef, love knives
  got kicked from the discord
  my dog ran off but came back
  im drowning in homework
  giving away my old toys
  saying goodbye to my class on friday, graduation
  i disappear for ten minutes, walking the dog
`);
