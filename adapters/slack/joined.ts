/** The parts of the adapter, in the order in which they hear what happens and show what is. */
import { caseChannels } from './case-channels.ts';
import { forms } from './forms.ts';
import { lanes } from './lanes.ts';
import type { JoinParts } from './open.ts';

export const joinParts: JoinParts = (parts) => [lanes(parts), forms(parts), caseChannels(parts)];
