import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EventOf } from '../../src/domain/enquiry-event.ts';
import { type Conversation, conversations, type Expected, type Turn } from './conversation.ts';
import { type After, openStage, type Played } from './stage.ts';

let stage: Awaited<ReturnType<typeof openStage>>;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const units = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

function msOf(time: string): number {
  const [count = '0', unit = ''] = time.split(' ');
  return Number(count) * units[unit.replace(/s$/, '') as keyof typeof units];
}

/** Plays one turn; `last` is what the turn before led to, with the buttons that can be tapped. */
function take(played: Played, turn: Turn, last: After): Promise<After> {
  if ('writes' in turn) return played.write(turn.writes, null);
  if ('taps' in turn) {
    const button = last.said.flatMap(({ quickReplies }) => quickReplies).find(({ title }) => title === turn.taps);
    if (button === undefined) throw new Error(`there is no button "${turn.taps}" to tap`);
    return played.write(button.title, button.code);
  }
  if ('passes' in turn) return played.pass(msOf(turn.passes));
  if ('claims' in turn) return played.act(turn.claims, { do: 'claim' });
  const by = 'claimedBy' in last.state ? last.state.claimedBy : '';
  if ('replies' in turn) return played.act(by, { do: 'reply', text: turn.replies, clientId: turn.replies });
  if ('returns' in turn) return played.act(by, { do: 'return', reason: turn.returns });
  return played.act(by, { do: 'close', outcome: turn.closes, reason: 'n' });
}

/** `answer su_grant`, `crisis suicidal_thoughts`, `handed_over`. */
function saysOf({ said, events }: After): readonly string[] {
  const bySeq = new Map(
    events
      .filter((event): event is EventOf<'BotSaid'> => event.type === 'BotSaid')
      .map(({ seq, says, intent }) => [seq, intent === null ? says : `${says} ${intent}`]),
  );
  return said.map(({ seq }) => bySeq.get(seq) ?? '');
}

function check(after: After, expected: Expected): void {
  const { says, saysNot = [], reads = [], readsNot = [], offers = [], calls, dueWithinMinutes, ...state } = expected;
  const kinds = saysOf(after);
  const text = after.said.map((message) => message.text).join('\n');
  const titles = after.said.at(-1)?.quickReplies.map(({ title }) => title) ?? [];
  if (says !== undefined) expect(kinds).toEqual(says);
  for (const kind of saysNot) expect(kinds).not.toContain(kind);
  for (const words of reads) expect(text).toContain(words);
  for (const words of readsNot) expect(text).not.toContain(words);
  for (const title of offers) expect(titles).toContain(title);
  if (calls !== undefined) expect(after.called).toEqual(calls);
  if (dueWithinMinutes !== undefined) {
    expect(after.state.due).not.toBeNull();
    expect(((after.state.due ?? 0) - after.now) / 60_000).toBeLessThanOrEqual(dueWithinMinutes);
  }
  expect(after.state).toMatchObject(state);
}

const questions: ReadonlySet<string> = new Set([
  'ask_safe',
  'ask_age',
  'ask_contact',
  'ask_human',
  'ask_which',
  'ask_about',
  'ask_withdraw',
  'ask_erase',
  'said_before',
  'care',
]);

/** What holds in every turn of every conversation, whatever its file says. */
function checkAlways(after: After): void {
  const kinds = after.said.map(({ says }) => says ?? '');
  const asked = kinds.filter((kind) => questions.has(kind));
  expect(asked.length, `one question at a time, not ${asked.join(' and ')}`).toBeLessThanOrEqual(1);
  if (asked.length === 1) expect(questions.has(kinds.at(-1) ?? ''), 'the question comes last').toBe(true);
  for (const { says, text } of after.said) {
    expect(text, 'no brace is left unfilled').not.toMatch(/\{[\w-]+\}/);
    if (says === 'crisis' || says === 'care') {
      expect(text).toContain('112');
      expect([...text.matchAll(/\(.+\)$/gmu)].length, 'never one line alone').toBeGreaterThanOrEqual(2);
    }
  }
  expect(after.state.bot.questions, 'three questions at most').toBeLessThanOrEqual(3);
}

const nameOf = (turn: Turn): string => Object.entries(turn)[0]?.join(': ') ?? '';

async function run(conversation: Conversation): Promise<void> {
  const played = await stage.play(conversation);
  let last = played.begun;
  for (const [place, turn] of conversation.turns.entries()) {
    const after = await take(played, turn, last);
    try {
      checkAlways(after);
      check(after, turn.after ?? {});
    } catch (error) {
      if (error instanceof Error) error.message = `turn ${place + 1}, ${nameOf(turn)}\n${error.message}`;
      throw error;
    }
    last = 'passes' in turn ? { ...after, said: last.said } : after;
  }
}

describe('conversations', () => {
  it.each(conversations().map(([file, conversation]) => ({ file, conversation })))(
    '$file: $conversation.shows',
    ({ conversation }) => run(conversation),
  );
});

describe('the stage', () => {
  it('notices when a file expects what does not happen', async () => {
    const turn: Turn = { writes: 'hej', after: { says: ['crisis'] } };
    const wrong: Conversation = { shows: '', asker: 'youth', language: 'da', begins: 'monday 10:00', turns: [turn] };
    await expect(run(wrong)).rejects.toThrow(/turn 1, writes: hej/);
  });
});
