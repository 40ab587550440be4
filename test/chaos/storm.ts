/**
 * R1 and R2: Indgang is killed or stopped again and again while citizens and staff use it; in the end everything that was
 * promised is there.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Violation } from '../../src/domain/invariants.ts';
import { type Book, emptyBook } from './book.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { citizen, type Storm } from './citizen.ts';
import { type IndgangProcess, indgang } from './indgang-process.ts';
import { staffMember } from './staff-member.ts';
import { checkStored } from './stored-invariants.ts';
import { judge, tally } from './verdict.ts';
import { ask, figure, readAfter } from './wire-client.ts';

export interface StormSettings {
  /** The database, see `own-services.ts`. */
  readonly env: Readonly<Record<string, string>>;
  readonly seconds: number;
  /** Goes on past `seconds` until it has ended so often. */
  readonly killsAtLeast: number;
  /** SIGTERM asks it to stop, and only when it is ready. */
  readonly signal: 'SIGKILL' | 'SIGTERM';
  readonly clients: number;
  readonly seed: number;
  /** One line every now and then. */
  readonly say: (line: string) => void;
}

export interface StormFigures {
  readonly seed: number;
  readonly seconds: number;
  readonly conversations: number;
  readonly acknowledged: number;
  readonly shown: number;
  readonly staffActs: number;
  readonly staffReplies: number;
  readonly kills: number;
  /** Of these, before it was ready. */
  readonly killsDuringStart: number;
  readonly retriesAbsorbed: number;
  /** How a SIGTERM ended: the codes that were not 0, and the slowest, in milliseconds. */
  readonly unclean: readonly (number | null)[];
  readonly slowestStopMs: number;
  /** From the last kill until it was ready again, in milliseconds. */
  readonly recoveryMs: { readonly p50: number; readonly p95: number; readonly max: number };
  readonly acknowledgedLost: number;
  readonly shownTwice: number;
  readonly shownWrong: number;
  readonly outOfOrder: number;
  readonly withoutHolder: number | null;
  readonly overdue: number | null;
  readonly effectsDead: number;
  readonly rules: Readonly<Record<string, number>>;
  readonly strange: readonly string[];
}

export interface StormResult {
  readonly figures: StormFigures;
  readonly violations: readonly Violation[];
}

const startAttemptMs = 120_000;

/** @throws Error when Indgang does not start again */
export async function storm(settings: StormSettings): Promise<StormResult> {
  const { clients, seed, env } = settings;
  const chance = chanceFrom(seed);
  const server = await indgang(env);
  server.start();
  await mustBeReady(server);
  const book = emptyBook();
  let stopping = false;
  let abandoned = false;
  const field: Storm = { url: server.url, book, stopping: () => stopping, abandoned: () => abandoned };
  const people = [
    ...Array.from({ length: clients }, (_, index) => citizen(field, `klient ${index + 1}`, chance.apart(index))),
    ...Array.from({ length: 3 }, (_, index) => staffMember(field, `ansat ${index + 1}`, chance.apart(1000 + index))),
  ];
  const everybody = Promise.all(people);
  everybody.catch(() => {});
  try {
    const kills = await killAgainAndAgain(server, settings, chance.apart(-1), book);
    stopping = true;
    await everybody;
    return await concluded(server, settings, book, kills);
  } finally {
    stopping = true;
    abandoned = true;
    await server.kill('SIGKILL');
    await Promise.allSettled(people);
  }
}

interface Kills {
  all: number;
  duringStart: number;
  readonly recoveries: number[];
  readonly stops: { readonly code: number | null; readonly tookMs: number }[];
}

/** One to five seconds of service between kills; every sixth start is cut short as well. Ends with the server ready. */
async function killAgainAndAgain(
  server: IndgangProcess,
  { seconds, killsAtLeast, signal, say }: StormSettings,
  chance: Chance,
  book: Book,
): Promise<Kills> {
  const kills: Kills = { all: 0, duringStart: 0, recoveries: [], stops: [] };
  const until = performance.now() + seconds * 1000;
  let told = performance.now();
  for (;;) {
    const pauseMs = chance.between(1000, 5000);
    if (performance.now() + pauseMs > until && kills.all >= killsAtLeast) return kills;
    await sleep(pauseMs);
    let killedAt = performance.now();
    kills.stops.push(await server.kill(signal));
    kills.all++;
    while (signal === 'SIGKILL' && chance.happens(1 / 6)) {
      server.start();
      await sleep(chance.between(50, 1200));
      killedAt = performance.now();
      await server.kill('SIGKILL');
      kills.all++;
      kills.duringStart++;
    }
    server.start();
    await mustBeReady(server);
    kills.recoveries.push(performance.now() - killedAt);
    if (performance.now() - told < 15_000) continue;
    told = performance.now();
    const { length } = kills.recoveries;
    say(
      `${kills.all} kills, ${acknowledgedIn(book)} messages acknowledged, recovery ${length} took ${Math.round(kills.recoveries.at(-1) ?? 0)} ms`,
    );
  }
}

async function mustBeReady(server: IndgangProcess): Promise<void> {
  if (await server.ready(startAttemptMs)) return;
  throw new Error(`chaos: Indgang did not start (exit ${server.exitCode()}):\n${server.output().slice(-3000)}`);
}

function acknowledgedIn({ pages }: Book): number {
  return new Set(
    pages.flatMap(({ acknowledged }) => acknowledged.map(({ enquiry, clientId }) => `${enquiry} ${clientId}`)),
  ).size;
}

/** Starts once more, reads everything from the beginning, stops, and looks into the database. */
async function concluded(
  server: IndgangProcess,
  { env, seed, seconds, signal }: StormSettings,
  book: Book,
  kills: Kills,
): Promise<StormResult> {
  await server.kill('SIGKILL');
  server.start();
  await mustBeReady(server);
  const violations: Violation[] = [];
  for (const page of book.pages) {
    const stored = await readAfter(server.url, page.conversation, '');
    const staffReplies = book.staffReplies.filter(({ enquiry }) => enquiry === page.enquiry).map(({ text }) => text);
    violations.push(...judge({ ...page, staffReplies }, stored?.activities ?? []));
  }
  const metrics = (await ask(`${server.url}/metrics`)).text;
  await server.kill('SIGTERM');
  const enquiries = book.pages.map(({ enquiry }) => enquiry);
  violations.push(...(await checkStored(env, enquiries, Date.now())));
  const rules = tally(violations);
  const figures: StormFigures = {
    seed,
    seconds,
    conversations: book.pages.length,
    acknowledged: acknowledgedIn(book),
    shown: book.pages.reduce((sum, { shown }) => sum + shown.length, 0),
    staffActs: book.staffActs,
    staffReplies: book.staffReplies.length,
    kills: kills.all,
    killsDuringStart: kills.duringStart,
    retriesAbsorbed: book.retries,
    unclean: signal === 'SIGTERM' ? kills.stops.map(({ code }) => code).filter((code) => code !== 0) : [],
    slowestStopMs: Math.round(Math.max(0, ...kills.stops.map(({ tookMs }) => tookMs))),
    recoveryMs: spread(kills.recoveries),
    acknowledgedLost: (rules.P1 ?? 0) + (rules.P2 ?? 0),
    shownTwice: book.pages.reduce((sum, { shown }) => sum + shown.length - new Set(shown).size, 0),
    shownWrong: rules.P4 ?? 0,
    outOfOrder: rules.P3 ?? 0,
    withoutHolder: figure(metrics, 'indgang_handoffs_without_holder'),
    overdue: figure(metrics, 'indgang_handoffs_overdue'),
    effectsDead: sumOf(metrics, 'indgang_outbox_dead'),
    rules,
    strange: book.strange.slice(0, 20),
  };
  return { figures, violations };
}

/** The sum of a figure over its labels. */
function sumOf(metrics: string, name: string): number {
  const lines = metrics.split('\n').filter((line) => line.startsWith(`${name}{`));
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

function spread(values: readonly number[]): { p50: number; p95: number; max: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}
