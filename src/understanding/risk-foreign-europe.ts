/** Danger in Turkish and Polish; see `risk-foreign.ts` for what these lists are and who must review them. */
import { lines, type Rule } from './risk-words.ts';

const turkish: readonly Rule[] = [
  {
    intent: 'suicidal_thoughts',
    level: 'acute',
    patterns: lines(`
      ölmek ~1 (istiyorum|istiyom|isterdim|istiyor|istedi|istiyo|istiyorum artık)
      (keşke|keske) ~2 (ölsem|ölseydim|doğmasaydım|olmasaydım|uyanmasam|ölüp gitsem)
      intihar ~1 (etmek|edeceğim|edicem|etmeyi|etti|düşünüyorum|ediyor|edecek|ederim|edeceğini|düşünüyor|etmekle|notu|mektubu)
      (kendimi|canıma|kendini|hayatıma|canına|hayatına) ~1 (öldürmek|öldüreceğim|öldürücem|öldürecek|kıymak|kıyacağım|kıyıcam|kıyacak|son vermek|son vereceğim|asmak|asacağım|asıcam|asacak|öldürmeyi)
      yaşamak ~1 (istemiyorum|istemiyom|istemiyor|istemiyo|istemedi|istemediğini)
      (köprüden|çatıdan|camdan|balkondan|trenin) ~1 (atlamak|atlayacağım|atlıcam|atlayacak|önüne)
      (uyuyup|uyusam) ~2 (uyanmasam|uyanmamak)
    `),
  },
  {
    intent: 'self_harm',
    level: 'acute',
    patterns: lines(`
      (kendime|kendine|kendimi|kolumu|kollarımı|bileğimi|bileklerimi|kolunu|kollarını|bileklerini|bacağımı|bacaklarımı) ~1 (zarar veriyorum|zarar veriyor|zarar veriyo|kesiyorum|kesiyor|kesiyom|kesiyo|kestim|jiletliyorum|jiletliyor|jiletledim|kesmek|zarar verdim|zarar vermek|zarar verdi)
      (jilet|jiletle) ~3 (kol|kollarım|kolumu|bilek|bileklerim|izleri|kesi*)
    `),
  },
  {
    intent: 'violence_close',
    level: 'acute',
    patterns: lines(`
      (babam|annem|abim|ağabeyim|kocam|eşim|sevgilim|üvey babam|erkek arkadaşım|amcam|dayım|eski sevgilim|babası|kardeşim) ~3 (dövüyor|dövüyo|dövdü|vuruyor|vuruyo|tokat atıyor|tokat attı|boğazımı|boğdu|döver|şiddet|dayak|hırpalıyor)
      (beni|bizi|annemi|onu) ~1 (dövüyor|dövüyo|dövdü|dövüyorlar|dövecek|boğdu|hırpaladı)
      dayak ~1 (yiyorum|yedim|atıyor|yiyor|yiyoz|yiyom)
      eve ~1 (gitmeye|dönmeye|gitmekten|dönmekten|girmeye) ~1 (korkuyorum|korkuyom|korkuyor)
      (evde|aile içi) ~1 şiddet
    `),
  },
  {
    intent: 'sexual_assault',
    level: 'acute',
    patterns: lines(`
      (tecavüz|tacize|taciz|istismara|tecavüze) ~1 (etti|ettiler|edildi|edildim|uğradım|uğradı|ediyor|ediyo|ediliyorum|etmiş|uğramış)
      (bana|beni|vücuduma|bacağıma|göğsüme|orama) ~1 (dokundu|dokunuyor|dokunuyo|elledi|elliyor|elliyo)
      cinsel ~1 (istismar*|saldırı*|taciz*|ilişkiye)
      zorla ~2 (sevişti|ilişkiye|soydu|yattı|öptü)
    `),
  },
  {
    intent: 'poisoning_overdose',
    level: 'acute',
    patterns: lines(`
      (çok|sürü|kutu|bütün|tüm|hepsini|20|30|fazla|avuç) ~2 (hap|ilaç|hapları|ilaçları|hapı|ilacı|ilaçlarını|haplarını) ~2 (içtim|aldım|yuttum|içti|yuttu|aldı|yutmuş|içmiş|almış)
      (hap|ilaç|hapları|ilaçları|haplarının|ilaçların) ~2 (hepsini|tamamını|hepsi) ~1 (içtim|yuttum|içti|aldım|yuttu|içmiş)
      (aşırı doz|doz aşımı|zehirlendi|zehirlendim|zehirlenmiş)
    `),
  },
  {
    intent: 'life_danger',
    level: 'acute',
    patterns: lines(`
      bilinci ~1 (kapalı|yerinde değil|kapandı|gitti)
      (bayıldı|bayılmış) ~2 (uyanmıyor|kalkmıyor|ayılmıyor|yerde)
      nefes ~1 (almıyor|alamıyor|almıyo|alamıyo)
      (uyanmıyor|uyandıramıyorum|uyandıramıyoruz|ayılmıyor|kendine gelmiyor)
    `),
  },
  {
    intent: 'honour_conflict',
    level: 'acute',
    patterns: lines(`
      zorla ~2 (evlendir*|evlenmem*|evleniyorum|nişanla*|evlendirilecek)
      (evlendirecekler|evlendiriyorlar|evlendiricekler|evlendirmek istiyorlar)
      (pasaportumu|pasaportuma|pasaportunu) ~1 (aldılar|aldı|sakladılar|sakladı|el koydular|saklıyor)
      (memlekete|türkiyeye|köye|ülkeye|yurtdışına) ~2 (gönderecekler|gönderiyorlar|göndericekler|götürecekler|götürüyorlar|yollayacaklar)
      namus ~3 (cinayeti|öldür*|temizle*)
    `),
  },
  {
    intent: 'homeless_tonight',
    level: 'acute',
    patterns: lines(`
      (kalacak|yatacak|uyuyacak|gidecek|sığınacak) ~1 (yerim|yer|yerimiz) ~1 (yok|kalmadı)
      evden ~1 (attılar|attı|kovdular|kovdu|kovuldum|atıldım|kovulduk|atmışlar)
      (sokakta|parkta|arabada|dışarıda|dışarda|bankta|garda) ~1 (yatıyorum|kalıyorum|uyuyorum|kaldım|yattım|uyudum|yatıyom|kalıyom|uyuyor)
    `),
  },
  {
    intent: 'threat_to_others',
    level: 'acute',
    patterns: lines(`
      (bıçakla|silahla|bıçağı|bıçak|silah) ~2 (tehdit|saldırdı|saldıracak|geldi|çekti|getirecek|getirdi|dayadı|getiricem)
      (beni|bizi|onu|onları|herkesi|hepsini|öğretmeni) ~1 (öldürücem|öldüreceğim|vuracağım|bıçaklayacağım|öldürürüm|öldürecekler|vurucam|bıçaklıcam|öldürmekle)
      (öldürmekle|ölümle) ~1 tehdit
    `),
  },
  { intent: 'acute_psychosis', level: 'acute', patterns: lines('sesler ~1 (duyuyorum|duyuyor|duyuyom|duyuyo)') },
  {
    intent: 'missing_youth',
    level: 'acute',
    patterns: lines('(oğlum|kızım|kardeşim|çocuğum) ~3 (kayıp|kayboldu|eve gelmedi|evden kaçtı|kaçtı|eve dönmedi)'),
  },
];

const polish: readonly Rule[] = [
  {
    intent: 'suicidal_thoughts',
    level: 'acute',
    patterns: lines(`
      (chcę|chce|chciałbym|chciałabym|chciałam|chciałem|wolałbym|wolałabym|chcialbym|chcialabym) ~2 (umrzeć|zdechnąć|nie żyć|się zabić|skończyć ze sobą|zniknąć na zawsze|popełnić samobójstwo|umrzec|się nie obudzić)
      nie ~1 (chcę|chce|mam siły|mam ochoty|widzę sensu|mam po co|chce mi się) ~2 żyć
      (zabiję|zabije|zabić|zabiła|zabił) się
      (się|sie) zabić
      (popełni*|myślę o|myśli o|planuję|planuje|próbował*|myśli) ~1 (samobójstw*|samobóju|samobójcze)
      myśli samobójcze
      (odebrać|odbiorę|odbierze) ~1 sobie ~1 życie
      (skończyć|skończę|skończy) ~1 ze sobą
      (lepiej|łatwiej) ~3 (beze mnie|mnie nie było|gdybym umarł*|gdybym nie żył*)
      (skoczę|skoczyć|rzucę się|rzucić się|skoczy) ~1 (z mostu|z okna|z dachu|pod pociąg|z balkonu)
    `),
  },
  {
    intent: 'self_harm',
    level: 'acute',
    patterns: lines(`
      (tnę|ciąłem|cięłam|tnie|pocięłam|pociąłem|pocięła|pociął|kaleczę|kaleczy|okaleczam|okalecza|ranię|samookaleczam) ~1 (się|sobie|ręce|siebie|nadgarst*)
      (samookalecz*|okaleczanie się)
      (żyletk*|żyletką) ~3 (się|ręk*|udach|ramion*|tnę|nadgarst*)
    `),
  },
  {
    intent: 'violence_close',
    level: 'acute',
    patterns: lines(`
      (ojciec|tata|matka|mama|ojczym|mąż|chłopak|brat|partner|narzeczony|wujek|tato|stary|macocha|konkubent) ~3 (bije|bił|uderzył|uderzyła|pobił|dusi|dusił|kopie|leje|znęca|katuje)
      (bije|bił|biją|leją|pobił|dusi) ~1 (mnie|nas|mamę|dzieci|siostrę)
      (mnie|nas) (bije|biją|bił|pobił|leje|dusi)
      (boję|boi) się ~1 (wracać|iść|wrócić) ~1 (do domu|do mieszkania)
      przemoc ~1 (w domu|domowa|domowej|w rodzinie)
    `),
  },
  {
    intent: 'sexual_assault',
    level: 'acute',
    patterns: lines(`
      (zgwałcił|zgwałcili|zgwałcona|zgwałcono|zgwałconą|gwałt|gwałtu|gwałci|gwałcił|molestuje|molestował|molestowana|molestowany|molestowanie)
      (dotykał|dotyka|obmacywał|obmacuje|obmacał|macał|maca) ~2 (mnie|ją|córk*|moich|mi|po)
      (zmusił|zmusza|zmuszał) ~3 (seksu|stosunku|rozebrania|spania z nim)
      (wykorzyst*) ~2 seksualnie
    `),
  },
  {
    intent: 'poisoning_overdose',
    level: 'acute',
    patterns: lines(`
      (wzięłam|wziąłem|połknęłam|połknąłem|łyknęłam|nałykał*|wziął|wzięła|połknęła|połknął|zażyłam|zażył|zjadłam) ~2 (dużo|całe|garść|opakowanie|wszystkie|za dużo|20|30|mnóstwo|całą|kilkanaście) ~2 (tabletek|tabletki|leków|prochów|pigułek|proszków|paczkę|leki)?
      nałykał* się ~1
      (przedawkow*|zatruł się|zatruła się)
    `),
  },
  {
    intent: 'life_danger',
    level: 'acute',
    patterns: lines(`
      (nieprzytomny|nieprzytomna|stracił przytomność|straciła przytomność|zemdlał i|zemdlała i)
      nie ~1 (oddycha|reaguje|budzi się|da się obudzić)
    `),
  },
  {
    intent: 'honour_conflict',
    level: 'acute',
    patterns: lines(`
      (zmuszają|zmusza|każą|na siłę|przymus*|siłą) ~4 (ślub*|za mąż|ożenić|małżeństw*)
      wbrew (mojej|jej) woli
      (zabrali|zabrał|zabrała|schowali|schował) ~2 paszport
      (wywieźć|wywieźli|wywiozą|wywieźe) ~2 (mnie|ją|córkę|siostrę) ~3
    `),
  },
  {
    intent: 'homeless_tonight',
    level: 'acute',
    patterns: lines(`
      nie ~1 mam ~1 (gdzie|dokąd) ~1 (spać|mieszkać|iść|nocować|się podziać|przenocować|pójść)
      (wyrzucili|wyrzucił|wyrzuciła|wywalili|wywalił|wywaliła|wyrzucono) ~2 (z domu|z mieszkania|na ulicę|na bruk)
      (śpię|spałem|spałam|nocuję|nocowałem|nocowałam) ~1 (na ulicy|na dworcu|w aucie|w samochodzie|na ławce|w parku|na klatce|na dworze)
    `),
  },
  {
    intent: 'threat_to_others',
    level: 'acute',
    patterns: lines(`
      (grozi|groził|groziła|wymachuje|rzucił się|przyszedł|przyniesie|przyniósł|biega) ~3 (nożem|bronią|pistoletem|nóż|broń|pistolet|siekierą)
      (zabiję|zadźgam|zastrzelę) ~1 (go|ją|ich|was|wszystkich|nauczyciel*|ojca)
      (chce|grozi że) ~1 (zabić|zabije|zadźgać|zastrzelić) ~1 (go|ją|ich|mnie|nas|kogoś|wszystkich)
    `),
  },
  { intent: 'acute_psychosis', level: 'acute', patterns: lines('(słyszę|słyszy) ~1 głosy') },
  {
    intent: 'missing_youth',
    level: 'acute',
    patterns: lines(`
      (syn|córka|brat|siostra|dziecko) ~3 (zaginął|zaginęła|zaginęło|zniknął|zniknęła|nie wrócił|nie wróciła|uciekł z domu|uciekła z domu)
      (zaginął|zaginęła|zniknął|zniknęła) ~2 (syn|córka|brat|siostra|dziecko)
    `),
  },
];

export const europeanRules: readonly Rule[] = [...turkish, ...polish];
