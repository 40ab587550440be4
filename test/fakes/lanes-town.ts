/**
 * What cards and conversations in Slack stand on, without Slack: the shipped municipality, the real use cases on a store
 * in hand, and time that stands still unless it is moved.
 */
import { join } from 'node:path';
import { inProcessJobs } from '../../adapters/queue/in-process.ts';
import { inProcessSignal } from '../../adapters/queue/signal-in-process.ts';
import type { SlackPart } from '../../adapters/slack/parts.ts';
import { loadIntents } from '../../intents/load.ts';
import type { Needs } from '../../src/app/needs.ts';
import { recentlyStored } from '../../src/app/recent.ts';
import { runEffect } from '../../src/app/run-effects.ts';
import { forDesks, forStaff, forVisitors } from '../../src/app/use-cases.ts';
import { kommuneCalendar } from '../../src/calendar.ts';
import type { Asker, EnquiryId, StaffId } from '../../src/domain/words.ts';
import type { Log, StaffCommand, VisitorChannel } from '../../src/ports.ts';
import { maskCpr, redact } from '../../src/understanding/redact.ts';
import { understood } from '../domain/town.ts';
import { storeInHand } from './store-in-hand.ts';

/** Monday 4 January 2027, 10.00 in Copenhagen: opening time. */
const mondayAtTen = Date.UTC(2027, 0, 4, 9);
/** Those who have a channel; the others use the front desk's. */
export const withChannel = ['front_desk', 'guidance', 'employment', 'family', 'on_call'] as const;
export const publicUrl = 'https://unge.eksempel.example';

const content = loadIntents(join(import.meta.dirname, '../../intents'), 'eksempel');

export function lanesTown() {
  const { kommune, intents } = content;
  const store = storeInHand();
  const logged: string[] = [];
  const write = (data: object, message: string): void => {
    logged.push(JSON.stringify({ ...data, message }));
  };
  const log: Log = { info: write, warn: write, error: write };
  const calendar = kommuneCalendar(kommune);
  let now = mondayAtTen;
  let ids = 0;
  const clock = { now: () => now };
  const needs: Needs = {
    store,
    jobs: inProcessJobs({ log }),
    signal: inProcessSignal(log),
    clock,
    calendar,
    // Everything is about school, but what says that there is danger.
    understander: {
      understand: async (text) =>
        text.startsWith('FARE')
          ? understood({ intent: 'violence_close', risk: 'acute', masked: text, redacted: redact(text) })
          : understood({ intent: 'dropped_out', ageBand: '18_24', masked: maskCpr(text), redacted: redact(text) }),
    },
    summariser: null,
    rules: { kommune, intents, topics: content.topics, openIntervals: calendar.openIntervals },
    texts: content.texts,
    languages: content.languages,
    log,
    recent: recentlyStored(),
    newId: () => `id-${++ids}`,
    newCode: (digits) => String(10 ** (digits - 1) + ++ids),
    fingerprint: (text) => text,
    maskCpr,
    redact,
  };
  const visitors = forVisitors(needs);
  const staff = forStaff(needs);
  /** Words that cannot be brought to a citizen of another channel. */
  const undelivered = new Set<string>();
  const botframework: VisitorChannel = {
    deliver: async (message) => {
      if (undelivered.has(message.text)) throw new Error('the channel is closed for good');
    },
  };

  async function say(id: EnquiryId, text: string, choice: string | null = null): Promise<void> {
    const clientId = `client-${++ids}`;
    const from = { enquiry: id, channel: 'webchat', asker: 'youth' } as const;
    const received = await visitors.receive({ ...from, text, choice, clientId, channelData: null });
    if (!received.ok) throw new Error(`the message was refused: ${received.reason}`);
  }

  const jump = (ms: number): void => {
    now += ms;
  };

  return {
    kommune,
    intents,
    store,
    staff,
    reader: forDesks(needs),
    calendar,
    clock,
    log,
    logged,
    redact,
    newId: needs.newId,
    undelivered,
    /** Time goes by, and nobody looks. */
    jump,
    /** Somebody writes to us, and is handed over. */
    arrive: async (
      text = 'jeg er droppet ud',
      channel: 'webchat' | 'botframework' = 'webchat',
      asker: Asker = 'youth',
    ) => {
      const id = `e${++ids}` as EnquiryId;
      await visitors.open(id, channel, asker, 'da', channel === 'webchat' ? undefined : {});
      await say(id, text);
      return id;
    },
    write: say,
    act: async (by: string, id: EnquiryId, command: StaffCommand) => {
      const done = await staff.act(by as StaffId, id, command);
      if (!done.ok) throw new Error(`${by} was refused: ${done.reason}`);
    },
    enquiry: async (id: EnquiryId) => {
      const { enquiry } = await store.read(id);
      if (enquiry === null) throw new Error(`no enquiry ${id}`);
      return enquiry;
    },
    messages: (id: EnquiryId) => store.messages(id, 0, 10_000),
    /** What people have told the citizen, oldest first. */
    told: async (id: EnquiryId) =>
      (await store.messages(id, 0, 10_000)).filter(({ from }) => from.kind === 'staff').map(({ text }) => text),
    /** Does all that is due outside, and what follows from it soon; a dead process does nothing more. */
    runEffects: async (part: () => SlackPart, isDead = () => false) => {
      const desk = {
        show: async (...args: Parameters<NonNullable<SlackPart['show']>>) => part().show?.(...args),
        call: async (...args: Parameters<NonNullable<SlackPart['call']>>) => part().call?.(...args),
        showCase: async () => undefined,
      };
      for (let idle = 0; idle < 40; ) {
        const due = await store.dueEffects(now, 10_000);
        for (const effect of due) {
          await runEffect(needs, { desks: [desk], channels: { botframework } }, effect);
          if (isDead()) return;
        }
        if (due.length > 0) continue;
        if ((await store.dueEffects(now + 20_000, 10_000)).length === 0) return;
        jump(1_000);
        idle += 1;
      }
    },
  };
}
