/**
 * Text as numbers: TF-IDF of word 1-2-grams and of character 3-4-grams inside words, and where there is time also of any
 * two words near each other. All are known by a 32-bit hash; those seen in training get a dense index, so tables are as
 * large as the data asks for.
 */
import { count, empty, type GramIndex, gramIndex, newTally, placeOf } from './gram-index.ts';
import { normalise, wordsOf } from './normalise.ts';

/** Distinct n-grams of one block of one text, with how often each occurs. */
export interface GramCounts {
  readonly hashes: Int32Array;
  readonly counts: Int32Array;
}

/** One text's n-grams before any table is known; made once, used in every fold. */
export interface Grams {
  readonly words: GramCounts;
  readonly chars: GramCounts;
  /** Hashes of the distinct single words. */
  readonly vocabulary: Int32Array;
}

/** The n-grams seen in training, and the inverse document frequency by index. */
export interface GramTable {
  readonly index: GramIndex;
  readonly idf: Float32Array;
  /** Weight of an n-gram that training never saw. */
  readonly unseenIdf: number;
  /** Whether two words near each other count too, in any order. */
  readonly withNeighbours: boolean;
}

/** Pairs of index and value. */
export interface SparseVector {
  readonly index: Int32Array;
  readonly value: Float32Array;
}

export interface Features {
  readonly vector: SparseVector;
  /** TF-IDF share (0–1) of the text's n-grams that training saw. */
  readonly known: number;
  /** Distinct words that training saw. */
  readonly knownWords: number;
}

const seeds = { word: 0x2f0b4c47, pair: 0x51ed270b, char: 0x1b873593, near: 0x01234567 } as const;
/** Whole words say more of what a message is about than their letters. */
const wordWeight = 1.3;
const start = '\u0002';
const end = '\u0003';
const longestWord = 64;
/** Words that stand no further apart than this are neighbours. */
const nearestWords = 12;

/** FNV-1a over UTF-16 units with a final mix; 32 bits, signed. */
function hash(text: string, seed: number, from = 0, to = text.length): number {
  let h = seed ^ 0x811c9dc5;
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) | 0;
}

/** One number for a text, the same however it is spelt or spaced. */
export const fingerprint = (text: string) => hash(wordsOf(normalise(text)).join(' '), 0);

/** As many n-grams as most texts have. */
const usualRoom = 512;
/** Used for one text after the other: making a new one for each takes longer than the counting. */
let scratch = newTally(usualRoom);

function countEach(hashes: Int32Array): GramCounts {
  if (scratch.hashes.length === usualRoom) empty(scratch);
  else scratch = newTally(usualRoom);
  for (let i = 0; i < hashes.length; i++) count(scratch, hashes[i] as number);
  return { hashes: scratch.hashes.slice(0, scratch.size), counts: scratch.counts.slice(0, scratch.size) };
}

/** Counts a text's n-grams. Words longer than 64 units count by their first 64. */
export function gramsOf(text: string, withNeighbours = false): Grams {
  const words = wordsOf(normalise(text)).map((word) => (word.length > longestWord ? word.slice(0, longestWord) : word));
  const single = Int32Array.from(words, (word) => hash(word, seeds.word));
  return {
    words: countEach(joined(single, pairsOf(words), withNeighbours ? neighboursOf(words) : [])),
    chars: countEach(charGramsOf(words)),
    vocabulary: Int32Array.from(new Set(single)),
  };
}

/** Each word with the one before it; the ends count as words. */
function pairsOf(words: readonly string[]): Int32Array {
  const pairs = new Int32Array(words.length === 0 ? 0 : words.length + 1);
  for (let w = 0; w < pairs.length; w++) pairs[w] = hash(`${words[w - 1] ?? start} ${words[w] ?? end}`, seeds.pair);
  return pairs;
}

function joined(...lists: readonly ArrayLike<number>[]): Int32Array {
  const all = new Int32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let size = 0;
  for (const list of lists) {
    all.set(list, size);
    size += list.length;
  }
  return all;
}

/** Three and four letters of each word, its ends counted as letters. */
function charGramsOf(words: readonly string[]): Int32Array {
  const grams = new Int32Array(words.reduce((sum, word) => sum + 2 * word.length + 1, 0));
  let size = 0;
  for (const word of words) {
    const padded = ` ${word} `;
    for (let n = 3; n <= 4; n++) {
      for (let at = 0; at + n <= padded.length; at++) grams[size++] = hash(padded, seeds.char + n, at, at + n);
    }
  }
  return grams.subarray(0, size);
}

/** Two words that are not side by side, whichever comes first. */
function neighboursOf(words: readonly string[]): readonly number[] {
  return words.flatMap((word, at) =>
    words
      .slice(at + 2, at + 1 + nearestWords)
      .map((other) => hash(word < other ? `${word} ${other}` : `${other} ${word}`, seeds.near)),
  );
}

interface TableOf {
  /** Texts that an n-gram must stand in. */
  readonly leastSeen: number;
  readonly withNeighbours: boolean;
}

/**
 * Gives every n-gram that enough of the texts have an index and its inverse document frequency.
 *
 * @param known a table made of some of these texts: its n-grams keep their index
 */
export function tableOf(texts: readonly Grams[], { leastSeen, withNeighbours }: TableOf, known?: GramTable): GramTable {
  const tally = newTally(known?.index.hashes.length ?? 1024);
  for (const gram of known?.index.hashes ?? []) count(tally, gram, 0);
  const firstNew = tally.size;
  for (const { words, chars } of texts) {
    for (const gram of words.hashes) count(tally, gram);
    for (const gram of chars.hashes) count(tally, gram);
  }
  const kept: number[] = [];
  for (let place = 0; place < tally.size; place++) {
    if (place < firstNew || (tally.counts[place] as number) >= leastSeen) kept.push(place);
  }
  const idf = (documents: number) => Math.log((1 + texts.length) / (1 + documents)) + 1;
  return {
    index: gramIndex(Int32Array.from(kept, (place) => tally.hashes[place] as number)),
    idf: Float32Array.from(kept, (place) => idf(tally.counts[place] as number)),
    unseenIdf: idf(0),
    withNeighbours,
  };
}

interface Block {
  /** Pairs written. */
  readonly size: number;
  /** Sum of TF-IDF weights, of seen n-grams and of all. */
  readonly seen: number;
  readonly all: number;
}

/** Writes a block's pairs from `from` on, with length `weight`. */
function weigh(
  { hashes, counts }: GramCounts,
  table: GramTable,
  into: SparseVector,
  from: number,
  weight: number,
): Block {
  let [seen, all, squares, at] = [0, 0, 0, from];
  for (let i = 0; i < hashes.length; i++) {
    const count = counts[i] as number;
    const tf = count === 1 ? 1 : 1 + Math.log(count);
    const gram = placeOf(table.index, hashes[i] as number);
    const value = tf * (gram < 0 ? table.unseenIdf : (table.idf[gram] as number));
    all += value;
    if (gram < 0) continue;
    seen += value;
    squares += value * value;
    into.index[at] = gram;
    into.value[at++] = value;
  }
  const norm = squares > 0 ? weight / Math.sqrt(squares) : 0;
  for (let i = from; i < at; i++) into.value[i] = (into.value[i] as number) * norm;
  return { size: at - from, seen, all };
}

/** A text's n-grams as a vector over the table; each block has a fixed length, whatever the length of the text. */
export function featuresOf(grams: Grams, table: GramTable): Features {
  const most = grams.words.hashes.length + grams.chars.hashes.length;
  const room: SparseVector = { index: new Int32Array(most), value: new Float32Array(most) };
  const words = weigh(grams.words, table, room, 0, wordWeight);
  const chars = weigh(grams.chars, table, room, words.size, 1);
  const all = words.all + chars.all;
  const size = words.size + chars.size;
  return {
    vector: { index: room.index.subarray(0, size), value: room.value.subarray(0, size) },
    known: all > 0 ? (words.seen + chars.seen) / all : 0,
    knownWords: grams.vocabulary.reduce((sum, word) => sum + (placeOf(table.index, word) < 0 ? 0 : 1), 0),
  };
}
