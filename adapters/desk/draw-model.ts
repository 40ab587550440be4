/** From the domain's state to what the desk shows. */
import { helps } from '../../src/domain/access.ts';
import { mayAppoint, mayKnow } from '../../src/domain/case-access.ts';
import type { CaseFile } from '../../src/domain/case-file.ts';
import { codeOf } from '../../src/domain/code.ts';
import { type Enquiry, holderOf } from '../../src/domain/enquiry.ts';
import { holds } from '../../src/domain/handoff.ts';
import type { IntentBook } from '../../src/domain/intent.ts';
import type { Staff } from '../../src/domain/kommune.ts';
import { isErased, isRemoved, type Message } from '../../src/domain/saying.ts';
import type { Instant, SpokenChannel, StaffId } from '../../src/domain/words.ts';
import type { Calendar, Clock, ForCases, ForStaff, StaffView } from '../../src/ports.ts';
import { eventWords } from '../event-words.ts';
import { groupWords, partyName, staffName } from '../staff-words.ts';
import { allowedActions, allowedOn, isOfferedTo } from './allowed.ts';
import type {
  Beside,
  Board,
  CasePointer,
  Colleague,
  Conversation,
  Person,
  QueueItem,
  Row,
  Said,
  SlackHealth,
} from './model.ts';

export interface DrawNeeds {
  readonly staffSide: ForStaff;
  readonly cases: ForCases;
  readonly clock: Clock;
  readonly calendar: Calendar;
  /** Only the Danish titles are read. */
  readonly intents: IntentBook;
  /** Whether Slack answers; `off`, or left out, when staff do not work there. */
  readonly slackHealth?: () => SlackHealth;
}

export const iso = (at: Instant) => new Date(at).toISOString();
export const isoOrNull = (at: Instant | null) => (at === null ? null : iso(at));

export function personOf({ id, name, party, role }: Staff): Person {
  return { id, name, party, role };
}

export function queueItem(enquiry: Enquiry): QueueItem {
  const { id, party, status, urgency, intent, ageBand, asker, waitsSince, due } = enquiry;
  const times = { waitingSince: isoOrNull(waitsSince), deadline: isoOrNull(due) };
  return { id, party, state: status, urgency, intent, ageBand, asker, ...times, holder: holderOf(enquiry) };
}

export function topicOf({ intents }: Pick<DrawNeeds, 'intents'>, { intent }: Pick<Enquiry, 'intent'>): string {
  return (intent && intents.get(intent)?.title) ?? 'Emne ikke kendt endnu';
}

export function rowOf({ staffSide, clock, calendar, intents }: DrawNeeds, me: Staff, enquiry: Enquiry): Row {
  const { kommune } = staffSide;
  const taken = enquiry.status === 'claimed' || enquiry.status === 'offered' ? enquiry.claimedBy : null;
  return {
    ...queueItem(enquiry),
    version: enquiry.version,
    code: codeOf(enquiry.id),
    channel: enquiry.channel,
    topic: topicOf({ intents }, enquiry),
    others: enquiry.others.flatMap((id) => intents.get(id)?.title ?? []),
    language: enquiry.language,
    speaks: enquiry.speaks,
    partyName: partyName(kommune, enquiry.party),
    takenBy: taken === null ? null : staffName(kommune, taken),
    mine: taken === me.id,
    helping: helps(enquiry, me),
    offeredToUs: isOfferedTo(me, enquiry),
    offeredTo: enquiry.status === 'offered' ? partyName(kommune, enquiry.offer.to) : null,
    called: enquiry.called,
    deadlineWords: enquiry.due === null ? null : calendar.inWords(enquiry.due, clock.now(), 'da'),
    outcome: enquiry.status === 'closed' ? enquiry.outcome : null,
  };
}

export async function drawBoard(needs: DrawNeeds, me: Staff): Promise<Board> {
  const { kommune } = needs.staffSide;
  const queue = await needs.staffSide.queue(me.id);
  return {
    now: iso(needs.clock.now()),
    me: personOf(me),
    partyName: partyName(kommune, me.party),
    place: `${kommune.entrance} · ${kommune.name}`,
    timeZone: kommune.timeZone,
    parties: [...kommune.parties.values()].map(({ code, name }) => ({ code, name })),
    rows: queue.map((enquiry) => rowOf(needs, me, enquiry)),
    slack: needs.slackHealth?.() ?? 'off',
  };
}

export async function drawConversation(needs: DrawNeeds, me: Staff, view: StaffView): Promise<Conversation> {
  const { kommune } = needs.staffSide;
  const actions = allowedActions(me, view.enquiry);
  const caseFile = await needs.cases.ofEnquiry(view.enquiry.id);
  return {
    enquiry: rowOf(needs, me, view.enquiry),
    messages: view.messages.map((message, index) => ({
      ...said(message, wasOffered(message, view.messages.slice(0, index))),
      may: allowedOn(me, view.enquiry, message),
    })),
    notes: view.notes.map(({ id, by, text, at }) => ({ id, by: staffName(kommune, by), text, at: iso(at) })),
    timeline: view.journal.flatMap(({ event }) => {
      const text = eventWords(event, kommune);
      return text === null ? [] : [{ type: event.type, text, at: iso(event.at) }];
    }),
    readBy: latestReadings(view).map(([staff, at]) => ({ staff, name: staffName(kommune, staff), at: iso(at) })),
    actions,
    helpers: view.enquiry.helpers.map((id) => colleague(needs, id)),
    colleagues: actions.includes('invite_helper') ? invitable(needs, view.enquiry, me) : [],
    summarisable: view.summarisable,
    caseFile: caseFile && casePointer(needs, me, caseFile),
    mayOpenCase: caseFile === null && holds(view.enquiry, me.id).ok,
  };
}

/** What everybody who sees the conversation may know of its case file. */
function casePointer({ staffSide: { kommune }, clock }: DrawNeeds, me: Staff, caseFile: CaseFile): CasePointer {
  const { id, code, status, coordinator } = caseFile;
  const mayRead = mayKnow(caseFile, me.id, kommune, clock.now());
  const mayChoose = mayAppoint(caseFile, me, kommune);
  return { id, code, status, coordinator: staffName(kommune, coordinator), mayRead, mayAppoint: mayChoose };
}

/** Whether the words stood on a button that the robot had offered: then they are not the citizen's own. */
function wasOffered({ from, text }: Message, before: readonly Message[]): boolean {
  return from.kind === 'visitor' && before.some(({ quickReplies }) => quickReplies.some(({ title }) => title === text));
}

function colleague({ staffSide: { kommune } }: DrawNeeds, id: StaffId): Colleague {
  const party = kommune.staff.get(id)?.party;
  return { id, name: staffName(kommune, id), party: party === undefined ? '' : partyName(kommune, party) };
}

function invitable(needs: DrawNeeds, { helpers }: Enquiry, me: Staff): Colleague[] {
  const others = [...needs.staffSide.kommune.staff.keys()].filter((id) => id !== me.id && !helpers.includes(id));
  return others.map((id) => colleague(needs, id)).toSorted((a, b) => a.name.localeCompare(b.name, 'da'));
}

/** The form for somebody who has called or come in. What one only says to a robot is no topic there. */
export function drawTaking({ intents }: DrawNeeds, channel: SpokenChannel): Beside {
  const byGroup = Map.groupBy([...intents.values()], ({ group }) => group);
  const topics = [...byGroup]
    .filter(([group]) => group !== 'L')
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([group, known]) => ({
      group: groupWords[group],
      topics: known.map(({ id, title }) => ({ id, title })).toSorted((a, b) => a.title.localeCompare(b.title, 'da')),
    }));
  return { is: 'taking', channel, topics };
}

function said(message: Message, tapped: boolean): Omit<Said, 'may'> {
  const { seq, from, text, language, at } = message;
  const person = from.kind === 'staff' ? { name: from.name, role: from.role } : { name: null, role: null };
  return {
    seq,
    from: from.kind,
    ...person,
    text,
    language,
    at: iso(at),
    erased: isErased(message),
    tapped,
    removed: isRemoved(message),
  };
}

/** Each person once, the latest reading first. */
export function latestReadings({ readBy }: Pick<StaffView, 'readBy'>) {
  const latest = new Map<StaffView['readBy'][number]['staff'], Instant>();
  for (const { staff, at } of readBy) latest.set(staff, Math.max(at, latest.get(staff) ?? at));
  return [...latest].sort(([, a], [, b]) => b - a);
}
