/** The parts of the adapter, in the order in which they hear what happens and show what is. */
import type { JoinParts } from './open.ts';

export const joinParts: JoinParts = () => [];
