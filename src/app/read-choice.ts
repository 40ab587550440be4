/**
 * What a citizen chose: by tapping, by the words on a button, or by answering in a word of their own.
 */
import type { Enquiry } from '../domain/enquiry.ts';
import type { Choice } from '../domain/saying.ts';
import { yesNoKinds } from '../domain/saying.ts';
import type { AgeBand } from '../domain/words.ts';
import { ageBands } from '../domain/words.ts';
import { offered, quickReply } from './bot-texts.ts';
import type { Needs } from './needs.ts';

const yes = new Set([
  'ja',
  'ja tak',
  'jo',
  'jo tak',
  'jep',
  'japs',
  'jada',
  'jaja',
  'gerne',
  'ja gerne',
  'meget gerne',
  'det vil jeg gerne',
  'ok',
  'okay',
  'yes',
  'yes please',
  'yep',
  'yeah',
  'sure',
]);
const no = new Set([
  'nej',
  'nej tak',
  'næ',
  'niks',
  'nope',
  'ellers tak',
  'ikke nu',
  'det behøves ikke',
  'no',
  'no thanks',
  'not now',
  'nah',
]);

/** Does not know, or does not want to say. */
const skips = new Set([
  'ved ikke',
  'ved ik',
  'ved det ikke',
  'det ved jeg ikke',
  'jeg ved det ikke',
  'aner det ikke',
  'spring over',
  'vil ikke sige det',
  'vil jeg ikke sige',
  'det vil jeg ikke sige',
  'det siger jeg ikke',
  'ligegyldigt',
  'skip',
  'pas',
  'dont know',
  'i dont know',
  'not sure',
  'rather not say',
  'id rather not say',
]);
const neverMinds = new Set([
  'glem det',
  'nej glem det',
  'bare glem det',
  'glem det jeg skrev',
  'glem hvad jeg skrev',
  'lige meget',
  'det er lige meget',
  'det er ligemeget',
  'pyt',
  'pyt med det',
  'drop det',
  'det var ikke noget',
  'det var bare det',
  'never mind',
  'nevermind',
  'nvm',
  'forget it',
  'forget about it',
  'it doesnt matter',
]);

/** Words that our own texts tell people to write, and words too short to be sure of otherwise. */
const commands: Readonly<Record<string, string>> = {
  menneske: 'human:yes',
  'et menneske': 'human:yes',
  human: 'human:yes',
  'a human': 'human:yes',
  'a person': 'human:yes',
  slet: 'intent:data_delete',
  delete: 'intent:data_delete',
  tolk: 'intent:interpreter',
  interpreter: 'intent:interpreter',
  'skriv kortere': 'intent:simple_mode',
  'skriv lettere': 'intent:simple_mode',
  'lettere dansk': 'intent:simple_mode',
  'write shorter': 'intent:simple_mode',
  'write simpler': 'intent:simple_mode',
};

/** Characters; what is longer says more than a button. */
const longestAnswer = 60;

/**
 * @param code what a client of ours sent with the tap, or null
 * @param text what was written, or the words on the button
 * @returns the choice, or null when the text is to be read as a message
 */
export function readChoice(
  needs: Pick<Needs, 'rules' | 'texts'>,
  state: Enquiry,
  code: string | null,
  text: string,
): Choice | null {
  const spoken = text.length > longestAnswer ? null : spokenForm(text);
  for (const its of state.bot.choices) {
    const choice = choiceOf(needs, its);
    if (choice === null) continue;
    if (its === code || (spoken !== null && (isOn(needs, choice, state, spoken) || means(choice, spoken))))
      return choice;
  }
  if (code !== null) return choiceOf(needs, code);
  return spoken === null ? null : unasked(needs, state, spoken);
}

/** What a word means although no button says it. */
function unasked(needs: Pick<Needs, 'rules'>, state: Enquiry, spoken: string): Choice | null {
  if (no.has(spoken) && state.bot.choices.includes('human:yes')) return { kind: 'human', yes: false };
  if (neverMinds.has(spoken)) return { kind: 'never_mind' };
  const command = Object.hasOwn(commands, spoken) ? commands[spoken] : undefined;
  if (command !== undefined) return choiceOf(needs, command);
  return ageAlone(spoken, state.ageBand !== null);
}

/** Whether these are the words on the button, as it was shown or in the language it was shown in. */
function isOn(needs: Pick<Needs, 'rules' | 'texts'>, choice: Choice, state: Enquiry, spoken: string): boolean {
  const titles = [offered(needs, choice, state).title, quickReply(needs, choice, state.language).title];
  return titles.some((title) => spokenForm(title) === spoken);
}

/** Lower case, without the marks around it: "Ja tak!" is "ja tak". */
function spokenForm(text: string): string {
  return text
    .toLocaleLowerCase('da')
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const ageSentence =
  /^(?:nej |ups |hov |undskyld |sorry |no )*(?<who>(?:(?:jeg|hun|han|barnet|den unge) er|(?:he|she) is|im|i am) (?:kun |lige blevet |only |actually |faktisk )?)?(?<years>1\d|2\d)(?: år(?: gammel)?| years old)?(?: ikke \d\d| not \d\d)?$/u;

/**
 * An age and nothing else: a sentence of it, whenever it comes; a number in the years that young people have, whether or
 * not it was asked for, unless an age is known.
 */
function ageAlone(spoken: string, isKnown: boolean): Choice | null {
  const told = ageSentence.exec(spoken)?.groups;
  if (told?.years === undefined || (isKnown && told.who === undefined)) return null;
  return { kind: 'age', ageBand: bandOf(Number.parseInt(told.years, 10)) };
}

function means(choice: Choice, spoken: string): boolean {
  switch (choice.kind) {
    case 'human':
    case 'safe':
    case 'withdraw':
    case 'erase':
      return (choice.yes ? yes : no).has(spoken);
    case 'skip':
      return skips.has(spoken);
    case 'age':
      return /^\d{1,2}( år)?$/.test(spoken) && bandOf(Number.parseInt(spoken, 10)) === choice.ageBand;
    default:
      return false;
  }
}

/** The band of an age in whole years. */
function bandOf(years: number): AgeBand {
  if (years < 15) return 'under_15';
  if (years < 18) return '15_17';
  return years < 25 ? '18_24' : '25_plus';
}

function choiceOf({ rules }: Pick<Needs, 'rules'>, code: string): Choice | null {
  if (code === 'skip' || code === 'never_mind') return { kind: code };
  const kind = yesNoKinds.find((one) => code === `${one}:yes` || code === `${one}:no`);
  if (kind !== undefined) return { kind, yes: code.endsWith(':yes') };
  const ageBand = ageBands.find((band) => code === `age:${band}`);
  if (ageBand !== undefined) return { kind: 'age', ageBand };
  const topic = rules.topics.find(({ id }) => code === `topic:${id}`);
  if (topic !== undefined) return { kind: 'topic', topic: topic.id };
  const intent = [...rules.intents.keys()].find((id) => code === `intent:${id}`);
  return intent === undefined ? null : { kind: 'intent', intent };
}
