/**
 * Makes scores mean what they say: the softmax of a model is judged on examples it has not seen, and one temperature is
 * found under which a score of 0.8 is right eight times of ten.
 */
import { softmaxOf } from './softmax.ts';

/** What a model that never saw the text thought of it. */
export interface Held {
  /** One for each label, and one more for "none of them" when there are off-topic lines. */
  readonly logits: Float64Array;
  readonly known: number;
  /** The right class; null for off-topic lines. */
  readonly label: number | null;
}
/** The temperature under which the held-out labels are least surprising; between 0.05 and 20, 1 without examples. */
export function temperatureOf(held: readonly Held[]): number {
  const inScope = held.filter(({ label }) => label !== null);
  if (inScope.length === 0) return 1;
  const surprise = (logTemperature: number) =>
    inScope.reduce((sum, { logits, label }) => {
      const p = softmaxOf(logits, Math.exp(logTemperature))[label ?? 0] ?? 0;
      return sum - Math.log(Math.max(p, 1e-12));
    }, 0);
  return Math.exp(lowestPoint(surprise, Math.log(0.05), Math.log(20)));
}

/** Golden-section search for the lowest point of a function with one valley. */
function lowestPoint(value: (at: number) => number, low: number, high: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [from, to] = [low, high];
  let [left, right] = [to - ratio * (to - from), from + ratio * (to - from)];
  let [atLeft, atRight] = [value(left), value(right)];
  for (let round = 0; round < 20; round++) {
    if (atLeft <= atRight) {
      [to, right, atRight] = [right, left, atLeft];
      left = to - ratio * (to - from);
      atLeft = value(left);
    } else {
      [from, left, atLeft] = [left, right, atRight];
      right = from + ratio * (to - from);
      atRight = value(right);
    }
  }
  return (from + to) / 2;
}
