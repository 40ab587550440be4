/**
 * What decisions are made by: the municipality's settings, the catalogue and the opening hours.
 */
import type { IntentBook, Topic } from './intent.ts';
import type { Kommune, OpenInterval } from './kommune.ts';
import type { Instant } from './words.ts';

export interface Rules {
  readonly kommune: Kommune;
  readonly intents: IntentBook;
  readonly topics: readonly Topic[];
  /** Opening time that ends after `from`, in order, without end. */
  readonly openIntervals: (from: Instant) => Iterable<OpenInterval>;
}
