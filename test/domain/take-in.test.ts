import { describe, expect, it } from 'vitest';
import { maySee } from '../../src/domain/access.ts';
import { reply, speakTo } from '../../src/domain/answering.ts';
import type { Draft } from '../../src/domain/draft.ts';
import { effectsOf } from '../../src/domain/effect.ts';
import { claim, close } from '../../src/domain/handoff.ts';
import type { Result } from '../../src/domain/result.ts';
import type { Told } from '../../src/domain/take-in.ts';
import { takeIn } from '../../src/domain/take-in.ts';
import { offerTransfer } from '../../src/domain/transfer.ts';
import type { Understanding } from '../../src/domain/understanding.ts';
import type { IntentId } from '../../src/domain/words.ts';
import { enquiryId, minute, rules, staffNamed, understood } from './town.ts';

const mette = staffNamed('front_desk-staff');
const sara = staffNamed('guidance-staff');
const suicidal = 'suicidal_thoughts' as IntentId;
const acute = understood({ risk: 'acute', risks: [suicidal] });

const call: Told = {
  channel: 'phone',
  asker: 'youth',
  intent: 'dropped_out' as IntentId,
  ageBand: null,
  urgency: null,
  keep: false,
};

function told(part: Partial<Told> = {}, heard: Understanding = understood()): Draft {
  return takeIn(enquiryId, mette, { ...call, ...part }, heard, rules, minute(0));
}
function value(result: Result<Draft, string>): Draft {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}
const kinds = ({ state, events }: Draft) => effectsOf(state, events).map(({ kind }) => kind);

describe('somebody who calls or comes in', () => {
  it('waits at once where the topic belongs, with a deadline, and the robot says nothing', () => {
    const draft = told();

    expect(draft.state).toMatchObject({ status: 'waiting', party: 'guidance', urgency: '3_days', channel: 'phone' });
    expect(draft.state).toMatchObject({ queuedAt: minute(0), waitsSince: minute(0), lastSeq: 1 });
    expect(draft.state.due).toBeGreaterThan(minute(0));
    expect(draft.says).toEqual([]);
    expect(kinds(draft).sort()).toEqual(['show-card', 'watch-deadline']);
    expect([maySee(draft.state, sara), maySee(draft.state, mette)]).toEqual([true, false]);
  });

  it('is read by the front desk first when the topic is not known', () => {
    expect(told({ intent: null }).state).toMatchObject({ party: 'front_desk', intent: null, urgency: 'same_day' });
  });

  it('goes where the age says, told by staff or in the words', () => {
    expect(told({ ageBand: 'under_15' }).state).toMatchObject({ party: 'school', ageBand: 'under_15' });
    expect(told({}, understood({ ageBand: 'under_15' })).state.party).toBe('school');
    expect(told({ ageBand: '15_17' }, understood({ ageBand: 'under_15' })).state.party).toBe('guidance');
  });

  it('waits as long as the member of staff says', () => {
    expect(told({ urgency: 'same_day' }).state.urgency).toBe('same_day');
    expect(told({ urgency: 'normal' }).state.urgency).toBe('normal');
  });

  it('is with the one who keeps it, whose party answers for it and can hand it on', () => {
    const kept = told({ keep: true });

    expect(kept.state).toMatchObject({ status: 'claimed', claimedBy: mette.id, party: 'front_desk' });
    expect(kept.state.due).not.toBeNull();
    const offered = value(offerTransfer(kept.state, mette, { to: 'guidance', note: 'n' }, rules, minute(5)));
    expect(offered.state.status).toBe('offered');
    expect(offered.says).toEqual([]);
  });

  it('is danger whatever topic was chosen: it leads, calls a person, and belongs where danger belongs, kept or not', () => {
    for (const keep of [false, true]) {
      const draft = told({ urgency: 'normal', keep }, acute);

      expect(draft.state).toMatchObject({ urgency: 'acute', party: 'health', intent: suicidal, risk: 'acute' });
      expect(draft.state.others).toEqual(['dropped_out']);
      expect(kinds(draft)).toContain('call-person');
    }
  });

  it('is danger when the member of staff says so, in topic or in haste', () => {
    expect(told({ intent: suicidal, urgency: 'normal' }).state).toMatchObject({ urgency: 'acute', party: 'health' });
    expect(kinds(told({ urgency: 'acute' }))).toContain('call-person');
    expect(told({ intent: null }, understood({ risk: 'acute' })).state).toMatchObject({
      urgency: 'acute',
      party: 'front_desk',
    });
  });

  it('cannot be written to; having spoken with them is the answer, and closing needs no word to them', () => {
    const claimed = value(claim(told().state, sara, rules, minute(1)));

    expect(claimed.says).toEqual([]);
    expect(reply(claimed.state, sara, minute(2))).toEqual({ ok: false, reason: 'no-channel' });
    expect(speakTo(claimed.state, mette, minute(2))).toEqual({ ok: false, reason: 'claimed-by-other' });
    const spoken = value(speakTo(claimed.state, sara, minute(2)));
    expect(spoken.state).toMatchObject({ status: 'claimed', due: null, waitsSince: null });
    const closed = value(close(spoken.state, sara, { outcome: 'helped', note: 'n' }, minute(3)));
    expect(closed).toMatchObject({ says: [], state: { status: 'closed' } });
  });
});
