/**
 * The card of an enquiry, from its state to Block Kit. Pure.
 * It names nobody and holds no more of the citizen's words than `firstWords` lets through.
 */
import type { Claimed, Enquiry, Offered } from '../../src/domain/enquiry.ts';
import { isWithPeople } from '../../src/domain/enquiry.ts';
import type { IntentBook } from '../../src/domain/intent.ts';
import type { Kommune } from '../../src/domain/kommune.ts';
import type { Message } from '../../src/domain/saying.ts';
import { type Instant, isSpoken } from '../../src/domain/words.ts';
import type { Calendar } from '../../src/ports.ts';
import { ageWords, inSentence, outcomeWords, partyName, staffName } from '../staff-words.ts';
import {
  actions,
  button,
  context,
  type Element,
  escapedToFit,
  fitted,
  header,
  markdown,
  message,
  most,
  plain,
  section,
} from './block-kit.ts';
import {
  buttonWords,
  calledWords,
  cameWords,
  listed,
  riskWords,
  unknownAge,
  unknownTopic,
  urgencyMarks,
  writesWords,
} from './card-words.ts';
import type { Block, Post } from './parts.ts';

/** Why a channel shows it: the party is answerable, it is offered to them, or the duty rota is called. */
export type Face = 'own' | 'offer' | 'duty';

export interface CardNeeds {
  readonly kommune: Kommune;
  readonly intents: IntentBook;
  readonly calendar: Calendar;
  readonly now: Instant;
  readonly publicUrl: string | null;
}

export interface CardState {
  readonly enquiry: Enquiry;
  readonly face: Face;
  /** It is not theirs any more. */
  readonly over: boolean;
  /** See `firstWords`; empty shows none. */
  readonly words: string;
  /** Slack's ids of those it calls beside everybody there; null calls nobody. Only what is posted calls. */
  readonly here: readonly string[] | null;
}

export type Shown = Required<Pick<Post, 'text' | 'blocks'>>;

const mostWords = 200;

/**
 * What the citizen wrote first, in their own words: what they tapped or deleted is left out.
 *
 * @param redact masks what identifies a person by pattern
 */
export function firstWords(messages: readonly Message[], redact: (text: string) => string): string {
  const tapped = new Set<string>();
  const own: string[] = [];
  for (const { from, text, quickReplies } of messages) {
    for (const { title } of quickReplies) tapped.add(title);
    if (from.kind === 'visitor' && text !== '' && !tapped.has(text)) own.push(text.replace(/\s+/g, ' ').trim());
  }
  return fitted(redact(own.join(' · ')), mostWords);
}

/** The whole card, within Slack's limits. */
export function cardOf(state: CardState, needs: CardNeeds): Shown {
  const lines = linesOf(state, needs);
  const title = fitted(titleOf(state, needs), most.header);
  const words = state.words === '' || !showsWords(state) ? null : `Borgeren skriver: “${state.words}”`;
  const calls = state.here === null ? [] : [section(markdown(hereLine(state.here)))];
  const buttons = buttonsOf(state, needs);
  const blocks: Block[] = [
    header(title),
    ...calls,
    ...(lines.length > 0 ? [context(lines.map((line) => plain(line)))] : []),
    ...(words === null ? [] : [section(plain(words))]),
    ...(buttons.length > 0 ? [actions(buttons)] : []),
  ];
  const spoken = [title, ...(state.here === null ? [] : [hereWords]), ...lines, ...(words === null ? [] : [words])];
  return message(escapedToFit(spoken.join('\n'), most.text), blocks);
}

const hereWords = 'Akut: en borger har brug for et menneske nu.';

/** Calls everybody who is there, and some by name. Slack acts on it once, when it is posted. */
export function hereLine(users: readonly string[]): string {
  return ['<!here>', ...users.map((user) => `<@${user}>`), hereWords].join(' ');
}

/** Words are shown to those who may act, and no longer. */
function showsWords({ enquiry, over }: CardState): boolean {
  return !over && isWithPeople(enquiry);
}

const overTitles = {
  own: 'Ikke længere hos jer',
  offer: 'Tilbuddet gælder ikke længere',
  duty: 'Ikke længere hos jer',
} satisfies Record<Face, string>;

function titleOf({ enquiry, face, over }: CardState, { intents }: CardNeeds): string {
  const topic = (enquiry.intent && intents.get(enquiry.intent)?.title) ?? unknownTopic;
  if (enquiry.status === 'with_bot') return '↩️ Taget tilbage af borgeren';
  if (over) return `➡️ ${overTitles[face]} · ${topic}`;
  if (enquiry.status === 'closed') return `✅ Lukket · ${topic}`;
  const age = enquiry.ageBand === null ? unknownAge : inSentence(ageWords[enquiry.ageBand]);
  return `${urgencyMarks[enquiry.urgency]} · ${topic} · ${age} · ${writesWords(enquiry)}`;
}

/** One sentence or two each, at most ten. */
function linesOf(state: CardState, needs: CardNeeds): readonly string[] {
  const { enquiry, face, over } = state;
  if (enquiry.status === 'with_bot') return ['Den venter ikke længere på jer. Robotten taler med borgeren.'];
  if (over) return [overLine(enquiry, needs)];
  if (enquiry.status === 'closed') {
    const by = staffName(needs.kommune, enquiry.closedBy);
    return [`${by} lukkede den: ${inSentence(outcomeWords[enquiry.outcome])}.`];
  }
  return [
    ...(face === 'offer' ? [] : [holderLine(enquiry, needs)]),
    ...(enquiry.status === 'offered' ? [offerLine(enquiry, face, needs)] : []),
    timesLine(enquiry, needs),
    `Fra: ${cameWords(enquiry)}.`,
    ...othersLine(enquiry, needs),
    ...caseLine(enquiry, needs),
    ...(riskWords[enquiry.risk] === null ? [] : [String(riskWords[enquiry.risk])]),
    ...(enquiry.called === null ? [] : [calledWords[enquiry.called]]),
  ].map((line) => fitted(line, most.field));
}

function overLine(enquiry: Enquiry, { kommune }: CardNeeds): string {
  const where = partyName(kommune, enquiry.party);
  return isTaken(enquiry)
    ? `${where} har den. ${staffName(kommune, enquiry.claimedBy)} svarer borgeren.`
    : `${where} har den nu.`;
}

function isTaken(enquiry: Enquiry): enquiry is Claimed | Offered {
  return enquiry.status === 'claimed' || enquiry.status === 'offered';
}

function holderLine(enquiry: Enquiry, { kommune }: CardNeeds): string {
  if (!isTaken(enquiry)) return 'Ingen har taget den endnu.';
  const helpers = enquiry.helpers.map((id) => staffName(kommune, id));
  const helped = helpers.length === 0 ? '' : ` Medhjælpere: ${listed(helpers)}.`;
  return `${staffName(kommune, enquiry.claimedBy)} har den.${helped}`;
}

function offerLine({ offer, party }: Offered, face: Face, { kommune, calendar, now }: CardNeeds): string {
  const until = calendar.inWords(offer.until, now, 'da');
  if (face === 'offer') {
    const giver = `${staffName(kommune, offer.by)} (${partyName(kommune, party)})`;
    return `${giver} tilbyder jer den. Svar senest ${until}. Indtil da har giveren den.`;
  }
  return `Tilbudt til ${partyName(kommune, offer.to)}. De skal svare senest ${until}. I har den så længe.`;
}

function timesLine({ waitsSince, due }: Enquiry, { calendar, now }: CardNeeds): string {
  if (waitsSince === null) return 'Borgeren venter ikke på svar.';
  const since = `Venter siden ${calendar.inWords(waitsSince, now, 'da')}.`;
  return due === null ? since : `${since} Svar senest ${calendar.inWords(due, now, 'da')}.`;
}

const mostOthers = 5;

function othersLine({ others }: Enquiry, { intents }: CardNeeds): readonly string[] {
  const titles = others.flatMap((id) => intents.get(id)?.title ?? []);
  if (titles.length === 0) return [];
  const more = titles.length > mostOthers ? [`${titles.length - mostOthers} mere`] : [];
  return [`Handler også om: ${listed([...titles.slice(0, mostOthers), ...more])}.`];
}

function caseLine({ caseFile }: Enquiry, { kommune }: CardNeeds): readonly string[] {
  return caseFile === null ? [] : [`En sag er åben. ${staffName(kommune, caseFile.coordinator)} er koordinator.`];
}

/** The link to the desk's page of one enquiry; none when nobody knows where the desk is. */
export function deskLink(publicUrl: string | null, { id }: Pick<Enquiry, 'id'>): readonly Element[] {
  if (publicUrl === null) return [];
  return [button('open_desk', buttonWords.desk, { url: `${publicUrl}/desk?enquiry=${encodeURIComponent(id)}` })];
}

function buttonsOf({ enquiry, face, over }: CardState, { publicUrl }: CardNeeds): readonly Element[] {
  const value = enquiry.id;
  if (over || enquiry.status === 'with_bot') return [];
  const look = [button('details', buttonWords.details, { value }), ...deskLink(publicUrl, enquiry)];
  if (enquiry.status === 'closed') return look;
  if (face === 'offer') {
    const accept = button('accept', buttonWords.accept, { value, style: 'primary' });
    return [accept, button('decline', buttonWords.decline, { value }), ...look];
  }
  return [...actsOf(enquiry), ...look];
}

/** What the party may do in this state; whether this person may is decided when they press. */
function actsOf(enquiry: Enquiry): readonly Element[] {
  const value = enquiry.id;
  const relieve = enquiry.called === 'leader' || enquiry.called === 'duty';
  const claim = (text: string) => button('claim', text, { value, style: 'primary' });
  const transfer = button('transfer', buttonWords.transfer, { value });
  if (enquiry.status === 'waiting') {
    const notOurs = enquiry.party === 'front_desk' ? [] : [button('return', buttonWords.notOurs, { value })];
    return [claim(buttonWords.claim), transfer, ...notOurs];
  }
  const over = relieve ? [claim(buttonWords.relieve)] : [];
  if (enquiry.status === 'offered') return over;
  // Somebody who called or came in cannot be written to: having spoken with them is the answer.
  const awaitsWord = isSpoken(enquiry.channel) && enquiry.waitsSince !== null;
  return [
    ...over,
    ...(awaitsWord ? [button('spoke', buttonWords.spoke, { value, style: 'primary' })] : []),
    transfer,
    button('return', buttonWords.giveBack, { value }),
    button('close', buttonWords.close, { value }),
    ...(enquiry.caseFile === null ? [button('open_case', buttonWords.openCase, { value })] : []),
    button('remind', buttonWords.remind, { value }),
  ];
}
