/**
 * What somebody wrote in Slack as the words a citizen reads: no markup, no ids, no codes.
 * Pure: who is behind a mention is an argument.
 */

/** Stand for what is put back when the marks around it are gone; nobody writes these. */
const opens = '\ue000';
const closes = '\ue001';
const held = /\ue000(\d+)\ue001/g;

const mention = /<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g;

/** Slack's ids of the people a text mentions. */
export function mentionedIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(mention)].flatMap(([, user]) => user ?? []))];
}

/**
 * @param text as Slack stores it: `&amp;`, `<@U1>`, `<https://a.dk|here>`, `*bold*`
 * @param firstNames of those mentioned, by Slack's id; who is missing is "en kollega"
 */
export function plainWords(text: string, firstNames: ReadonlyMap<string, string>): string {
  const kept: string[] = [];
  const keep = (words: string) => `${opens}${kept.push(words) - 1}${closes}`;
  const guarded = text
    .replace(/[\ue000\ue001]/g, '')
    .replace(/```\n?([\s\S]*?)\n?```|`([^`\n]+)`/g, (_, block?: string, inline?: string) =>
      keep((block ?? inline ?? '').replace(/<([^<>]*)>/g, (_whole, inner: string) => reference(inner, firstNames))),
    )
    .replace(/<([^<>]*)>/g, (_, inner: string) => keep(reference(inner, firstNames)));
  const unmarked = withoutMarks(guarded).replace(/:([a-z0-9_+-]+):/g, (whole, name: string) => emoji[name] ?? whole);
  return decoded(putBack(unmarked, kept)).trim();
}

function putBack(text: string, kept: readonly string[]): string {
  return text.replace(held, (_, index: string) => kept[Number(index)] ?? '');
}

function decoded(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** `*bold*`, `_slanted_`, `~struck~`: a mark at a word's edge with its like at another's. */
const marks = [
  /(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![\p{L}\p{N}*])/gu,
  /(?<![\p{L}\p{N}_])_(?=[^\s_])([^_\n]*[^\s_])_(?![\p{L}\p{N}_])/gu,
  /(?<![\p{L}\p{N}~])~(?=[^\s~])([^~\n]*[^\s~])~(?![\p{L}\p{N}~])/gu,
];

function withoutMarks(text: string): string {
  const unquoted = text.replace(/^(?:&gt;){1,3} ?/gm, '');
  return marks.reduce((left, mark) => left.replace(mark, '$1'), unquoted);
}

/** What stands between `<` and `>`. */
function reference(inner: string, firstNames: ReadonlyMap<string, string>): string {
  const [target = '', label = ''] = splitOnce(inner, '|');
  if (target.startsWith('@')) return firstNames.get(target.slice(1)) ?? 'en kollega';
  if (target.startsWith('#')) return label === '' ? 'en kanal' : label;
  if (target.startsWith('!')) return special(target.slice(1), label);
  const address = target.replace(/^(?:mailto|tel):/, '');
  const saysTheSame = ['', address, address.replace(/^https?:\/\//, '')].includes(label);
  return saysTheSame ? address : `${label} (${address})`;
}

function special(name: string, label: string): string {
  if (name.startsWith('subteam')) return label === '' ? 'kollegerne' : label.replace(/^@/, '');
  if (name.startsWith('date')) return label;
  return 'alle';
}

function splitOnce(text: string, sign: string): readonly string[] {
  const at = text.indexOf(sign);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** The usual ones; others stay as they are written. */
const emoji: Readonly<Record<string, string>> = {
  '+1': '👍',
  '-1': '👎',
  thumbsup: '👍',
  thumbsdown: '👎',
  smile: '😄',
  slightly_smiling_face: '🙂',
  smiley: '😃',
  grinning: '😀',
  grin: '😁',
  joy: '😂',
  laughing: '😆',
  blush: '😊',
  wink: '😉',
  relaxed: '☺️',
  relieved: '😌',
  heart: '❤️',
  green_heart: '💚',
  blue_heart: '💙',
  yellow_heart: '💛',
  hugging_face: '🤗',
  pray: '🙏',
  muscle: '💪',
  clap: '👏',
  wave: '👋',
  raised_hands: '🙌',
  ok_hand: '👌',
  crossed_fingers: '🤞',
  tada: '🎉',
  star: '⭐',
  sparkles: '✨',
  sunny: '☀️',
  sun_with_face: '🌞',
  four_leaf_clover: '🍀',
  coffee: '☕',
  calendar: '📆',
  phone: '☎️',
  email: '✉️',
  white_check_mark: '✅',
  heavy_check_mark: '✔️',
  point_right: '👉',
  point_down: '👇',
  thinking_face: '🤔',
  disappointed: '😞',
  cry: '😢',
  'skin-tone-2': '',
  'skin-tone-3': '',
  'skin-tone-4': '',
  'skin-tone-5': '',
  'skin-tone-6': '',
};
