/**
 * Bodies that strangers might post as activities: nasty text, odd JSON, broken JSON, deep JSON.
 */
import fc from 'fast-check';

const nasty = fc.constantFrom(
  '\u0000',
  '\ud800',
  '\udc00x',
  '\u202e\u2066',
  '\ufeff',
  '￾',
  '👩‍👩‍👧‍👦🏳️‍🌈',
  'Z̷̨̛a̸l̵g̶o̷',
  "'; DROP TABLE message;--",
  '<script>alert(1)</script>',
  '{{constructor.constructor("return 1")()}}',
  '%00%0a%0d',
  '$(touch x)',
  '../../etc/passwd',
  'æøåÆØÅ',
  '\\u0000',
  '1e999',
  'NaN',
  '__proto__',
  'ﷺ'.repeat(200),
);
export const naughtyText = fc.oneof(
  nasty,
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ maxLength: 3000 }),
);
const json = fc.jsonValue({ maxDepth: 12, stringUnit: 'binary' });
const activity = fc.record(
  {
    type: fc.oneof({ weight: 8, arbitrary: fc.constant('message') }, naughtyText, json),
    text: fc.oneof({ weight: 8, arbitrary: naughtyText }, json),
    value: json,
    from: json,
    id: json,
    locale: json,
    attachments: json,
    channelData: fc.oneof(
      json,
      fc.record({ clientActivityID: fc.oneof(naughtyText, json), indgang: json }, { requiredKeys: [] }),
    ),
  },
  { requiredKeys: ['type', 'text'] },
);
/** The text of a request's body. */
export const naughtyBody = fc.oneof(
  { weight: 6, arbitrary: activity.map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: json.map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: naughtyText },
  { weight: 1, arbitrary: fc.tuple(activity, fc.nat()).map(([value, at]) => cut(JSON.stringify(value), at)) },
  { weight: 1, arbitrary: fc.nat(20_000).map((depth) => '['.repeat(depth)) },
);

function cut(whole: string, at: number): string {
  return whole.slice(0, at % (whole.length + 1));
}
