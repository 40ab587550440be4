/**
 * Staff's own words to the citizen: answer, put an answer right, take one back; or speak with them instead.
 */
import { helps } from './access.ts';
import type { Draft } from './draft.ts';
import { emit, say, startDraft } from './draft.ts';
import type { Enquiry } from './enquiry.ts';
import type { HoldRefusal } from './handoff.ts';
import { holds } from './handoff.ts';
import type { Staff } from './kommune.ts';
import type { Result } from './result.ts';
import { ok, refuse } from './result.ts';
import type { Message } from './saying.ts';
import { isRemoved } from './saying.ts';
import type { Instant, TextLanguage } from './words.ts';
import { isSpoken } from './words.ts';

export type ReplyRefusal = HoldRefusal | 'no-channel';

/** Whoever has it, and those who help, may answer, where an answer can be sent. */
function mayAnswer(state: Enquiry, by: Staff): Result<null, ReplyRefusal> {
  const held = holds(state, by.id);
  if (!held.ok && !helps(state, by)) return held;
  return isSpoken(state.channel) ? refuse('no-channel') : ok(null);
}

/** The one who has it, or a helper, answers the citizen. The text is stored beside the event as message `lastSeq`. */
export function reply(state: Enquiry, by: Staff, now: Instant): Result<Draft, ReplyRefusal> {
  const may = mayAnswer(state, by);
  if (!may.ok) return may;
  return ok(emit(startDraft(state), { type: 'StaffReplied', by: by.id, seq: state.lastSeq + 1, at: now }));
}

export type CorrectRefusal = ReplyRefusal | 'not-your-answer' | 'answer-removed';

/**
 * The author puts an answer right: a new message, for what has been read cannot be unread.
 *
 * @param answer the message they mean; `undefined` when there is none
 */
export function correct(
  state: Enquiry,
  by: Staff,
  answer: Message | undefined,
  now: Instant,
): Result<Draft, CorrectRefusal> {
  const may = mayAnswer(state, by);
  if (!may.ok) return may;
  if (answer === undefined || !isBy(answer, by)) return refuse('not-your-answer');
  if (isRemoved(answer)) return refuse('answer-removed');
  const seq = state.lastSeq + 1;
  return ok(emit(startDraft(state), { type: 'AnswerCorrected', by: by.id, seq, corrects: answer.seq, at: now }));
}

/** What a correction says before its own words. */
export function correctionMark(language: TextLanguage): string {
  return language === 'en' ? 'Corrected: ' : 'Rettet: ';
}

/** The author takes an answer back, also when others have it now; its words are kept in `note`, and the citizen is told. */
export function remove(
  state: Enquiry,
  by: Staff,
  answer: Message | undefined,
  note: string,
  now: Instant,
): Result<Draft, 'not-your-answer' | 'answer-removed'> {
  if (answer === undefined || !isBy(answer, by)) return refuse('not-your-answer');
  if (isRemoved(answer)) return refuse('answer-removed');
  const removed = emit(startDraft(state), { type: 'AnswerRemoved', by: by.id, seq: answer.seq, note, at: now });
  return ok(say(removed, now, { kind: 'answer_removed', by: by.id, answer: answer.seq }));
}

function isBy({ from }: Message, { id }: Staff): boolean {
  return from.kind === 'staff' && from.staff === id;
}

/** The one who has it, or a helper, has spoken with the citizen: nobody waits any longer. */
export function speakTo(state: Enquiry, by: Staff, now: Instant): Result<Draft, HoldRefusal> {
  const held = holds(state, by.id);
  if (!held.ok && !helps(state, by)) return held;
  return ok(emit(startDraft(state), { type: 'CitizenSpokenTo', by: by.id, at: now }));
}
