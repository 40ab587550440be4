/**
 * Which place an n-gram has, and how often it came: open tables over 32-bit hashes. A `Map` of the same took three to four
 * times as long to fill and to ask.
 */

export interface GramIndex {
  /** The hashes by place, all different. */
  readonly hashes: Int32Array;
  /** By slot: the place plus one, or 0 where nothing is. */
  readonly slots: Int32Array;
}

/** @param hashes all different; the first gets place 0 */
export function gramIndex(hashes: Int32Array): GramIndex {
  return { hashes, slots: slotsOf(hashes, hashes.length) };
}

/** @param room slots are made for so many, half of them left empty */
function slotsOf(hashes: Int32Array, size: number, room = size): Int32Array {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(room * 2 + 2)));
  const mask = slots.length - 1;
  for (let place = 0; place < size; place++) {
    let slot = (hashes[place] as number) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = place + 1;
  }
  return slots;
}

/** The place of a hash, or −1. */
export function placeOf({ hashes, slots }: GramIndex, hash: number): number {
  const mask = slots.length - 1;
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const place = (slots[slot] as number) - 1;
    if (place < 0 || hashes[place] === hash) return place;
  }
}

/** Different hashes by place, in the order they came, and how often each has come; what lies beyond `size` means nothing. */
export interface Tally {
  size: number;
  hashes: Int32Array;
  counts: Int32Array;
  slots: Int32Array;
}

/** @param room for so many; it grows when there are more */
export function newTally(room: number): Tally {
  const hashes = new Int32Array(room);
  return { size: 0, hashes, counts: new Int32Array(room), slots: slotsOf(hashes, 0, room) };
}

export function empty(tally: Tally): void {
  tally.size = 0;
  tally.slots.fill(0);
}

/** Counts a hash `times` times more. */
export function count(tally: Tally, hash: number, times = 1): void {
  const { hashes, counts, slots } = tally;
  const mask = slots.length - 1;
  let slot = hash & mask;
  for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
    const place = (slots[slot] as number) - 1;
    if (hashes[place] !== hash) continue;
    counts[place] = (counts[place] as number) + times;
    return;
  }
  if (tally.size === hashes.length) {
    makeRoom(tally);
    count(tally, hash, times);
    return;
  }
  hashes[tally.size] = hash;
  counts[tally.size] = times;
  slots[slot] = ++tally.size;
}

function makeRoom(tally: Tally): void {
  const room = tally.size * 2 + 1;
  const wider = (numbers: Int32Array) => {
    const more = new Int32Array(room);
    more.set(numbers);
    return more;
  };
  tally.hashes = wider(tally.hashes);
  tally.counts = wider(tally.counts);
  tally.slots = slotsOf(tally.hashes, tally.size, room);
}
