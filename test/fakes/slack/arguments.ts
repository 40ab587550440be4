/** The arguments of a call, as forms, multipart or JSON bring them: everything may be text, lists and objects are JSON. */
import { fail, failArguments } from './refusals.ts';
import type { Json } from './shapes.ts';

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object, or an empty one. */
export function objectOr(value: unknown): Json {
  return isObject(value) ? value : {};
}

export function objectsIn(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Its text, when it has one that is not empty. */
export function textOf(args: Json, name: string): string | undefined {
  const value = args[name];
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return undefined;
}

export function neededText(args: Json, name: string): string {
  return textOf(args, name) ?? failArguments(`missing required field: ${name}`);
}

export function flagOf(args: Json, name: string): boolean {
  const value = args[name];
  return value === true || value === 'true' || value === '1' || value === 1;
}

export function countOf(args: Json, name: string, whenMissing: number, most: number): number {
  const value = textOf(args, name);
  if (value === undefined) return whenMissing;
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1) return fail('invalid_limit');
  return Math.min(count, most);
}

/** A list or object, read from JSON when it came as text. */
export function jsonOf(args: Json, name: string, error: string): unknown {
  const value = args[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return fail(error);
  }
}

/** Ids parted by commas, or a list of them. */
export function idsOf(args: Json, name: string): string[] {
  const value = args[name];
  const parts = Array.isArray(value) ? value.map(String) : String(value ?? '').split(',');
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

export interface ReadBody {
  readonly args: Json;
  readonly json: boolean;
}

/** Reads the body of a call; a body that is not what its header says gives `invalid_json` or `invalid_form_data`. */
export async function readArguments(contentType: string, body: Buffer): Promise<ReadBody> {
  if (contentType.includes('application/json')) return { args: parsedObject(body.toString('utf8')), json: true };
  if (contentType.includes('multipart/form-data')) return { args: await multipart(contentType, body), json: false };
  return { args: Object.fromEntries(new URLSearchParams(body.toString('utf8'))), json: false };
}

function parsedObject(text: string): Json {
  if (text.trim() === '') return {};
  try {
    const parsed: unknown = JSON.parse(text);
    return isObject(parsed) ? parsed : fail('json_not_object');
  } catch (error) {
    if (error instanceof SyntaxError) return fail('invalid_json');
    throw error;
  }
}

async function multipart(contentType: string, body: Buffer): Promise<Json> {
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
    return Object.fromEntries([...form].filter(([, value]) => typeof value === 'string'));
  } catch {
    return fail('invalid_form_data');
  }
}
