/**
 * Figures for Prometheus. Labels are codes and kinds, never ids or a person's words.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, type Metric, Registry } from 'prom-client';
import type { PartyCode, StaffId } from '../../src/domain/words.ts';
import type { Clock, ForVisitors, ModelFigures, Store } from '../../src/ports.ts';

/** Seconds; the goal is 95 % below 0.3 and 99 % below 1. */
const acceptBuckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.3, 1, 3, 10];

/** Seconds; a message waits for 2 at most, a draft for 10. */
const modelBuckets = [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 5, 10];

export interface MetricsNeeds {
  readonly store: Store;
  readonly clock: Clock;
  readonly parties: readonly PartyCode[];
  /** Everybody in the municipality's file. */
  readonly staff: { has(id: StaffId): boolean };
  /** Open sockets now and slow readers closed since start. */
  readonly sockets: { readonly socketsOpen: number; readonly slowClosed: number };
  /** When the sweep last ran through, in milliseconds since 1970, or null. */
  readonly lastSweep: () => number | null;
  /** `off` without Slack. */
  readonly slackHealth: () => 'up' | 'down' | 'off';
  /** Null without a language model. */
  readonly languageModel: CountedModel | null;
}

export interface CountedModel extends ModelFigures {
  readonly counts: readonly Metric[];
}

export interface Metrics {
  /** The Prometheus text; reads the store's census once. */
  text(): Promise<string>;
  readonly contentType: string;
  /** The same use cases, timed and counted. */
  measured(visitors: ForVisitors): ForVisitors;
}

/** Makes a registry of its own, so that several Indgangs can run in one process. */
export function metrics(needs: MetricsNeeds): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const refresh = censusGauges(registry, needs);
  if (needs.slackHealth() !== 'off') slackGauge(registry, needs.slackHealth);
  for (const metric of needs.languageModel?.counts ?? []) registry.registerMetric(metric);
  return {
    contentType: registry.contentType,
    text: async () => {
      await refresh();
      return registry.metrics();
    },
    measured: measuredBy(registry),
  };
}

/** Counts every call to the language model, and what it used: the bill is by tokens. */
export function countedModel(): CountedModel {
  const metric = (name: string, help: string) => ({ name: `indgang_language_model_${name}`, help, registers: [] });
  const calls = new Counter({
    ...metric('calls_total', 'Wishes for the language model by how they went'),
    labelNames: ['purpose', 'outcome'],
  });
  const seconds = new Histogram({
    ...metric('seconds', 'How long the language model took, when it was asked'),
    buckets: modelBuckets,
    labelNames: ['purpose'],
  });
  const tokens = new Counter({
    ...metric('tokens_total', 'Tokens the language model says it has read and written'),
    labelNames: ['purpose', 'kind'],
  });
  const open = new Gauge({
    ...metric('circuit_open', '1 while the language model is not asked because it failed too often'),
    labelNames: ['purpose'],
  });
  return {
    counts: [calls, seconds, tokens, open],
    called: (purpose, outcome, took) => {
      calls.inc({ purpose, outcome });
      if (outcome !== 'open_circuit') seconds.observe({ purpose }, took);
    },
    used: (purpose, { prompt, completion }) => {
      tokens.inc({ purpose, kind: 'prompt' }, prompt);
      tokens.inc({ purpose, kind: 'completion' }, completion);
    },
    circuit: (purpose, isOpen) => open.set({ purpose }, isOpen ? 1 : 0),
  };
}

function measuredBy(registry: Registry): (visitors: ForVisitors) => ForVisitors {
  const registers = [registry];
  const seconds = new Histogram({
    name: 'indgang_accept_seconds',
    help: 'From a citizen’s message being parsed to its commit',
    buckets: acceptBuckets,
    registers,
  });
  const accepted = new Counter({
    name: 'indgang_messages_accepted_total',
    help: 'Messages stored',
    registers,
  });
  const replayed = new Counter({
    name: 'indgang_messages_replayed_total',
    help: 'Repeats of stored messages',
    registers,
  });
  return (visitors) => ({
    ...visitors,
    receive: async (message) => {
      const done = seconds.startTimer();
      const receipt = await visitors.receive(message);
      if (!receipt.ok) return receipt;
      done();
      (receipt.value.repeated ? replayed : accepted).inc();
      return receipt;
    },
  });
}

function censusGauges(registry: Registry, needs: MetricsNeeds): () => Promise<void> {
  const gauge = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []): Gauge<Label> =>
    new Gauge({ name: `indgang_${name}`, help, labelNames, registers: [registry] });
  const open = gauge('handoffs_open', 'Open enquiries by state', ['state']);
  const withoutHolder = gauge('handoffs_without_holder', 'Open enquiries that nobody answers for; must be 0');
  const overdue = gauge('handoffs_overdue', 'Deadlines passed by 30 s and nobody called; must be 0');
  const refreshCases = caseGauges(gauge('case_files_open', 'Open case files'), gauge(...coordinatorless), needs);
  const pending = gauge('outbox_pending', 'Effects not done', ['kind']);
  const dead = gauge('outbox_dead', 'Effects given up', ['kind']);
  const oldest = gauge('outbox_oldest_seconds', 'Age of the oldest effect that should have been done');
  const sockets = gauge('sockets_open', 'Open chat sockets');
  const slow = gauge('slow_consumers_closed', 'Sockets closed since start because they read too slowly');
  const swept = gauge('sweeper_last_run_seconds', 'Seconds since the sweep last ran through');
  return async () => {
    const now = needs.clock.now();
    const [census] = await Promise.all([needs.store.census(needs.parties, now), refreshCases()]);
    fill(open, 'state', census.openByStatus);
    fill(pending, 'kind', census.effectsPending);
    fill(dead, 'kind', census.effectsDead);
    withoutHolder.set(census.withoutHolder);
    overdue.set(census.overdue);
    oldest.set(census.oldestDueSeconds);
    sockets.set(needs.sockets.socketsOpen);
    slow.set(needs.sockets.slowClosed);
    const last = needs.lastSweep();
    if (last !== null) swept.set((now - last) / 1000);
  };
}

/** What the alarm watches: 0 means that staff see nothing new in Slack. */
function slackGauge(registry: Registry, slackHealth: MetricsNeeds['slackHealth']): void {
  new Gauge({
    name: 'indgang_slack_up',
    help: '1 while Slack answers, 0 from a minute after it stopped',
    registers: [registry],
    collect() {
      this.set(slackHealth() === 'up' ? 1 : 0);
    },
  });
}

const coordinatorless = [
  'case_files_without_coordinator',
  'Open case files whose coordinator is not in the municipality’s file; must be 0',
] as const;

function caseGauges(open: Gauge, without: Gauge, { store, staff }: MetricsNeeds): () => Promise<void> {
  return async () => {
    const loads = [...(await store.cases.loads())];
    const sum = (counts: readonly (readonly [StaffId, number])[]) =>
      counts.reduce((total, [, load]) => total + load, 0);
    open.set(sum(loads));
    without.set(sum(loads.filter(([coordinator]) => !staff.has(coordinator))));
  };
}

function fill<Label extends string>(gauge: Gauge<Label>, label: Label, counts: Readonly<Record<string, number>>): void {
  gauge.reset();
  for (const [name, count] of Object.entries(counts)) gauge.set({ [label]: name } as Record<Label, string>, count);
}
