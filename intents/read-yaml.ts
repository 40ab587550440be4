/**
 * Reads YAML, and reads the long lists of examples at the end of intent files by itself: nine lines in ten are
 * plain text there, and the YAML reader spends most of a start on them. Whatever is not plain goes to the YAML reader.
 */
import { parse } from 'yaml';

const head = '\nexamples:\n';
/** `    - words`: begins with a letter, and holds nothing that YAML could read as anything but text. */
const plainLine = /^ {4}- (?<words>\p{L}(?:[^:#\p{Cc}\p{Zl}\p{Zp}\uFEFF]*[^:#\s\p{Cc}])?)$/u;
/** A tag nobody knows is a warning to the console; the schema says it better. */
const quietly = { logLevel: 'error' } as const;
const notText = /^(?:null|true|false)$/i;

/** @throws YAMLParseError when the source is not YAML */
export function readYaml(source: string): unknown {
  const at = source.indexOf(head);
  const examples = at < 0 ? null : plainExamples(source.slice(at + head.length));
  if (!examples) return parse(source, quietly);

  const rest: unknown = parse(source.slice(0, at + 1), quietly);
  return isPlainMap(rest) && !('examples' in rest) ? { ...rest, examples } : parse(source, quietly);
}

/** The lists by language, or null when anything in them is not plain. */
function plainExamples(source: string): Record<string, string[]> | null {
  const lists = new Map<string, string[]>();
  let list: string[] | null = null;
  for (const line of source.replace(/\n$/, '').split('\n')) {
    const words = plainLine.exec(line)?.groups?.words;
    if (words !== undefined && list && !notText.test(words)) {
      list.push(words);
      continue;
    }
    const language = line === '  da:' ? 'da' : line === '  en:' ? 'en' : null;
    if (!language || lists.has(language)) return null;
    list = [];
    lists.set(language, list);
  }
  return [...lists.values()].every(({ length }) => length > 0) ? Object.fromEntries(lists) : null;
}

function isPlainMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
