import { describe, expect, it } from 'vitest';
import { maySee } from '../../src/domain/access.ts';
import { correct, remove, reply } from '../../src/domain/answering.ts';
import type { Draft } from '../../src/domain/draft.ts';
import { effectsOf } from '../../src/domain/effect.ts';
import type { Enquiry } from '../../src/domain/enquiry.ts';
import { open } from '../../src/domain/evolve.ts';
import { claim, close, giveBack } from '../../src/domain/handoff.ts';
import { inviteHelper, removeHelper } from '../../src/domain/helping.ts';
import type { Staff } from '../../src/domain/kommune.ts';
import type { Result } from '../../src/domain/result.ts';
import type { Message } from '../../src/domain/saying.ts';
import { accept, decline, offerTransfer } from '../../src/domain/transfer.ts';
import { hear } from '../../src/domain/triage.ts';
import type { StaffId } from '../../src/domain/words.ts';
import { enquiryId, minute, rules, staffNamed, understood } from './town.ts';

const sara = staffNamed('guidance-staff');
const leader = staffNamed('guidance-leader');
const jonas = staffNamed('benefits-staff');
const olga = staffNamed('family-staff');

function value(result: Result<Draft, string>): Draft {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}
const refused = (reason: string): unknown => ({ ok: false, reason });

const opened = open(enquiryId, {
  type: 'EnquiryOpened',
  channel: 'botframework',
  asker: 'youth',
  language: 'da',
  at: minute(0),
});
const heard = { chosen: null, language: 'da', speaks: null, cprRemoved: false } as const;
const waiting = hear(
  opened,
  { understanding: understood({ intent: 'dropped_out' }), ...heard },
  rules,
  minute(0),
).state;
const claimed = value(claim(waiting, sara, rules, minute(1))).state;
const invited = value(inviteHelper(claimed, sara, jonas.id, rules, minute(2)));
const helped = invited.state;

function answerOf(state: Enquiry, { id, name, role }: Staff, text = 'Vi ses kl. 10'): Message {
  const rest = { quickReplies: [], says: null, replyTo: null, clientId: 'c', channelData: null };
  const from = { kind: 'staff', staff: id, name, role } as const;
  return { enquiry: enquiryId, seq: state.lastSeq, from, text, language: 'da', at: minute(3), ...rest };
}

describe('a helper', () => {
  it('is invited by the one who has it alone, and the youth is told who it is', () => {
    expect(helped.helpers).toEqual([jonas.id]);
    expect(invited.says).toEqual([{ kind: 'helper_invited', helper: jonas.id }]);
    expect(inviteHelper(claimed, leader, olga.id, rules, minute(2))).toEqual(refused('claimed-by-other'));
    expect(inviteHelper(helped, jonas, olga.id, rules, minute(2))).toEqual(refused('claimed-by-other'));
    expect(inviteHelper(waiting, sara, olga.id, rules, minute(2))).toEqual(refused('not-claimed'));
  });

  it('is somebody who works here, another than oneself, and only once', () => {
    expect(inviteHelper(claimed, sara, 'ghost' as StaffId, rules, minute(2))).toEqual(refused('unknown-staff'));
    expect(inviteHelper(claimed, sara, sara.id, rules, minute(2))).toEqual(refused('already-helper'));
    expect(inviteHelper(helped, sara, jonas.id, rules, minute(2))).toEqual(refused('already-helper'));
  });

  it('may see and answer, and do nothing else', () => {
    expect([maySee(claimed, jonas), maySee(helped, jonas)]).toEqual([false, true]);
    expect(value(reply(helped, jonas, minute(3))).state).toMatchObject({ waitsSince: null, claimedBy: sara.id });
    expect(close(helped, jonas, { outcome: 'helped', note: 'n' }, minute(3))).toEqual(refused('claimed-by-other'));
    expect(giveBack(helped, jonas, 'n', rules, minute(3))).toEqual(refused('claimed-by-other'));
    expect(offerTransfer(helped, jonas, { to: 'family', note: 'n' }, rules, minute(3))).toEqual(
      refused('claimed-by-other'),
    );
  });

  it('leaves, or is let go by the one who has it, and sees it no longer', () => {
    const left = value(removeHelper(helped, jonas, jonas.id, minute(3))).state;
    const letGo = value(removeHelper(helped, sara, jonas.id, minute(3))).state;

    expect([left.helpers, letGo.helpers]).toEqual([[], []]);
    expect(maySee(left, jonas)).toBe(false);
    expect(reply(left, jonas, minute(4))).toEqual(refused('claimed-by-other'));
    expect(removeHelper(helped, leader, jonas.id, minute(3))).toEqual(refused('claimed-by-other'));
    expect(removeHelper(left, sara, jonas.id, minute(4))).toEqual(refused('not-helper'));
  });

  it('is gone when it is given back, handed on or closed, and stays while an offer is open', () => {
    const offered = value(offerTransfer(helped, sara, { to: 'family', note: 'n' }, rules, minute(3))).state;

    expect(offered.helpers).toEqual([jonas.id]);
    expect(value(decline(offered, olga, 'n', minute(4))).state.helpers).toEqual([jonas.id]);
    expect(value(accept(offered, olga, rules, minute(4))).state.helpers).toEqual([]);
    expect(value(giveBack(helped, sara, 'n', rules, minute(4))).state.helpers).toEqual([]);
    expect(value(close(helped, sara, { outcome: 'helped', note: 'n' }, minute(4))).state.helpers).toEqual([]);
  });
});

describe('an answer that was wrong', () => {
  const replied = value(reply(helped, sara, minute(3))).state;
  const answer = answerOf(replied, sara);

  it('is put right by a new one that points at it, and both are sent', () => {
    const draft = value(correct(replied, sara, answer, minute(4)));

    expect(draft.state.lastSeq).toBe(answer.seq + 1);
    expect(draft.events).toMatchObject([{ type: 'AnswerCorrected', corrects: answer.seq, seq: answer.seq + 1 }]);
    expect(effectsOf(draft.state, draft.events).map(({ kind }) => kind)).toEqual(['show-card', 'deliver-message']);
  });

  it('is put right and removed by its author alone', () => {
    for (const other of [jonas, leader]) {
      expect(remove(replied, other, answer, 'n', minute(4))).toEqual(refused('not-your-answer'));
    }
    expect(correct(replied, jonas, answer, minute(4))).toEqual(refused('not-your-answer'));
    expect(correct(replied, leader, answer, minute(4))).toEqual(refused('claimed-by-other'));
    expect(remove(replied, sara, undefined, 'n', minute(4))).toEqual(refused('not-your-answer'));
    expect(remove(replied, sara, { ...answer, from: { kind: 'visitor' } }, 'n', minute(4))).toEqual(
      refused('not-your-answer'),
    );
  });

  it('is removed with a word to the youth, and cannot be put right or removed again', () => {
    const draft = value(remove(replied, sara, answer, 'n', minute(4)));

    expect(draft.says).toEqual([{ kind: 'answer_removed', by: sara.id, answer: answer.seq }]);
    expect(draft.events[0]).toEqual({ type: 'AnswerRemoved', by: sara.id, seq: answer.seq, note: 'n', at: minute(4) });
    const gone = { ...answer, text: '' };
    expect(correct(draft.state, sara, gone, minute(5))).toEqual(refused('answer-removed'));
    expect(remove(draft.state, sara, gone, 'n', minute(5))).toEqual(refused('answer-removed'));
  });

  it('can be removed, and no longer put right, once it is closed', () => {
    const closed = value(close(replied, sara, { outcome: 'helped', note: 'n' }, minute(4))).state;

    expect(remove(closed, sara, answer, 'n', minute(5)).ok).toBe(true);
    expect(correct(closed, sara, answer, minute(5))).toEqual(refused('closed'));
  });
});
