/**
 * Where conversations are played: the shipped catalogue and municipality, the real understanding and use cases on an
 * embedded database, and a clock that only the conversation moves.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProcessJobs } from '../../adapters/queue/in-process.ts';
import { inProcessSignal } from '../../adapters/queue/signal-in-process.ts';
import { openPglite } from '../../adapters/storage/pglite.ts';
import { loadIntents } from '../../intents/load.ts';
import type { Needs } from '../../src/app/needs.ts';
import { recentlyStored } from '../../src/app/recent.ts';
import { runEffect } from '../../src/app/run-effects.ts';
import { forStaff, forVisitors } from '../../src/app/use-cases.ts';
import { kommuneCalendar } from '../../src/calendar.ts';
import type { Called, Enquiry } from '../../src/domain/enquiry.ts';
import type { EnquiryEvent } from '../../src/domain/enquiry-event.ts';
import { checkJournal, checkState } from '../../src/domain/invariants.ts';
import type { Message } from '../../src/domain/saying.ts';
import type { EnquiryId, Instant, StaffId } from '../../src/domain/words.ts';
import type { StaffCommand, StaffDesk } from '../../src/ports.ts';
import { localUnderstander } from '../../src/understanding/local.ts';
import { maskCpr, redact } from '../../src/understanding/redact.ts';
import type { Conversation } from './conversation.ts';

/** What one turn led to. */
export interface After {
  readonly state: Enquiry;
  /** The bot's messages of this turn, oldest first. */
  readonly said: readonly Message[];
  /** Events of this turn. */
  readonly events: readonly EnquiryEvent[];
  /** Who was called in this turn. */
  readonly called: readonly Called[];
  readonly now: number;
}

export interface Played {
  write(text: string, code: string | null): Promise<After>;
  act(staff: string, command: StaffCommand): Promise<After>;
  pass(ms: number): Promise<After>;
  readonly begun: After;
}

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
/** Monday 4 January 2027, 00.00 in Copenhagen. */
const mondayMidnight = Date.UTC(2027, 0, 3, 23);
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

function instantOf(begins: string): number {
  const [day = '', clock = ''] = begins.split(' ');
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return mondayMidnight + ((weekdays.indexOf(day) * 24 + hours) * 60 + minutes) * 60_000;
}

/** Opens the stage; conversations played on it do not see each other. */
export async function openStage() {
  const content = loadIntents(join(import.meta.dirname, '../../intents'), 'eksempel');
  const { kommune, intents, topics, texts, languages } = content;
  const folder = await mkdtemp(join(tmpdir(), 'indgang-stage-'));
  const store = await openPglite(folder);
  const understander = await localUnderstander({
    ...content,
    cacheFolder: join(tmpdir(), 'indgang-test-model'),
    log: quiet,
  });
  const calendar = kommuneCalendar(kommune);
  let now = mondayMidnight;
  let ids = 0;
  const needs: Needs = {
    store,
    jobs: inProcessJobs({ log: quiet }),
    signal: inProcessSignal(quiet),
    clock: { now: () => now },
    calendar,
    understander,
    rules: { kommune, intents, topics, openIntervals: calendar.openIntervals },
    texts,
    languages,
    log: quiet,
    recent: recentlyStored(),
    newId: () => `id-${++ids}`,
    newCode: (digits) => String(10 ** (digits - 1) + ++ids),
    fingerprint: (text) => text,
    maskCpr,
    redact,
    summariser: null,
  };
  const visitors = forVisitors(needs);
  const staff = forStaff(needs);
  const called: Called[] = [];
  const desk: StaffDesk = {
    show: async () => undefined,
    showCase: async () => undefined,
    call: async (_enquiry, calls) => {
      called.push(calls);
    },
  };

  /** Everything of one conversation that is due by now happens, and what follows from it; the others stand still. */
  async function settle(id: EnquiryId): Promise<void> {
    for (;;) {
      const due = (await store.dueEffects(now, 10_000)).filter((effect) => effect.startsWith(`${id}.`));
      if (due.length === 0) return;
      for (const effect of due) await runEffect(needs, { desks: [desk], channels: {} }, effect);
    }
  }

  /** Time goes by until `until`; each deadline on the way is kept at its own moment, as it is when it really passes. */
  async function live(id: EnquiryId, until: Instant): Promise<void> {
    for (;;) {
      const { enquiry } = await store.read(id);
      const next = Math.min(enquiry?.due ?? until, enquiry?.status === 'offered' ? enquiry.offer.until : until);
      if (next <= now || next >= until) break;
      now = next;
      await settle(id);
    }
    now = until;
    await settle(id);
  }

  async function play({ asker, language, begins }: Conversation): Promise<Played> {
    now = instantOf(begins);
    const id = `conversation-${++ids}` as EnquiryId;
    let seen = 0;
    let counted = 0;
    const look = async (): Promise<After> => {
      await settle(id);
      const { enquiry: state } = await store.read(id);
      if (state === null) throw new Error('the conversation is gone');
      const messages = await store.messages(id, seen, 1000);
      seen = messages.at(-1)?.seq ?? seen;
      const journal = (await store.journal(id)).map(({ event }) => event);
      const events = journal.slice(counted);
      counted = journal.length;
      const broken = [...checkState(state, needs.rules, now), ...checkJournal(id, journal)];
      if (broken.length > 0) throw new Error(broken.map(({ rule, detail }) => `${rule}: ${detail}`).join('; '));
      const said = messages.filter(({ from }) => from.kind === 'bot');
      return { state, said, events, called: called.splice(0), now };
    };
    await visitors.open(id, 'webchat', asker, language);
    return {
      begun: await look(),
      write: async (text, code) => {
        const clientId = `client-${++ids}`;
        const incoming = {
          enquiry: id,
          channel: 'webchat',
          asker,
          text,
          choice: code,
          clientId,
          channelData: null,
        } as const;
        const received = await visitors.receive(incoming);
        if (!received.ok) throw new Error(`the message was refused: ${received.reason}`);
        return look();
      },
      act: async (by, command) => {
        const done = await staff.act(by as StaffId, id, command);
        if (!done.ok) throw new Error(`${by} was refused: ${done.reason}`);
        return look();
      },
      pass: async (ms) => {
        await live(id, now + ms);
        return look();
      },
    };
  }

  return {
    play,
    close: async () => {
      await needs.jobs.close(1000);
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
