/**
 * Handing events, presses and commands to the app: wrapped as Slack wraps them, tried again as Slack tries again,
 * and doubled, lost or turned round where a fault says so. How they travel is the carrier's affair.
 */
import type { EventRule, Faults } from './faults.ts';
import type { Channel, Delivery, Json, SlackEvent, Undelivered } from './shapes.ts';
import { appIsIn, breach, type World } from './world.ts';

export interface Parcel {
  readonly kind: Delivery['kind'];
  readonly payload: Json;
  readonly retryNum: number;
  readonly retryReason: Undelivered | null;
}

export type Carried =
  | { readonly ok: true; readonly answer: unknown }
  | { readonly ok: false; readonly reason: Undelivered; readonly noRetry: boolean };

/** Takes a parcel to the app and waits for its acknowledgement, at most as long as it is told. */
export type Carrier = (parcel: Parcel, ackWithinMs: number) => Promise<Carried>;

export interface DeliveryNeeds {
  readonly world: World;
  readonly eventFaults: Faults<EventRule>;
  readonly ackWithinMs: number;
  /** When an event is tried again, after each failure in turn. */
  readonly retryAfterMs: readonly number[];
  /** Types of events the app has subscribed to; null means all. */
  readonly subscriptions: ReadonlySet<string> | null;
  readonly isDown: () => boolean;
}

export interface Deliveries {
  /** Null leaves everything undelivered. */
  carrier: Carrier | null;
  readonly done: readonly Delivery[];
  forget(): void;
  event(event: SlackEvent, about: Channel | null): void;
  /** The outer form for what has no event inside (app_rate_limited). */
  bare(payload: Json): void;
  interaction(payload: Json): Promise<Carried>;
  command(payload: Json): Promise<Carried>;
  /** Waits until nothing is on its way and no retry is due. */
  settled(): Promise<void>;
  stop(): void;
}

export function deliveries(needs: DeliveryNeeds): Deliveries {
  const { world, eventFaults, retryAfterMs } = needs;
  const done: Delivery[] = [];
  const onTheWay = new Set<Promise<unknown>>();
  const held: Json[] = [];
  const pauses = new Set<() => void>();
  let stopped = false;

  const carry = async (parcel: Parcel): Promise<Carried> => {
    const { carrier } = self;
    const lost: Carried = { ok: false, reason: 'connection_failed', noRetry: false };
    if (carrier === null || needs.isDown() || stopped) return lost;
    const began = performance.now();
    const carried = await carrier(parcel, needs.ackWithinMs);
    note(parcel, carried, performance.now() - began);
    return carried;
  };

  const note = (parcel: Parcel, carried: Carried, tookMs: number) => {
    const outcome = carried.ok ? 'acknowledged' : carried.reason;
    const eventId = typeof parcel.payload.event_id === 'string' ? parcel.payload.event_id : null;
    const type = typeOf(parcel.payload);
    done.push({ kind: parcel.kind, type, eventId, retryNum: parcel.retryNum, outcome, tookMs });
    if (outcome === 'http_timeout' && !stopped) {
      breach(world, 'late-ack', `${parcel.kind} ${type}: none in ${needs.ackWithinMs} ms`);
    }
  };

  const track = <Value>(work: Promise<Value>): Promise<Value> => {
    onTheWay.add(work);
    work.finally(() => onTheWay.delete(work)).catch(() => undefined);
    return work;
  };

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const callOff = world.clock.after(ms, () => awake());
      const awake = () => {
        pauses.delete(awake);
        callOff();
        resolve();
      };
      pauses.add(awake);
    });

  const untilTaken = async (payload: Json): Promise<void> => {
    let carried = await carry({ kind: 'event', payload, retryNum: 0, retryReason: null });
    for (const [index, ms] of retryAfterMs.entries()) {
      if (carried.ok || carried.noRetry || stopped) return;
      const retryReason = carried.reason;
      await pause(ms);
      if (stopped) return;
      carried = await carry({ kind: 'event', payload, retryNum: index + 1, retryReason });
    }
  };

  const send = (payload: Json) => {
    void track(untilTaken(payload));
    for (const late of held.splice(0)) void track(untilTaken(late));
  };

  const hold = (payload: Json, ms: number) => {
    held.push(payload);
    const release = pause(ms).then(() => {
      const index = held.indexOf(payload);
      if (index >= 0) send(held.splice(index, 1)[0] ?? payload);
    });
    void track(release);
  };

  const self: Deliveries = {
    carrier: null,
    done,
    forget() {
      done.length = 0;
    },
    event(event, about) {
      if (about !== null && !appIsIn(world, about)) return;
      if (needs.subscriptions !== null && !needs.subscriptions.has(String(event.type))) return;
      const payload = envelope(world, structuredClone(event), about);
      const fault = eventFaults.strike(({ type }) => type === undefined || type === event.type);
      if (fault?.kind === 'dropped') return;
      if (fault?.kind === 'reordered') return hold(payload, fault.atMostMs ?? 200);
      send(payload);
      if (fault?.kind === 'doubled') send(payload);
    },
    bare(payload) {
      send(payload);
    },
    interaction: (payload) => track(carry({ kind: 'interactive', payload, retryNum: 0, retryReason: null })),
    command: (payload) => track(carry({ kind: 'command', payload, retryNum: 0, retryReason: null })),
    async settled() {
      while (onTheWay.size > 0) await Promise.allSettled([...onTheWay]);
    },
    stop() {
      stopped = true;
      held.length = 0;
      for (const awake of pauses) awake();
    },
  };
  return self;
}

function typeOf(payload: Json): string {
  const { event } = payload;
  if (typeof event === 'object' && event !== null && 'type' in event) return String(event.type);
  return String(payload.type ?? payload.command);
}

function envelope(world: World, event: Json, about: Channel | null): Json {
  const { team, app, clock } = world;
  const authorization = { team_id: team.id, user_id: app.botUserId, is_bot: true, is_enterprise_install: false };
  return {
    token: app.verificationToken,
    team_id: world.people.get(String(event.user))?.team ?? team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: app.appId,
    event,
    type: 'event_callback',
    event_id: world.nextId('Ev'),
    event_time: Math.floor(clock.now() / 1000),
    authorizations: [{ enterprise_id: null, ...authorization }],
    is_ext_shared_channel: about?.shared ?? false,
    event_context: `4-${about?.id ?? team.id}`,
  };
}
