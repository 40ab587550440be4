/**
 * Reads YAML, and reads the long lists of lines by itself: the examples at the end of intent files, and the lines about
 * danger. They are nearly all plain text, and the YAML reader spends most of a start on them. Whatever is not plain goes to
 * the YAML reader: a line by itself where it can, else the whole file.
 */
import { parse } from 'yaml';

const head = '\nexamples:\n';
/** Begins with a letter, and holds nothing that YAML could read as anything but text. */
const plainWords = /^\p{L}(?:[^:#\p{Cc}\p{Zl}\p{Zp}\uFEFF]*[^:#\s\p{Cc}])?$/u;
/** In quotes that are closed on the line: the YAML reader takes `'''` alone for a closed one, and in a list for an open one. */
const quoted = /^(?:'(?:[^']|'')*'|"(?:[^"\\]|\\.)*")$/;
const kinds = ['acute', 'care', 'harmless', 'ordinary'];
const languages = ['da', 'en'];
/** A tag nobody knows is a warning to the console; the schema says it better. */
const quietly = { logLevel: 'error' } as const;
const notText = /^(?:null|true|false)$/i;

/** @throws YAMLParseError when the source is not YAML */
export function readYaml(source: string): unknown {
  const at = source.indexOf(head);
  if (at < 0) return listsIn(source, kinds, '') ?? parse(source, quietly);
  const examples = listsIn(source.slice(at + head.length), languages, '  ');
  if (!examples) return parse(source, quietly);

  const rest: unknown = parse(source.slice(0, at + 1), quietly);
  return isPlainMap(rest) && !('examples' in rest) ? { ...rest, examples } : parse(source, quietly);
}

/** Lists of lines by name, `name:` standing at `indent`; null when anything in them is more than a line. */
function listsIn(source: string, names: readonly string[], indent: string): Record<string, readonly string[]> | null {
  const lists = new Map<string, string[]>();
  const item = `${indent}  - `;
  let list: string[] | null = null;
  for (const line of source.replace(/\n$/, '').split('\n')) {
    const words = list && line.startsWith(item) ? wordsIn(line.slice(item.length)) : null;
    if (words !== null) list?.push(words);
    else if (!line.startsWith('#')) {
      const name = names.find((one) => line === `${indent}${one}:`);
      if (!name || lists.has(name)) return null;
      list = [];
      lists.set(name, list);
    }
  }
  return lists.size > 0 && [...lists.values()].every(({ length }) => length > 0) ? Object.fromEntries(lists) : null;
}

/** What stands behind the dash, or null when that is not text that ends with its line. */
function wordsIn(written: string): string | null {
  if (plainWords.test(written)) return notText.test(written) ? null : written;
  if (!quoted.test(written)) return null;
  try {
    const words: unknown = parse(written, quietly);
    return typeof words === 'string' ? words : null;
  } catch {
    return null;
  }
}

function isPlainMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
