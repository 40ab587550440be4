/**
 * Turns what the bot says into words: prepared texts and answers, with names, times and help lines filled in.
 */
import type { Draft } from '../domain/draft.ts';
import { choicesOf } from '../domain/draft.ts';
import type { Enquiry } from '../domain/enquiry.ts';
import type { EventOf } from '../domain/enquiry-event.ts';
import { helpLinesFor } from '../domain/help-lines.ts';
import type { HelpLine, Kommune, Party, Staff } from '../domain/kommune.ts';
import type { Choice, ForeignTextKey, ForeignTexts, Message, QuickReply, Saying } from '../domain/saying.ts';
import { choiceCode } from '../domain/saying.ts';
import type { Instant, IntentId, PartyCode, StaffId, TextLanguage } from '../domain/words.ts';
import type { Needs } from './needs.ts';
import { textKeyOf } from './text-key.ts';

type Wording = Pick<Needs, 'rules' | 'texts' | 'languages' | 'calendar'>;

/** The bot's messages of a draft, one for each `BotSaid`. */
export function botMessages(needs: Wording, draft: Draft, now: Instant): readonly Message[] {
  const said = draft.events.filter((event): event is EventOf<'BotSaid'> => event.type === 'BotSaid');
  const heard = draft.events.find((event): event is EventOf<'MessageReceived'> => event.type === 'MessageReceived');
  return draft.says.map((saying, index) => ({
    enquiry: draft.state.id,
    seq: said[index]?.seq ?? 0,
    from: { kind: 'bot', ...presented(needs, saying) },
    ...inTheirLanguage(needs, saying, draft.state, now),
    at: now,
    quickReplies: choicesOf(saying).map((choice) => offered(needs, choice, draft.state)),
    says: saying.kind,
    replyTo: saying.kind === 'answer_removed' ? saying.answer : (heard?.seq ?? null),
    clientId: null,
    channelData: null,
  }));
}

/** A choice as this citizen reads it; in both our languages for whoever writes neither. */
export function offered(needs: Pick<Wording, 'rules' | 'texts'>, choice: Choice, state: Enquiry): QuickReply {
  const own = quickReply(needs, choice, state.language);
  if (state.speaks === null) return own;
  const titles = (['da', 'en'] as const).map((language) => quickReply(needs, choice, language).title);
  return { ...own, title: [...new Set(titles)].join(' / ') };
}

/** A choice with its title in the citizen's language. */
export function quickReply(
  { rules, texts }: Pick<Wording, 'rules' | 'texts'>,
  choice: Choice,
  language: TextLanguage,
): QuickReply {
  const code = choiceCode(choice);
  switch (choice.kind) {
    case 'age':
      return { code, title: texts[`age_${choice.ageBand}`][language] };
    case 'human':
    case 'safe':
    case 'withdraw':
    case 'erase':
      return { code, title: texts[`${choice.kind}_${choice.yes ? 'yes' : 'no'}`][language] };
    case 'skip':
      return { code, title: texts.skip[language] };
    case 'never_mind':
      return { code, title: texts.never_mind_choice[language] };
    case 'topic':
      return { code, title: rules.topics.find(({ id }) => id === choice.topic)?.title[language] ?? choice.topic };
    case 'intent':
      return { code, title: rules.intents.get(choice.intent)?.choice[language] ?? choice.intent };
  }
}

/** Which fixed texts of a foreign language stand for a saying. */
const inForeignTexts: Readonly<Partial<Record<Saying['kind'], readonly ForeignTextKey[]>>> = {
  foreign: ['greeting', 'who_sees', 'interpreter'],
  crisis: ['crisis'],
  unsafe: ['crisis'],
  care: ['crisis'],
  handed_over: ['handed_over'],
  still_waiting: ['waiting'],
  returned: ['waiting'],
};

/** In a language that is not answered: its fixed texts where there are some, else Danish and English, both in full. */
function inTheirLanguage(
  needs: Wording,
  saying: Saying,
  state: Enquiry,
  now: Instant,
): Pick<Message, 'text' | 'language'> {
  const { speaks, language } = state;
  const foreign = speaks === null ? undefined : needs.languages.get(speaks);
  if (speaks === null || foreign === undefined) {
    return { text: inWords(needs, saying, state, now), language: language === 'en' ? 'en' : 'da' };
  }
  const own = foreignText(needs, foreign, saying, state, now);
  if (own !== null) return { text: own, language: speaks };
  const both = (['da', 'en'] as const).map((one) => inWords(needs, saying, { ...state, language: one }, now));
  return { text: both.join('\n\n'), language: 'da' };
}

function foreignText(
  needs: Wording,
  { texts }: ForeignTexts,
  saying: Saying,
  state: Enquiry,
  now: Instant,
): string | null {
  const keys = inForeignTexts[saying.kind];
  if (keys === undefined) return null;
  const when = 'due' in saying ? waiting(needs, saying, { ...state, language: 'en' }, now) : {};
  const word = wordsIn(needs, { saying, state, now }, when);
  return keys.map((key) => filled(texts[key], word)).join('\n\n');
}

/** One moment of one conversation, for filling in what depends on it. */
interface Moment {
  readonly saying: Saying;
  readonly state: Enquiry;
  readonly now: Instant;
}

function wordsIn(needs: Wording, moment: Moment, words: Words): (name: string) => string | undefined {
  return (name) => words[name] ?? standing(needs, moment, name);
}

function inWords(needs: Wording, saying: Saying, state: Enquiry, now: Instant): string {
  const { rules, texts } = needs;
  const { language } = state;
  const prepared = texts[textKeyOf(saying, state)][language];
  const fill = (text: string): string =>
    filled(text, wordsIn(needs, { saying, state, now }, ownWords(needs, saying, state, now)));
  switch (saying.kind) {
    case 'answer':
      return fill(rules.intents.get(saying.intent)?.answer[language] ?? prepared);
    case 'crisis': {
      const answer = saying.intent === null ? undefined : rules.intents.get(saying.intent)?.answer[language];
      return fill([answer, prepared].filter(Boolean).join('\n\n'));
    }
    default:
      return fill(prepared);
  }
}

/** What only this saying can fill in. */
function ownWords(needs: Wording, saying: Saying, state: Enquiry, now: Instant): Words {
  switch (saying.kind) {
    case 'kept':
      return { emner: mattersInWords(needs, saying.intents, state.language) };
    case 'handed_over':
    case 'still_waiting':
    case 'returned':
      return waiting(needs, saying, state, now);
    case 'claimed':
    case 'accepted':
    case 'closed':
    case 'answer_removed':
    case 'coordinator':
      return person(needs, saying.by);
    case 'helper_invited':
      return person(needs, saying.helper);
    case 'offered':
      return { ...person(needs, saying.by), ...party(needs, saying.to) };
    default:
      return {};
  }
}

/** Whoever has come to help, so that clients can show a name and a role and not only words. */
function presented(
  { rules }: Pick<Wording, 'rules'>,
  saying: Saying,
): { readonly presents?: Pick<Staff, 'name' | 'role'> } {
  if (saying.kind !== 'claimed' && saying.kind !== 'accepted') return {};
  const staff = rules.kommune.staff.get(saying.by);
  return staff === undefined ? {} : { presents: { name: staff.name, role: staff.role } };
}

/** "Bolig, og penge der mangler": what the citizen named, in the words of the buttons. */
function mattersInWords({ rules }: Wording, intents: readonly IntentId[], language: TextLanguage): string {
  return intents.map((id) => rules.intents.get(id)?.choice[language] ?? id).join('; ');
}

type Words = Readonly<Record<string, string>>;

/** `{name}` becomes the word of that name; an unknown name stays, so that a mistake is seen. */
function filled(text: string, word: (name: string) => string | undefined): string {
  return text.replace(/\{([\w-]+)\}/g, (whole, name: string) => word(name) ?? whole);
}

/** A word that any text may use: a fact of the municipality, the name of a party, or one of ours. */
function standing({ rules: { kommune }, calendar }: Wording, moment: Moment, name: string): string | undefined {
  switch (name) {
    case 'indgang':
      return kommune.entrance;
    case 'kommune':
      return kommune.name;
    case 'telefon':
      return kommune.contact.phone;
    case 'linjer':
      return helpLinesInWords(calendar, moment, kommune.helpLines);
    default:
      return kommune.facts[name] ?? partyCalled(kommune, name.replace(/^part_/, ''))?.name;
  }
}

/** Every text that names lines says first when to call this; among the lines it would take the place of another. */
const alarm = '112';

function helpLinesInWords(
  calendar: Wording['calendar'],
  { saying, state: { ageBand, intent }, now }: Moment,
  lines: readonly HelpLine[],
): string {
  const about = saying.kind === 'crisis' || saying.kind === 'care' ? saying.intent : null;
  const others = lines.filter(({ phone }) => phone !== alarm);
  return helpLinesFor({ ageBand, intent: about ?? intent, at: calendar.localTime(now) }, others)
    .map(({ name, phone, url, hours }) => `${name}: ${phone ?? url ?? ''} (${hours})`)
    .join('\n');
}

function partyCalled({ parties }: Kommune, code: string): Party | undefined {
  return [...parties.values()].find((known) => known.code === code);
}

function party({ rules }: Pick<Wording, 'rules'>, code: PartyCode): Words {
  const known = rules.kommune.parties.get(code);
  return { part: known?.name ?? code, hvem: known?.who ?? code };
}

function person({ rules }: Pick<Wording, 'rules'>, staff: StaffId): Words {
  const known = rules.kommune.staff.get(staff);
  return known === undefined
    ? { navn: staff, rolle: '', part: '' }
    : { ...party({ rules }, known.party), navn: known.name, rolle: known.role };
}

function waiting(
  needs: Wording,
  saying: { readonly party: PartyCode; readonly due: Instant },
  state: Enquiry,
  now: Instant,
): Words {
  return { ...party(needs, saying.party), frist: needs.calendar.inWords(saying.due, now, state.language) };
}
