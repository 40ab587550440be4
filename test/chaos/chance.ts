/** Chance that can be played again: everything random in a run is drawn from one seed. */

export interface Chance {
  /** From 0 up to 1. */
  next(): number;
  /** A whole number, both ends included. */
  between(from: number, to: number): number;
  happens(probability: number): boolean;
  pick<Value>(values: readonly [Value, ...Value[]]): Value;
  /** Chance of its own for one actor, so that the others' pace does not change its choices. */
  apart(name: number): Chance;
}

/** @param seed a whole number; the same seed gives the same draws */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    between,
    happens: (probability) => next() < probability,
    pick: (values) => values[between(0, values.length - 1)] ?? values[0],
    apart: (name) => chanceFrom(Math.imul(seed + 1, 2_654_435_761) ^ Math.imul(name + 1, 40_503)),
  };
}
