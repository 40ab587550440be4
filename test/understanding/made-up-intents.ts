/**
 * A small world of its own, so that the classifier is tested without the intents of the product.
 */
import type { Example } from '../../src/understanding/classify.ts';

const begins = [
  'hvordan',
  'hvor kan jeg',
  'jeg vil gerne',
  'kan i hjælpe mig med at',
  'hej jeg skal',
  'min datter vil',
  'jeg ved ikke hvordan jeg kan',
  'må man',
];
const topics: Readonly<Record<string, readonly string[]>> = {
  grant: [
    'søge su',
    'få su til min uddannelse',
    'få udbetalt su',
    'få su lån',
    'beholde min su hvis jeg arbejder',
    'klage over su afgørelsen',
    'se hvor meget su jeg får',
  ],
  home: [
    'finde en bolig',
    'leje et værelse',
    'få en ungdomsbolig',
    'komme på venteliste til en lejlighed',
    'flytte hjemmefra',
    'betale husleje og indskud',
    'bo på kollegie',
  ],
  apprenticeship: [
    'finde en læreplads',
    'få en praktikplads',
    'blive lærling hos en tømrer',
    'skifte læreplads',
    'skrive ansøgning til en mester',
    'starte på erhvervsuddannelse',
    'få en lærekontrakt',
  ],
  exam: [
    'tage eksamen om',
    'melde mig til eksamen',
    'få hjælp til terminsprøver',
    'forberede mundtlig eksamen',
    'klage over min karakter',
    'få ekstra tid til prøven',
    'se min eksamensplan',
  ],
  bus: [
    'købe et ungdomskort',
    'få rabat på bus og tog',
    'komme med skolebussen',
    'få kørt til skole',
    'få befordring til uddannelsen',
    'finde busplanen',
    'få refunderet togbilletter',
  ],
};

const lines = Object.entries(topics).flatMap(([label, endings]) =>
  endings.flatMap((ending) => begins.map((begin): Example => ({ text: `${begin} ${ending}`, label }))),
);

/** Every fifth line is held back. */
export const training: readonly Example[] = [...lines.filter((_, at) => at % 5 !== 0), { text: 'su', label: 'grant' }];
export const heldBack: readonly Example[] = lines.filter((_, at) => at % 5 === 0);

export const offTopic: readonly string[] = [
  'hvad er hovedstaden i peru',
  'hvem vandt kampen i søndags',
  'opskrift på lasagne',
  'hvordan bliver vejret',
  'fortæl en vittighed',
  'skift dæk på en volvo',
  'hvor høj er mount everest',
  'køb aktier i dag',
  'spil noget musik',
  'hvad betyder livet',
  'min kat er sød',
  'oversæt det til fransk',
  'hvor mange planeter findes der',
  'hvad koster en kaffe',
  'hvem er statsminister',
  'tænd lyset i stuen',
  'bestil en pizza med ost',
  'hvornår går solen ned',
  'anbefal en god film',
  'hvad er klokken i japan',
  'kan fisk sove',
  'lav et digt om havet',
  'hvor langt er der til månen',
  'hvordan laver man surdej',
  'hvem malede mona lisa',
  'min printer virker ikke',
  'vask bilen',
  'find en frisør',
];
/** Never shown to the gate. */
export const otherOffTopic: readonly string[] = [
  'hvor ligger amazonas',
  'sæt en alarm til klokken syv',
  'hvem skrev hamlet',
  'opskrift på pandekager',
  'hvad vejer en elefant',
  'køb en ny støvsuger',
  'hvordan strikker man vanter',
  'hvor dybt er havet',
];
