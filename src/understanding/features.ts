/**
 * Text as numbers: TF-IDF of word 1-2-grams and of character 2-5-grams inside words. N-grams are known by a 32-bit
 * hash; those seen in training get a dense index, so tables are as large as the data asks for.
 */
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

/** The n-grams seen in training: hash → index, and the inverse document frequency by index. */
export interface GramTable {
  readonly index: ReadonlyMap<number, number>;
  readonly idf: Float32Array;
  /** Weight of an n-gram that training never saw. */
  readonly unseenIdf: number;
}

/** Pairs of index and value; indices ascend within a block. */
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

const seeds = { word: 0x2f0b4c47, pair: 0x51ed270b, char: 0x1b873593 } as const;
const start = '\u0002';
const end = '\u0003';
const longestWord = 64;

/** FNV-1a over UTF-16 units with a final mix; 32 bits, signed. */
export function hash(text: string, seed: number, from = 0, to = text.length): number {
  let h = seed ^ 0x811c9dc5;
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) | 0;
}

function countEach(hashes: readonly number[]): GramCounts {
  const sorted = Int32Array.from(hashes).sort();
  const distinct = new Int32Array(sorted.length);
  const counts = new Int32Array(sorted.length);
  let size = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) distinct[size++] = sorted[i] ?? 0;
    counts[size - 1] = (counts[size - 1] ?? 0) + 1;
  }
  return { hashes: distinct.slice(0, size), counts: counts.slice(0, size) };
}

/** Counts a text's n-grams. Words longer than 64 units count by their first 64. */
export function gramsOf(text: string): Grams {
  const words = wordsOf(normalise(text)).map((word) => word.slice(0, longestWord));
  const single = words.map((word) => hash(word, seeds.word));
  const wordGrams = [...single];
  const charGrams: number[] = [];
  for (let w = 0; w <= words.length && words.length > 0; w++) {
    wordGrams.push(hash(`${words[w - 1] ?? start} ${words[w] ?? end}`, seeds.pair));
  }
  for (const word of words) {
    const padded = ` ${word} `;
    for (let n = 2; n <= 5; n++) {
      for (let at = 0; at + n <= padded.length; at++) charGrams.push(hash(padded, seeds.char + n, at, at + n));
    }
  }
  return { words: countEach(wordGrams), chars: countEach(charGrams), vocabulary: Int32Array.from(new Set(single)) };
}

/** Gives every n-gram of the training texts an index and its inverse document frequency. */
export function tableOf(texts: readonly Grams[]): GramTable {
  const index = new Map<number, number>();
  const seenIn: number[] = [];
  for (const { words, chars } of texts) {
    for (const hashes of [words.hashes, chars.hashes]) {
      for (const gram of hashes) {
        const at = index.get(gram) ?? index.size;
        index.set(gram, at);
        seenIn[at] = (seenIn[at] ?? 0) + 1;
      }
    }
  }
  const idf = (documents: number) => Math.log((1 + texts.length) / (1 + documents)) + 1;
  return { index, idf: Float32Array.from(seenIn, idf), unseenIdf: idf(0) };
}

interface Block {
  readonly index: number[];
  readonly value: number[];
  /** Sum of TF-IDF weights, of seen n-grams and of all. */
  readonly seen: number;
  readonly all: number;
}

function weigh({ hashes, counts }: GramCounts, table: GramTable): Block {
  const index: number[] = [];
  const value: number[] = [];
  let seen = 0;
  let all = 0;
  let squares = 0;
  for (let i = 0; i < hashes.length; i++) {
    const tf = 1 + Math.log(counts[i] ?? 1);
    const at = table.index.get(hashes[i] ?? 0);
    const weight = tf * (at === undefined ? table.unseenIdf : (table.idf[at] ?? 0));
    all += weight;
    if (at === undefined) continue;
    seen += weight;
    squares += weight * weight;
    index.push(at);
    value.push(weight);
  }
  const norm = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  return { index, value: value.map((weight) => weight * norm), seen, all };
}

/** A text's n-grams as a vector over the table; each block has length 1. */
export function featuresOf(grams: Grams, table: GramTable): Features {
  const words = weigh(grams.words, table);
  const chars = weigh(grams.chars, table);
  const all = words.all + chars.all;
  return {
    vector: {
      index: Int32Array.from([...words.index, ...chars.index]),
      value: Float32Array.from([...words.value, ...chars.value]),
    },
    known: all > 0 ? (words.seen + chars.seen) / all : 0,
    knownWords: grams.vocabulary.reduce((sum, word) => sum + (table.index.has(word) ? 1 : 0), 0),
  };
}
