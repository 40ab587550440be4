/**
 * Keeps a trained model on disk, named by a hash of what it was trained on, so that a second start need not train.
 * The one file here that touches the disk. A file that is broken, or made from other content, counts as absent.
 */
import { createHash, randomUUID } from 'node:crypto';
// biome-ignore lint/style/noRestrictedImports: the cache is a file; nothing else here reads or writes one.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
// biome-ignore lint/style/noRestrictedImports: see above.
import { join } from 'node:path';
import type { Example, Model } from './classify.ts';

/** Raise it when features, training or this file's format change: older files are then passed over. */
const format = 1;
const magic = 'indgang-model\n';
const digestBytes = 32;

/** What a model made from this content is called. */
export function contentHash(examples: readonly Example[], offTopic: readonly string[]): string {
  const content = JSON.stringify([format, examples.map(({ label, text }) => [label, text]), offTopic]);
  return createHash('sha256').update(content).digest('hex');
}

interface Head {
  readonly content: string;
  readonly labels: readonly string[];
  readonly temperature: number;
  readonly gate: Model['gate'];
  readonly short: readonly number[];
  readonly features: number;
  readonly unseenIdf: number;
}

const bytesOf = (values: Int32Array | Float32Array) => Buffer.from(values.buffer, values.byteOffset, values.byteLength);

function encode(model: Model, content: string): Buffer {
  const head: Head = {
    content,
    labels: model.labels,
    temperature: model.temperature,
    gate: model.gate,
    short: [...model.short],
    features: model.table.index.size,
    unseenIdf: model.table.unseenIdf,
  };
  const json = Buffer.from(JSON.stringify(head));
  const padded = Buffer.concat([json, Buffer.alloc((4 - (json.length % 4)) % 4, ' ')]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(padded.length);
  const hashes = Int32Array.from(model.table.index.keys());
  const { weights, bias } = model.softmax;
  const body = Buffer.concat([size, padded, ...[hashes, model.table.idf, bias, weights].map(bytesOf)]);
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
  if (head.content !== content) return null;
  const { labels, features } = head;
  const at = 4 + headSize;
  const floats = (skipped: number, length: number) => new Float32Array(body.buffer, at + 4 * skipped, length);
  const hashes = new Int32Array(body.buffer, at, features);
  const index = new Map<number, number>();
  for (let i = 0; i < features; i++) index.set(hashes[i] as number, i);
  return {
    labels,
    table: { index, idf: floats(features, features), unseenIdf: head.unseenIdf },
    softmax: {
      classes: labels.length,
      bias: floats(2 * features, labels.length),
      weights: floats(2 * features + labels.length, features * labels.length),
    },
    temperature: head.temperature,
    gate: head.gate,
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
