/** What the forms of the Slack adapter stand on, small and in memory: a Slack that notes what it is asked, and a clock. */
import { SlackRefusedError } from '../../adapters/slack/errors.ts';
import type { Acting, HappeningOf, Post, SlackParts, View, Web } from '../../adapters/slack/parts.ts';
import { kommuneCalendar } from '../../src/calendar.ts';
import type { CaseFile } from '../../src/domain/case-file.ts';
import type { Staff } from '../../src/domain/kommune.ts';
import { refuse } from '../../src/domain/result.ts';
import type { Instant, StaffId } from '../../src/domain/words.ts';
import type { ForCases } from '../../src/ports.ts';
import { UnavailableError } from '../../src/ports.ts';
import { monday } from '../domain/town.ts';
import { type MemoryInHand, memoryInHand } from './memory.ts';
import { deskIntents, type FakeStaffSide, fakeStaffSide } from './staff-side.ts';
import { fakeSignal } from './visitors.ts';

const weekday = [{ from: 9 * 60, to: 17 * 60 }];
const openingHours = [weekday, weekday, weekday, weekday, weekday, [], []] as const;

/** What Slack was asked, in order. */
export type Asked =
  | { readonly method: 'views.open' | 'views.publish'; readonly view: View; readonly user: string }
  | {
      readonly method: 'whisper' | 'tell' | 'edit';
      readonly user: string;
      readonly message: Pick<Post, 'text' | 'blocks'>;
    };

export interface FakeSlack extends Web {
  readonly asked: Asked[];
  /** Refuses to open windows with this code, or is away; null works again. */
  refuseWindows(code: string | null): void;
  /** Every call fails from now on, or works again. */
  break(error: Error | null): void;
}

function fakeSlack(): FakeSlack {
  const asked: Asked[] = [];
  const told = new Set<string>();
  let windows: string | null = null;
  let broken: Error | null = null;
  const place = (ts: number) => ({ channel: 'D1', ts: `1.${ts}` });
  const working = () => {
    if (broken) throw broken;
  };
  return {
    asked,
    refuseWindows: (code) => {
      windows = code;
    },
    break: (error) => {
      broken = error;
    },
    post: async () => {
      throw new Error('forms post in no channel');
    },
    edit: async ({ channel }, message) => {
      working();
      asked.push({ method: 'edit', user: channel, message });
    },
    whisper: async ({ user }, message) => {
      working();
      asked.push({ method: 'whisper', user, message });
    },
    tell: async (user, { id, ...message }) => {
      working();
      if (!told.has(id)) asked.push({ method: 'tell', user, message });
      told.add(id);
      return place(told.size);
    },
    call: async (method, args) => {
      working();
      const view = args.view as View;
      if (method === 'views.publish') asked.push({ method, view, user: String(args.user_id) });
      else if (method !== 'views.open') throw new Error(`unexpected ${method}`);
      else if (windows !== null) throw new SlackRefusedError(method, windows);
      else asked.push({ method, view, user: String(args.trigger_id) });
    },
  };
}

export interface FormsTown extends SlackParts {
  readonly web: FakeSlack;
  readonly memory: MemoryInHand;
  readonly staffSide: FakeStaffSide;
  readonly caseFiles: CaseFile[];
  /** Lets time pass. */
  pass(minutes: number): void;
  person(id: string): Staff;
  /** Somebody presses or sends something in Slack. */
  acting(id: string): Acting;
}

/** A town on a Monday in January at 10, Danish time; `running`: where the time does not stand still. */
export function formsTown({ running = false }: { readonly running?: boolean } = {}): FormsTown {
  const begun = Date.now();
  let passed = 0;
  let ids = 0;
  const clock = { now: (): Instant => monday + passed + (running ? Date.now() - begun : 0) };
  const staffSide = fakeStaffSide({ clock, signal: fakeSignal() });
  const kommune = { ...staffSide.kommune, openingHours } as const;
  const caseFiles: CaseFile[] = [];
  const person = (id: string): Staff => {
    const found = kommune.staff.get(id as StaffId);
    if (!found) throw new Error(`nobody is called ${id}`);
    return found;
  };
  const slackIds = (id: string) => `U${id.toUpperCase()}`;
  const enquiry = async (id: Parameters<SlackParts['reader']['enquiry']>[0]) => {
    for (const staff of kommune.staff.keys()) {
      const seen = await staffSide.read(staff, id);
      if (seen.ok) return seen.value.enquiry;
    }
    return null;
  };
  const none = async () => null;
  return {
    web: fakeSlack(),
    memory: memoryInHand(),
    staffSide,
    caseFiles,
    cases: casesOf(caseFiles),
    reader: {
      enquiry,
      messages: async () => [],
      journal: async () => [],
      caseFile: none,
      caseNotes: async () => new Map(),
    },
    people: {
      bySlack: async (user) => [...kommune.staff.values()].find(({ id }) => slackIds(id) === user) ?? null,
      slackOf: async (staff) => (kommune.staff.has(staff) ? slackIds(staff) : null),
    },
    kommune,
    intents: deskIntents,
    file: { content: 'full', channels: new Map() },
    calendar: kommuneCalendar(kommune),
    clock,
    log: { info: () => {}, warn: () => {}, error: () => {} },
    redact: (text) => text.replaceAll('12345678', '[telefon]'),
    publicUrl: 'https://desk.example',
    newId: () => `id-${++ids}`,
    pass: (minutes) => {
      passed += minutes * 60_000;
    },
    person,
    acting: (id) => ({
      user: slackIds(id),
      staff: kommune.staff.get(id as StaffId) ?? null,
      triggerId: `trigger-${id}`,
    }),
  };
}

/** Only the list is asked for. */
function casesOf(caseFiles: readonly CaseFile[]): ForCases {
  const refused = async () => refuse('unknown-case');
  const nothing = { suggest: refused, open: refused, read: refused, act: refused };
  return { ...nothing, mine: async () => caseFiles, ofEnquiry: async () => null, intruder: async () => undefined };
}

/** A button pressed on a card. */
export function pressed(
  action: string,
  value: string,
  more: Partial<HappeningOf<'pressed'>> = {},
): HappeningOf<'pressed'> {
  const place = { channel: 'C1', ts: '1.1' };
  return { kind: 'pressed', action, value, user: 'U', triggerId: 'T', place, threadTs: null, viewId: null, ...more };
}

/** A window sent. */
export function submitted(
  callback: string,
  about: string,
  values: HappeningOf<'submitted'>['values'],
  viewId = 'V1',
): HappeningOf<'submitted'> {
  return { kind: 'submitted', callback, user: 'U', viewId, hash: '1', about, values, triggerId: null };
}

export const slackIsAway = new UnavailableError('slack', 'timeout');

/** What is remembered under a prefix. */
export async function keysUnder({ memory }: Pick<SlackParts, 'memory'>, prefix: string): Promise<readonly string[]> {
  return (await memory.list(prefix, 1_000)).map(({ key }) => key);
}
