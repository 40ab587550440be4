/**
 * Words that citizens must not read, as data: why not, and what to write instead.
 * Sources: the writing rules in README.md; ux reference §8 (microcopy) and §3 (never promise secrecy).
 */
import type { TextLanguage } from '../src/domain/words.ts';

export interface Forbidden {
  readonly pattern: RegExp;
  /** Where it is looked for; `all` is the seven other languages too. */
  readonly languages: readonly TextLanguage[] | 'all';
  /** Only in what is said when somebody may be in danger. */
  readonly onlyInDanger?: true;
  /** The text may hold the word when this stands in it too. */
  readonly unless?: RegExp;
  readonly reason: string;
  readonly remedy: string;
}

const danish = ['da', 'da_easy'] as const;
const written = ['da', 'da_easy', 'en'] as const;

const promises: readonly Forbidden[] = [
  {
    pattern: /\bhemmelig\p{L}*|\bsecret\p{L}*/iu,
    languages: written,
    reason: 'Vi kan have pligt til at sige noget videre.',
    remedy: 'Skriv, hvem der kan læse det.',
  },
  {
    pattern: /\b100 ?%|\bhundrede procent|\bhelt sikkert\b|\bhundred per ?cent/iu,
    languages: 'all',
    reason: 'Det lover mere, end vi kan holde.',
    remedy: 'Skriv, hvad der gælder, og hvornår det ikke gør.',
  },
  {
    pattern: /\banonym\p{L}*/iu,
    languages: written,
    unless:
      /hos rådgiverne|ikke være anonym|\bsom nabo\b|with the counsellors|cannot be anonymous|\bas a neighbour\b/iu,
    reason: 'Ordet har en grænse, som skal stå samme sted.',
    remedy: 'Skriv, hos hvem man er anonym, fx "anonym hos rådgiverne" eller "som nabo må du være anonym".',
  },
  {
    pattern: /\bgaranter\p{L}*|\bvi lover\b|\bjeg lover\b|\bguarantee\p{L}*|\b(?:we|i) promise\b/iu,
    languages: written,
    reason: 'Robotten må ikke love noget, et menneske ikke har sagt ja til.',
    remedy: 'Skriv, hvad der sker nu, og hvem der afgør resten.',
  },
  {
    pattern: /\bhar (?:også )?sagt det til\b|\bhave (?:also )?told\b/iu,
    languages: written,
    reason: 'Vi ved ikke, om nogen har læst det endnu.',
    remedy: 'Skriv "jeg prøver at få fat i et menneske".',
  },
  {
    pattern:
      /\bdet skal nok gå\b|\bdet bliver godt igen\b|\bop med humøret\b|\bcheer up\b|\bit will be (?:fine|ok|okay)\b/iu,
    languages: written,
    reason: 'Det kan vi ikke vide.',
    remedy: 'Sig, at det er godt, de skriver, og hvad der sker nu.',
  },
];

const tone: readonly Forbidden[] = [
  {
    pattern: /!/u,
    languages: 'all',
    reason: 'Et udråbstegn råber.',
    remedy: 'Sæt punktum.',
  },
  {
    pattern: /\p{Extended_Pictographic}/u,
    languages: 'all',
    reason: 'Billedtegn bliver læst forskelligt og læst højt.',
    remedy: 'Skriv det med ord.',
  },
  {
    pattern: /\b(?:bare|lige(?! (?:nu|så|meget))|jo|selvfølgelig|naturligvis|nemt)\b/iu,
    languages: danish,
    reason: 'Det gør det svære småt.',
    remedy: 'Slet ordet.',
  },
  {
    pattern: /\b(?:just|simply|of course|obviously|easily)\b/iu,
    languages: ['en'],
    reason: 'Det gør det svære småt.',
    remedy: 'Slet ordet.',
  },
  {
    pattern: /\b(?:desværre|beklager|unfortunately|sadly|we regret)\b/iu,
    languages: written,
    reason: 'Det er en høflig dør, der lukkes.',
    remedy: 'Skriv, hvad man kan i stedet.',
  },
  {
    pattern: /\b(?:tag dig sammen|stakkels|tillykke med det|haha|godt klaret|held og lykke|good luck)\b/iu,
    languages: written,
    reason: 'Ironi og skulderklap bliver let misforstået.',
    remedy: 'Skriv det, som det er.',
  },
  {
    pattern:
      /\b(?:hul igennem|på nakken af|i samme båd|lys for enden|bolden (?:ligger|er)|tage tyren|op ad bakke|hurdler?|på bar bund|i hus|tabe tråden|light at the end|in the same boat|get the ball rolling)\b/iu,
    languages: written,
    reason: 'Et billede bliver ikke forstået af alle.',
    remedy: 'Skriv, hvad det betyder.',
  },
];

const plain: readonly Forbidden[] = [
  {
    pattern: /\b(?:chat)?bot(?:ten)?s?\b|\bAI\b|\bassistent\p{L}*|\bassistant\b|\bvirtuel\b/u,
    languages: written,
    reason: 'Vi siger robot og menneske, så ingen er i tvivl.',
    remedy: 'Skriv "robot" eller "menneske".',
  },
  {
    pattern: /\b(?:hurtigst muligt|snarest|inden længe|as soon as possible|shortly)\b/iu,
    languages: written,
    reason: 'Man kan ikke vide, hvornår det er.',
    remedy: 'Skriv hvornår, eller hvem der siger hvornår.',
  },
  {
    pattern: /\b(?:f\.? ?eks|bl\.? ?a|m\.? ?v|m\.? ?fl|osv|pga|ifm|iht|mht|dvs|evt|inkl|vedr|e\.g|i\.e|etc)\b\.?/iu,
    languages: written,
    reason: 'Forkortelser er svære at læse og at høre.',
    remedy: 'Skriv det helt ud.',
  },
  {
    pattern: /\b(?:såfremt|hvorvidt|vedrørende|pågældende|i henhold til|ligeledes|endvidere|hereinafter|pursuant)\b/iu,
    languages: written,
    reason: 'Det er kontorsprog.',
    remedy: 'Skriv, som du ville sige det: "hvis", "om", "også".',
  },
  {
    pattern:
      /\b(?:narkoman\p{L}*|misbruger\p{L}*|junkie\p{L}*|addicts?|sindssyg\p{L}*|begå\p{L}* selvmord|commit\p{L}* suicide)\b/iu,
    languages: written,
    reason: 'Ordet dømmer.',
    remedy: 'Skriv, hvad der sker: "tager stoffer", "tage sit eget liv".',
  },
  {
    pattern: /\b(?:hvorfor|why)\b/iu,
    languages: written,
    onlyInDanger: true,
    reason: 'Den, der er i fare, skal ikke forklare sig.',
    remedy: 'Spørg, om der er fare nu, eller om noget af det andet.',
  },
];

export const forbiddenWords: readonly Forbidden[] = [...promises, ...tone, ...plain];
