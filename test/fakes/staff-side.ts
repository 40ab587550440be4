/**
 * `ForStaff` in memory, deciding by the real domain: a town whose staff have names, and citizens who arrive and write.
 */
import { maySee, sawWithdrawn } from '../../src/domain/access.ts';
import { correct, correctionMark, remove, reply, speakTo } from '../../src/domain/answering.ts';
import type { CaseFile } from '../../src/domain/case-file.ts';
import { codeOf, readCode } from '../../src/domain/code.ts';
import type { Draft } from '../../src/domain/draft.ts';
import { emit, startDraft } from '../../src/domain/draft.ts';
import { type Enquiry, isWithPeople } from '../../src/domain/enquiry.ts';
import type { EnquiryEvent } from '../../src/domain/enquiry-event.ts';
import { open } from '../../src/domain/evolve.ts';
import { claim, close, giveBack } from '../../src/domain/handoff.ts';
import { inviteHelper, removeHelper } from '../../src/domain/helping.ts';
import type { Intent, IntentBook } from '../../src/domain/intent.ts';
import type { Kommune, Staff } from '../../src/domain/kommune.ts';
import { ok, type Result, refuse } from '../../src/domain/result.ts';
import type { Rules } from '../../src/domain/rules.ts';
import { erased, type Message, type MessageAuthor } from '../../src/domain/saying.ts';
import { takeIn } from '../../src/domain/take-in.ts';
import { accept, decline, offerTransfer } from '../../src/domain/transfer.ts';
import {
  type AgeBand,
  type Asker,
  type EnquiryId,
  type ForeignLanguage,
  type Instant,
  type IntentId,
  type PartyCode,
  partyCodes,
  type StaffId,
  type TextLanguage,
  type Urgency,
  urgencies,
} from '../../src/domain/words.ts';
import type {
  Clock,
  ForStaff,
  Note,
  Signal,
  StaffCommand,
  StaffRefusal,
  StoredEvent,
  UnseenRefusal,
} from '../../src/ports.ts';
import { kommune as town, rules as townRules, understood } from '../domain/town.ts';

const partyNames: Partial<Record<PartyCode, string>> = {
  front_desk: 'Fronten',
  guidance: 'Ungevejledningen (UU)',
  employment: 'Jobcenter Ung',
  benefits: 'Ydelsescenter',
  family: 'Børn og Familie',
};

function staffMember(id: string, name: string, role: string, party: PartyCode, more: Partial<Staff> = {}): Staff {
  return { id: id as StaffId, name, role, party, email: `${id}@town.example`, leads: false, duty: false, ...more };
}

const people = [
  staffMember('mette', 'Mette Holm', 'frontmedarbejder', 'front_desk'),
  staffMember('ali', 'Ali Demir', 'koordinator i fronten', 'front_desk', { leads: true }),
  staffMember('sara', 'Sara Lund', 'ungevejleder', 'guidance'),
  staffMember('yusuf', 'Yusuf Aydin', 'ungevejleder', 'guidance', { leads: true }),
  staffMember('jonas', 'Jonas Krag', 'jobkonsulent', 'employment'),
  staffMember('else', 'Else Friis', 'socialrådgiver', 'family', { duty: true }),
] as const;

const deskTown: Kommune = {
  ...town,
  name: 'Eksempel Kommune',
  entrance: 'Ungeindgangen',
  timeZone: 'Europe/Copenhagen',
  parties: new Map(
    partyCodes
      .filter((code) => code in partyNames)
      .map((code) => [code, { code, name: partyNames[code] ?? code, who: 'en medarbejder', alsoCalled: [] }]),
  ),
  staff: new Map(people.map((person) => [person.id, person])),
};

const titles = {
  dropped_out: 'Droppet ud af skole',
  suicidal_thoughts: 'Selvmordstanker',
  human_please: 'Vil tale med et menneske',
};

export const deskIntents: IntentBook = new Map(
  [...townRules.intents.values()].map((intent): [IntentId, Intent] => [
    intent.id,
    { ...intent, title: titles[intent.id as keyof typeof titles] ?? intent.title },
  ]),
);

export interface Arrival {
  readonly id: string;
  readonly party?: PartyCode;
  readonly intent?: string;
  readonly urgency?: Urgency;
  readonly ageBand?: AgeBand;
  readonly asker?: Asker;
  readonly language?: TextLanguage;
  /** Written in a language that the robot does not answer in. */
  readonly speaks?: ForeignLanguage;
  /** What else it is about. */
  readonly also?: readonly string[];
  readonly words?: string;
}

export interface FakeStaffSide extends ForStaff {
  /** A citizen writes, the robot answers and hands over. */
  arrive(arrival: Arrival): EnquiryId;
  /** The citizen writes again. */
  write(id: EnquiryId, text: string): void;
  /** The citizen takes it back, before anybody has claimed it. */
  withdraw(id: EnquiryId): void;
  /** The citizen takes it back and deletes what they wrote. */
  erase(id: EnquiryId): void;
  /** It is handed over again, after it was taken back. */
  queueAgain(id: EnquiryId): void;
  /** Nobody acted in time. */
  passDeadline(id: EnquiryId): void;
  /** What is stored of an enquiry. */
  stored(id: EnquiryId): { readonly enquiry: Enquiry; readonly journal: readonly StoredEvent[] } | null;
  /** The enquiry learns who coordinates its case file. */
  link(caseFile: CaseFile): void;
  /** Commands that were tried, refused ones too. */
  readonly tried: readonly StaffCommand[];
  /** What the machine answers when a draft summary is asked for; null: the button is off, an error: it gives none. */
  summary(answer: readonly string[] | Error | null): void;
  /** Makes every call fail from now on, or work again. */
  break(error: Error | null): void;
}

interface Matter {
  enquiry: Enquiry;
  readonly messages: Message[];
  readonly notes: Note[];
  readonly journal: StoredEvent[];
  readonly readBy: { staff: StaffId; at: Instant }[];
  readonly replies: Set<string>;
}

interface Needs {
  readonly clock: Clock;
  readonly signal: Signal;
}

const minuteMs = 60_000;

export function fakeStaffSide({ clock, signal }: Needs): FakeStaffSide {
  const matters = new Map<EnquiryId, Matter>();
  const tried: StaffCommand[] = [];
  const rules: Rules = { ...townRules, kommune: deskTown, intents: deskIntents };
  let broken: Error | null = null;
  let summary: readonly string[] | Error | null = null;

  const member = (id: StaffId) => deskTown.staff.get(id) ?? people[0];
  const tell = (id: EnquiryId) => {
    signal.raise('queue');
    signal.raise(id);
  };
  const store = (matter: Matter, draft: Draft) => {
    for (const event of draft.events) matter.journal.push({ version: matter.journal.length + 1, event });
    matter.enquiry = draft.state;
  };
  const happen = (matter: Matter, ...events: EnquiryEvent[]) =>
    store(matter, emit(startDraft(matter.enquiry), ...events));
  const say = (matter: Matter, from: MessageAuthor, text: string, language = 'da') => {
    const base = { quickReplies: [], says: null, replyTo: null, clientId: null, channelData: null };
    const { id, lastSeq } = matter.enquiry;
    matter.messages.push({ ...base, enquiry: id, seq: lastSeq, from, text, language, at: clock.now() });
  };
  const write = (matter: Matter, { id: by, name, role }: Staff, { command, note, answer }: Meant) => {
    if ('clientId' in command) {
      matter.replies.add(command.clientId);
      const text = `${answer === undefined ? '' : correctionMark(matter.enquiry.language)}${command.text}`;
      say(matter, { kind: 'staff', staff: by, name, role }, text);
    }
    if (command.do === 'remove' && answer !== undefined) {
      matter.messages[matter.messages.indexOf(answer)] = { ...answer, text: '' };
      matter.notes.push({ id: note, enquiry: matter.enquiry.id, by, text: answer.text, at: clock.now() });
      say(matter, { kind: 'bot' }, `${name} har fjernet en besked.`);
    }
  };
  const visible = (by: StaffId, id: EnquiryId) => {
    if (broken) throw broken;
    const matter = matters.get(id);
    return matter && maySee(matter.enquiry, member(by)) ? matter : null;
  };
  const whyUnseen = (by: StaffId, id: EnquiryId): UnseenRefusal => {
    const events = (matters.get(id)?.journal ?? []).map(({ event }) => event);
    const isBack = matters.get(id)?.enquiry.status === 'with_bot';
    return isBack && sawWithdrawn(id, events, member(by)) ? 'withdrawn' : 'unknown-enquiry';
  };
  const found = (id: EnquiryId): Matter => {
    const matter = matters.get(id);
    if (!matter) throw new Error(`fake: no enquiry ${id}`);
    return matter;
  };

  return {
    kommune: deskTown,
    tried,
    stored: (id) => matters.get(id) ?? null,
    link: ({ id: caseFile, enquiry, coordinator, status }) => {
      const matter = found(enquiry);
      const at = clock.now();
      const linked = matter.enquiry.caseFile;
      if (status === 'closed') happen(matter, { type: 'CaseFileClosed', at });
      else if (linked === null) happen(matter, { type: 'CaseFileOpened', caseFile, coordinator, at });
      else if (linked.coordinator !== coordinator) happen(matter, { type: 'CoordinatorChanged', coordinator, at });
      else return;
      tell(enquiry);
    },
    break: (error) => {
      broken = error;
    },
    summary: (answer) => {
      summary = answer;
    },
    summarise: async (by, id) => {
      const matter = visible(by, id);
      if (!matter) return refuse('unknown-enquiry');
      if (summary === null) return refuse('not-summarisable');
      if (summary instanceof Error) throw summary;
      matter.readBy.push({ staff: by, at: clock.now() });
      return ok(summary);
    },
    queue: async (by) => {
      if (broken) throw broken;
      return [...matters.values()]
        .map(({ enquiry }) => enquiry)
        .filter((enquiry) => isWithPeople(enquiry) && maySee(enquiry, member(by)))
        .sort((a, b) => acuteFirst(a) - acuteFirst(b) || (a.queuedAt ?? 0) - (b.queuedAt ?? 0));
    },
    read: async (by, id) => {
      const matter = visible(by, id);
      if (!matter) return refuse(whyUnseen(by, id));
      matter.readBy.push({ staff: by, at: clock.now() });
      const { enquiry, messages, notes, journal, readBy } = matter;
      const copies = { messages: [...messages], notes: [...notes], journal: [...journal], readBy: [...readBy] };
      return ok({ enquiry, ...copies, summarisable: summary !== null });
    },
    act: async (by, id, command): Promise<Result<Enquiry, StaffRefusal>> => {
      tried.push(command);
      const matter = visible(by, id);
      if (!matter) return refuse(whyUnseen(by, id));
      if ('clientId' in command && matter.replies.has(command.clientId)) return ok(matter.enquiry);
      const person = member(by);
      const note = `${id}-note-${matter.notes.length + 1}`;
      const answer = 'seq' in command ? matter.messages.find(({ seq }) => seq === command.seq) : undefined;
      const decision = decide(matter.enquiry, person, { command, note, answer }, rules, clock.now());
      if (!decision.ok) return decision;
      store(matter, decision.value);
      write(matter, person, { command, note, answer });
      if ('reason' in command) matter.notes.push({ id: note, enquiry: id, by, text: command.reason, at: clock.now() });
      tell(id);
      return ok(matter.enquiry);
    },
    takeIn: async (by, { clientId, ...told }) => {
      if (broken) throw broken;
      const id = `t-${by}-${clientId}` as EnquiryId;
      const earlier = matters.get(id);
      if (earlier) return earlier.messages[0]?.text === told.text ? ok(earlier.enquiry) : refuse('other-body');
      if (told.intent !== null && !deskIntents.has(told.intent)) return refuse('unknown-intent');
      const acute = told.text.includes('ikke leve mere') ? ({ risk: 'acute' } as const) : {};
      const draft = takeIn(id, member(by), told, understood(acute), rules, clock.now());
      const matter: Matter = {
        enquiry: draft.state,
        messages: [],
        notes: [],
        journal: draft.events.map((event, index) => ({ version: index + 1, event })),
        readBy: [],
        replies: new Set(),
      };
      matters.set(id, matter);
      say(matter, { kind: 'visitor' }, told.text);
      tell(id);
      return ok(draft.state);
    },
    find: async (by, typed) => {
      if (broken) throw broken;
      const code = readCode(typed);
      return [...matters.values()]
        .map(({ enquiry }) => enquiry)
        .filter((enquiry) => codeOf(enquiry.id) === code && maySee(enquiry, member(by)));
    },
    arrive: (arrival) => {
      const id = arrival.id as EnquiryId;
      const at = clock.now();
      const { party = 'guidance', urgency = '3_days', asker = 'youth', language = 'da', ageBand = '15_17' } = arrival;
      const intent = (arrival.intent ?? 'dropped_out') as IntentId;
      const opened = { type: 'EnquiryOpened', channel: 'webchat', asker, language, at } as const;
      const enquiry = open(id, opened);
      const matter: Matter = {
        enquiry,
        messages: [],
        notes: [],
        journal: [{ version: 1, event: opened }],
        readBy: [],
        replies: new Set(),
      };
      matters.set(id, matter);
      happen(matter, {
        type: 'MessageReceived',
        seq: 1,
        language,
        intent,
        speaks: arrival.speaks ?? null,
        also: (arrival.also ?? []) as readonly IntentId[],
        understood: true,
        due: null,
        at,
      });
      say(
        matter,
        { kind: 'visitor' },
        arrival.words ?? 'jeg er droppet ud af gymnasiet og ved ikk hva jeg skal',
        arrival.speaks ?? language,
      );
      happen(
        matter,
        { type: 'AgeBandTold', ageBand, at },
        { type: 'BotSaid', seq: 2, says: 'answer', intent: null, choices: [], at },
      );
      say(matter, { kind: 'bot' }, 'Det er der hjælp til. Jeg sender det videre til en person, der kan hjælpe dig.');
      happen(matter, { type: 'HandoffQueued', party, urgency, intent, due: at + patience[urgency] * minuteMs, at });
      tell(id);
      return id;
    },
    write: (id, text) => {
      const matter = found(id);
      const { lastSeq, language, due } = matter.enquiry;
      const at = clock.now();
      const next = due ?? at + patience.same_day * minuteMs;
      happen(matter, {
        type: 'MessageReceived',
        seq: lastSeq + 1,
        language,
        intent: null,
        speaks: null,
        also: [],
        understood: true,
        due: next,
        at,
      });
      say(matter, { kind: 'visitor' }, text);
      tell(id);
    },
    withdraw: (id) => {
      happen(found(id), { type: 'HandoffWithdrawn', at: clock.now() });
      tell(id);
    },
    erase: (id) => {
      const matter = found(id);
      const at = clock.now();
      const through = matter.enquiry.lastSeq;
      happen(matter, { type: 'HandoffWithdrawn', at }, { type: 'TextsErased', through, at });
      const { messages } = matter;
      messages.forEach((message, index) => {
        if (message.from.kind === 'visitor') messages[index] = erased(message);
      });
      tell(id);
    },
    queueAgain: (id) => {
      const at = clock.now();
      const due = at + patience.same_day * minuteMs;
      const where = { party: 'guidance', urgency: 'same_day', intent: null } as const;
      happen(found(id), { type: 'HandoffQueued', ...where, due, at });
      tell(id);
    },
    passDeadline: (id) => {
      const at = clock.now();
      happen(found(id), { type: 'DeadlinePassed', step: 1, calls: 'party', next: at + 60 * minuteMs, at });
      tell(id);
    },
  };
}

const patience: Record<Urgency, number> = { acute: 5, same_day: 240, '3_days': 3 * 24 * 60, normal: 5 * 24 * 60 };

function acuteFirst({ urgency }: Enquiry): number {
  return urgency === urgencies[0] ? 0 : 1;
}

interface Meant {
  readonly command: StaffCommand;
  readonly note: string;
  readonly answer: Message | undefined;
}

function decide(
  state: Enquiry,
  by: Staff,
  { command, note, answer }: Meant,
  rules: Rules,
  now: Instant,
): Result<Draft, StaffRefusal> {
  switch (command.do) {
    case 'claim':
      return claim(state, by, rules, now);
    case 'reply':
      return reply(state, by, now);
    case 'correct':
      return correct(state, by, answer, now);
    case 'remove':
      return remove(state, by, answer, note, now);
    case 'spoke':
      return speakTo(state, by, now);
    case 'invite_helper':
      return inviteHelper(state, by, command.staff, rules, now);
    case 'remove_helper':
      return removeHelper(state, by, command.staff, now);
    case 'transfer':
      return offerTransfer(state, by, { to: command.party, note }, rules, now);
    case 'accept':
      return accept(state, by, rules, now);
    case 'decline':
      return decline(state, by, note, now);
    case 'return':
      return giveBack(state, by, note, rules, now);
    case 'close':
      return close(state, by, { outcome: command.outcome, note }, now);
  }
}
