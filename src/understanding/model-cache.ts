/**
 * Keeps a trained model on disk, named by a hash of what it was trained on, so that a second start need not train.
 * The one file here that touches the disk. A file that is broken, or made from other content, counts as absent.
 */
import { createHash, randomUUID } from 'node:crypto';
// biome-ignore lint/style/noRestrictedImports: the cache is a file; nothing else here reads or writes one.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
// biome-ignore lint/style/noRestrictedImports: see above.
import { join } from 'node:path';
// biome-ignore lint/style/noRestrictedImports: how a file is written is this file's matter alone.
import { deserialize, serialize } from 'node:v8';
import type { Model } from './classify.ts';
import type { Lessons } from './train.ts';

/** Raise it when features, training or this file's format change: older files are then passed over. */
const format = 15;
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

/** @throws Error when the model holds what cannot be kept */
function encode(model: Model, content: string): Buffer {
  const body = serialize({ content, model });
  return Buffer.concat([Buffer.from(magic), digestOf(body), body]);
}

/** @returns null when the bytes are not a whole model of this content */
function decode(file: Buffer, content: string): Model | null {
  const bodyAt = magic.length + digestBytes;
  if (file.toString('latin1', 0, magic.length) !== magic) return null;
  const body = file.subarray(bodyAt);
  if (!digestOf(body).equals(file.subarray(magic.length, bodyAt))) return null;
  const kept: { content: string; model: Model } = deserialize(body);
  return kept.content === content ? kept.model : null;
}

const digestOf = (body: Buffer) => createHash('sha256').update(body).digest();

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
