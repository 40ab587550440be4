/**
 * Whether somebody can be called: what they have said on their Home tab. It holds until the end of the day, so that a
 * forgotten pause does not leave them out for good.
 */
import type { Kommune, Staff } from '../../src/domain/kommune.ts';
import type { Instant, StaffId } from '../../src/domain/words.ts';
import type { Clock, Memory } from '../../src/ports.ts';
import { type availabilities, changeHome, readHome } from './home-memory.ts';
import { dayOf } from './local-day.ts';

export type Availability = (typeof availabilities)[number];

interface Needs {
  readonly memory: Memory;
  readonly kommune: Pick<Kommune, 'timeZone'>;
  readonly clock: Clock;
}

export async function availabilityOf(needs: Needs, staff: StaffId): Promise<Availability> {
  return availabilityNow(await readHome(needs.memory, staff), needs.clock.now(), needs.kommune);
}

/** What was said on an earlier day no longer counts. */
export function availabilityNow(
  { availability, since }: { readonly availability: Availability; readonly since: Instant },
  now: Instant,
  kommune: Pick<Kommune, 'timeZone'>,
): Availability {
  return dayOf(since, kommune) === dayOf(now, kommune) ? availability : 'free';
}

/** Those who may be called: everybody who is not on a pause, or all of them when nobody else is left. */
export async function reachable<One extends Pick<Staff, 'id'>>(
  needs: Needs,
  staff: readonly One[],
): Promise<readonly One[]> {
  const said = await Promise.all(staff.map(({ id }) => availabilityOf(needs, id)));
  const there = staff.filter((_, index) => said[index] !== 'pause');
  return there.length > 0 ? there : staff;
}

export async function setAvailability(needs: Needs, staff: StaffId, availability: Availability): Promise<void> {
  const since = needs.clock.now();
  await changeHome(needs.memory, staff, (home, dueAt) => ({ home: { ...home, availability, since }, dueAt }));
}
