/**
 * Turns what the bot says into words: prepared texts and answers, with names, times and help lines filled in.
 */
import type { Draft } from '../domain/draft.ts';
import { choicesOf } from '../domain/draft.ts';
import type { Enquiry } from '../domain/enquiry.ts';
import type { EventOf } from '../domain/enquiry-event.ts';
import { helpLinesFor } from '../domain/help-lines.ts';
import type { Staff } from '../domain/kommune.ts';
import type { Choice, Message, QuickReply, Saying, TextKey } from '../domain/saying.ts';
import { choiceCode } from '../domain/saying.ts';
import type { Instant, PartyCode, StaffId, TextLanguage } from '../domain/words.ts';
import type { Needs } from './needs.ts';

type Wording = Pick<Needs, 'rules' | 'texts' | 'calendar'>;

/** The bot's messages of a draft, one for each `BotSaid`. */
export function botMessages(needs: Wording, draft: Draft, now: Instant): readonly Message[] {
  const said = draft.events.filter((event): event is EventOf<'BotSaid'> => event.type === 'BotSaid');
  const heard = draft.events.find((event): event is EventOf<'MessageReceived'> => event.type === 'MessageReceived');
  return draft.says.map((saying, index) => ({
    enquiry: draft.state.id,
    seq: said[index]?.seq ?? 0,
    from: { kind: 'bot', ...presented(needs, saying) },
    text: inWords(needs, saying, draft.state, now),
    language: draft.state.language === 'en' ? 'en' : 'da',
    at: now,
    quickReplies: choicesOf(saying).map((choice) => quickReply(needs, choice, draft.state.language)),
    says: saying.kind,
    replyTo: heard?.seq ?? null,
    clientId: null,
    channelData: null,
  }));
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
      return { code, title: texts[choice.yes ? 'human_yes' : 'human_no'][language] };
    case 'topic':
      return { code, title: rules.topics.find(({ id }) => id === choice.topic)?.title[language] ?? choice.topic };
    case 'intent':
      return { code, title: rules.intents.get(choice.intent)?.choice[language] ?? choice.intent };
  }
}

function inWords(needs: Wording, saying: Saying, state: Enquiry, now: Instant): string {
  const { rules, texts } = needs;
  const language = state.language;
  const template = (key: TextKey): string => texts[key][language];
  const fill = (text: string, words: Words = {}): string => filled(text, { ...standing(needs, state), ...words });
  switch (saying.kind) {
    case 'answer':
      return fill(rules.intents.get(saying.intent)?.answer[language] ?? template('not_understood'));
    case 'crisis': {
      const answer = saying.intent === null ? undefined : rules.intents.get(saying.intent)?.answer[language];
      return fill([answer, template('crisis')].filter(Boolean).join('\n\n'));
    }
    case 'greeting':
      return fill(template(state.asker === 'parent' ? 'greeting_parent' : 'greeting'));
    case 'ask_age':
      return fill(template(state.asker === 'youth' ? 'ask_age' : 'ask_age_parent'));
    case 'handed_over':
      return fill(
        template(state.urgency === 'acute' ? 'handed_over_acute' : 'handed_over'),
        waiting(needs, saying, state, now),
      );
    case 'still_waiting':
    case 'returned':
      return fill(template(saying.kind), waiting(needs, saying, state, now));
    case 'claimed':
    case 'accepted':
    case 'closed':
      return fill(template(saying.kind), person(needs, saying.by));
    case 'offered':
      return fill(template('offered'), { ...person(needs, saying.by), ...party(needs, saying.to) });
    default:
      return fill(template(saying.kind));
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

type Words = Readonly<Record<string, string>>;

/** `{name}` becomes the word of that name; an unknown name stays, so that a mistake is seen. */
function filled(text: string, words: Words): string {
  return text.replace(/\{([\w-]+)\}/g, (whole, name: string) => words[name] ?? whole);
}

/** Words that any text may use. */
function standing({ rules: { kommune } }: Wording, state: Enquiry): Words {
  const lines = helpLinesFor(state.ageBand, kommune.helpLines);
  return {
    ...kommune.facts,
    ...Object.fromEntries([...kommune.parties.values()].map(({ code, name }) => [`part_${code}`, name])),
    indgang: kommune.entrance,
    kommune: kommune.name,
    telefon: kommune.contact.phone,
    linjer: lines.map(({ name, phone, url, hours }) => `${name}: ${phone ?? url ?? ''} (${hours})`).join('\n'),
  };
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
