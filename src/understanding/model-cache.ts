/**
 * Keeps a trained model on disk, named by a hash of what it was trained on, so that a second start need not train.
 * The one file here that touches the disk. A file that is broken, or made from other content, counts as absent.
 */
import { createHash, randomUUID } from 'node:crypto';
// biome-ignore lint/style/noRestrictedImports: the cache is a file; nothing else here reads or writes one.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
// biome-ignore lint/style/noRestrictedImports: see above.
import { join } from 'node:path';
import type { Model } from './classify.ts';
import { dangerKinds } from './danger.ts';
import { gramIndex } from './gram-index.ts';
import type { Lessons } from './train.ts';

/** Raise it when features, training or this file's format change: older files are then passed over. */
const format = 7;
const magic = 'indgang-model\n';
const digestBytes = 32;

/** What a model made from this content is called. */
export function contentHash({ examples, offTopic, dangers, dangerLines, pace }: Lessons): string {
  const content = JSON.stringify([
    format,
    examples.map(({ label, text }) => [label, text]),
    offTopic,
    [...dangers].sort(),
    dangerLines,
    pace,
  ]);
  return createHash('sha256').update(content).digest('hex');
}

interface Head {
  readonly content: string;
  readonly labels: readonly string[];
  readonly temperature: number;
  readonly gate: Model['gate'];
  readonly withDanger: boolean;
  readonly dangers: readonly number[];
  readonly short: readonly number[];
  readonly features: number;
  readonly classes: number;
  readonly unseenIdf: number;
}

const bytesOf = (values: Int32Array | Float32Array | Int8Array) =>
  Buffer.from(values.buffer, values.byteOffset, values.byteLength);

/** Floats first and bytes last, so that everything stands where its kind may stand. */
function encode({ labels, table, softmax, temperature, gate, danger, dangers, short }: Model, content: string): Buffer {
  const head: Head = {
    content,
    labels,
    temperature,
    gate,
    withDanger: danger !== null,
    dangers,
    short: [...short],
    features: table.index.hashes.length,
    classes: softmax.classes,
    unseenIdf: table.unseenIdf,
  };
  const json = Buffer.from(JSON.stringify(head));
  const padded = Buffer.concat([json, Buffer.alloc((4 - (json.length % 4)) % 4, ' ')]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(padded.length);
  const both = danger ? [softmax, danger] : [softmax];
  const floats = both.flatMap(({ bias, scale }) => [bias, scale]);
  const numbers = [table.index.hashes, table.idf, ...floats, ...both.map(({ weights }) => weights)];
  const body = Buffer.concat([size, padded, ...numbers.map(bytesOf)]);
  return Buffer.concat([Buffer.from(magic), createHash('sha256').update(body).digest(), body]);
}

/** @returns null when the bytes are not a whole model of this content */
function decode(file: Buffer, content: string): Model | null {
  const bodyAt = magic.length + digestBytes;
  if (file.toString('latin1', 0, magic.length) !== magic) return null;
  const body = Uint8Array.prototype.slice.call(file, bodyAt);
  if (!createHash('sha256').update(body).digest().equals(file.subarray(magic.length, bodyAt))) return null;
  const headSize = new DataView(body.buffer).getUint32(0, true);
  const head: Head = JSON.parse(Buffer.from(body.buffer, 4, headSize).toString());
  return head.content === content ? modelIn(body.buffer, 4 + headSize, head) : null;
}

function modelIn(buffer: ArrayBuffer, from: number, { features, classes, unseenIdf, ...head }: Head): Model {
  let at = from;
  const floats = (length: number) => {
    at += 4 * length;
    return new Float32Array(buffer, at - 4 * length, length);
  };
  const hashes = new Int32Array(buffer, at, features);
  at += 4 * features;
  const idf = floats(features);
  const rowsOf = (size: number) => ({ classes: size, bias: floats(size), scale: floats(features) });
  const intents = rowsOf(classes);
  const danger = head.withDanger ? rowsOf(dangerKinds.length) : null;
  const bytes = (size: number) => {
    at += features * size;
    return new Int8Array(buffer, at - features * size, features * size);
  };
  return {
    labels: head.labels,
    table: { index: gramIndex(hashes), idf, unseenIdf },
    softmax: { ...intents, weights: bytes(classes) },
    temperature: head.temperature,
    gate: head.gate,
    danger: danger && { ...danger, weights: bytes(dangerKinds.length) },
    dangers: head.dangers,
    short: new Set(head.short),
  };
}

const fileName = (content: string) => `understanding-${content.slice(0, 32)}.model`;

/** @returns null when there is no usable file; never throws */
export function loadModel(folder: string, content: string): Model | null {
  try {
    return decode(readFileSync(join(folder, fileName(content))), content);
  } catch {
    return null;
  }
}

/**
 * Writes beside the target and renames, so that nobody ever reads half a file; then takes older models away.
 *
 * @throws Error of the file system when the folder cannot be written
 */
export function saveModel(folder: string, content: string, model: Model): void {
  mkdirSync(folder, { recursive: true });
  const name = fileName(content);
  const beside = join(folder, `${name}.${randomUUID()}.part`);
  writeFileSync(beside, encode(model, content));
  renameSync(beside, join(folder, name));
  const isOlder = (file: string) => /^understanding-.*\.model$/.test(file) && file !== name;
  for (const file of readdirSync(folder).filter(isOlder)) rmSync(join(folder, file), { force: true });
}
