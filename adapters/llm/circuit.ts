/**
 * Stops asking somebody who does not answer: five failures in a row open the circuit for a minute, then one trial
 * decides. Pure: the caller keeps the state and brings the time.
 */
import type { Instant } from '../../src/domain/words.ts';

const failuresToOpen = 5;
const restMs = 60_000;

export type Circuit =
  | { readonly is: 'closed'; readonly failures: number }
  | { readonly is: 'open'; readonly since: Instant }
  | { readonly is: 'trying' };

export const closedCircuit: Circuit = { is: 'closed', failures: 0 };

/** @returns the circuit to go on with when a call may be made now, or null when it may not */
export function passing(circuit: Circuit, now: Instant): Circuit | null {
  if (circuit.is === 'closed') return circuit;
  if (circuit.is === 'trying') return null;
  // A clock that was set back must not keep it open for longer than a rest.
  const rested = now - circuit.since >= restMs || now < circuit.since;
  return rested ? { is: 'trying' } : null;
}

export function afterFailure(circuit: Circuit, now: Instant): Circuit {
  if (circuit.is === 'open') return circuit;
  const failures = circuit.is === 'closed' ? circuit.failures + 1 : failuresToOpen;
  return failures >= failuresToOpen ? { is: 'open', since: now } : { is: 'closed', failures };
}
