/**
 * Small words that give a language away, with and without the marks people leave out on a telephone. Words that two of
 * the languages share, such as "var", "ben", "tak" and "die", are in no list.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const smallWords: Readonly<Record<string, ReadonlySet<string>>> = {
  da: words(`jeg jg jeq ikke ik ikk det og på paa hvad hva hvordan hvornår hvor hvem hvorfor skal ska har mig dig sig også
    bare noget nogen nogle fra eller hvis når naar så saa være vaere blive gider altså fordi lige efter af til som haft jer
    os hun han min mit mine er du skulle kunne ville får faar igen nu ved med men meget mere må maa gør goer kun alle vores
    hende ham dem din dit dine deres gerne hjælp skole skolen træt lektier timer fået gået blevet mor far sku ka vil et
    der den en om ud op ind hjem der dag uge år aar ja nej tak hej`),
  en: words(`the and you is are my of with what how when where who can't cant don't dont not need want this that was does am
    your would they she but if about get please i'm im it's its could should there their which because been going
    anyone someone help school we our it he his her`),
  de: words(`ich nicht und ist wie wir mein meine meinen bin habe kann muss für fuer ein eine einen zu auf aber auch nach wann
    brauche hilfe keine kein keinen sie mir mich hab möchte moechte das schule wo ob bitte danke haben sind wird noch
    schon dass weil bei von zum zur wurde gibt ihr euch sohn tochter`),
  pl: words(`nie jest się jak mam że moja mój moj mnie dla gdzie kiedy chcę chce proszę prosze czy ale już juz bardzo pomoc
    potrzebuję potrzebuje jestem moje dziękuję dziekuje co córka corka szkoły szkoly szkole szukam pracy dzień dzien dobry
    mogę moge nie są jeszcze tylko wiem kto może moze będę bede przez jutro dziś dzis który ktory o sobie nas`),
  tr: words(`ve bir bu için icin nasıl nasil değil degil yok çok cok istiyorum okula okul benim bana beni ama musun lütfen
    lutfen yardım yardim merhaba kadar gibi daha oğlum oglum kızım kizim teşekkürler tesekkurler evde selam nerede zaman
    hangi sonra önce gün gun bugün bugun yarın yarin kaç kac mı mi mü istiyor var mı olur olan şey sey lazım lazim
    ödev okulda iş işi arıyorum ariyorum yaşındayım yasindayim annem babam`),
  so: words(`waxaan waxa waxaad waxay wuxuu ayaan ayaa ayuu ayay baan iyo inaan inuu inay sida sideen sidee goorma maxaa
    halkee waan wuu dugsiga dugsi iskuulka iskuul caawimaad caawi caawin fadlan mahadsanid salaan shaqo shaqada gabadhayda
    gabadhaydu wiilkayga wiilkaygu aabahay aabbahay hooyaday walaalkay walaashay guriga guri lacagta lacag maanta berri
    caawa laakiin mise haddii markaan karo karaa rabaa rabo doonayaa baahanahay ahay tahay yahay ahaa waqti warqad warqadda
    xafiiska turjubaan ballanta ballan qoyska qoyskayga carruur caruur aniga adiga halkan maya haa waayo jirin jir helin
    helo u ma ku ka kala soo aan uu ay`),
};

/** English that Danish youths say in Danish, and youths everywhere; it tells nothing. */
export const slang: ReadonlySet<string> =
  words(`lowkey highkey fr frfr ngl bruh bro bror literally same cringe vibe vibes
  slay sus mood random chill basically tbh omg idk lol lmao wtf cap bestie crush ghosted so done mega like just for real
  fuck fucking shit nice sick crazy yes yeah nah okay ok pls plz sorry hey hi wallah fam yo rip gg ez fomo hype cute af
  game gaming date random toxic drama feels weird stressed`);

/** Letters only one of the languages has. */
export const ownLetters: readonly (readonly [RegExp, string])[] = [
  [/[æøå]/u, 'da'],
  [/[ıığş]/u, 'tr'],
  [/[łąęśżźćń]/u, 'pl'],
  [/[ßä]/u, 'de'],
];
