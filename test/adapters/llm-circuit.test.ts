import { describe, expect, it } from 'vitest';
import { afterFailure, type Circuit, closedCircuit, passing } from '../../adapters/llm/circuit.ts';

const failing = (times: number, at = 0): Circuit =>
  Array.from({ length: times }).reduce<Circuit>((circuit) => afterFailure(circuit, at), closedCircuit);

describe('the circuit to somebody who does not answer', () => {
  it('stays closed for four failures and opens at the fifth', () => {
    expect(passing(failing(4), 1)).not.toBeNull();
    expect(passing(failing(5), 1)).toBeNull();
  });

  it('rests for a minute, then lets one through and no other beside it', () => {
    const open = failing(5, 1_000);

    expect(passing(open, 60_999)).toBeNull();
    const trying = passing(open, 61_000);
    expect(trying).toEqual({ is: 'trying' });
    expect(passing(trying ?? open, 61_000)).toBeNull();
  });

  it('opens for another minute when the trial fails', () => {
    const again = afterFailure({ is: 'trying' }, 61_000);

    expect(passing(again, 120_999)).toBeNull();
    expect(passing(again, 121_000)).not.toBeNull();
  });

  it('is not kept open longer by failures of calls that began before', () => {
    expect(afterFailure(failing(5, 0), 30_000)).toEqual(failing(5, 0));
  });

  it('is not kept open by a clock that was set back', () => {
    expect(passing(failing(5, 1_000_000), 10)).toEqual({ is: 'trying' });
  });
});
