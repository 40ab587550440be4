import { describe, expect, it } from 'vitest';
import { maySee } from '../../src/domain/access.ts';
import { reply } from '../../src/domain/answering.ts';
import type { Draft } from '../../src/domain/draft.ts';
import { effectsOf } from '../../src/domain/effect.ts';
import type { Enquiry } from '../../src/domain/enquiry.ts';
import { open } from '../../src/domain/evolve.ts';
import { claim, close, giveBack } from '../../src/domain/handoff.ts';
import { passDeadline } from '../../src/domain/ladder.ts';
import type { Result } from '../../src/domain/result.ts';
import { accept, decline, expireOffer, offerTransfer } from '../../src/domain/transfer.ts';
import { hear } from '../../src/domain/triage.ts';
import { day, enquiryId, hour, minute, rules, staffNamed, understood } from './town.ts';

const sara = staffNamed('guidance-staff');
const leader = staffNamed('guidance-leader');
const jonas = staffNamed('benefits-staff');
const onDuty = staffNamed('on_call-staff');

function value(result: Result<Draft, string>): Draft {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

const opened = open(enquiryId, {
  type: 'EnquiryOpened',
  channel: 'webchat',
  asker: 'youth',
  language: 'da',
  at: minute(0),
});
const waiting = hear(
  opened,
  {
    understanding: understood({ intent: 'dropped_out' }),
    chosen: null,
    language: 'da',
    speaks: null,
    cprRemoved: false,
  },
  rules,
  minute(0),
).state;
const claimed = value(claim(waiting, sara, rules, minute(1))).state;
const offered = value(offerTransfer(claimed, sara, { to: 'benefits', note: 'n' }, rules, minute(2))).state;
const refused = (reason: string): unknown => ({ ok: false, reason });

describe('claiming', () => {
  it('the first claim wins, and the youth is told who it is', () => {
    const draft = value(claim(waiting, sara, rules, minute(1)));

    expect(draft.state).toMatchObject({ status: 'claimed', claimedBy: sara.id, party: 'guidance' });
    expect(draft.says).toEqual([{ kind: 'claimed', by: sara.id }]);
    expect(claim(claimed, leader, rules, minute(2))).toEqual(refused('already-claimed'));
  });

  it('is for the answerable party alone', () => {
    expect(claim(waiting, jonas, rules, minute(1))).toEqual(refused('not-your-party'));
    expect(claim(opened, sara, rules, minute(1))).toEqual(refused('nobody-waiting'));
  });

  it('starts a new clock: the youth still waits for an answer', () => {
    expect(claimed.due).toBeGreaterThan(minute(1));
    expect(value(reply(claimed, sara, minute(5))).state).toMatchObject({ due: null, waitsSince: null });
  });
});

describe('answering and closing', () => {
  it('is for the one who has it', () => {
    expect(reply(claimed, leader, minute(2))).toEqual(refused('claimed-by-other'));
    expect(reply(waiting, sara, minute(2))).toEqual(refused('not-claimed'));
    expect(close(claimed, leader, { outcome: 'helped', note: 'n' }, minute(2))).toEqual(refused('claimed-by-other'));
    expect(close(waiting, sara, { outcome: 'helped', note: 'n' }, minute(2))).toEqual(refused('not-claimed'));
  });

  it('a closed enquiry keeps its party, and nobody can act on it', () => {
    const closed = value(close(claimed, sara, { outcome: 'education', note: 'n' }, minute(3))).state;

    expect(closed).toMatchObject({ status: 'closed', party: 'guidance', outcome: 'education', due: null });
    expect(claim(closed, sara, rules, minute(4))).toEqual(refused('closed'));
    expect(reply(closed, sara, minute(4))).toEqual(refused('closed'));
  });
});

describe('giving back', () => {
  it('lays a claimed enquiry in the party’s own queue, at the place it had', () => {
    const back = value(giveBack(claimed, sara, 'n', rules, minute(9))).state;

    expect(back).toMatchObject({ status: 'waiting', party: 'guidance', queuedAt: waiting.queuedAt });
    expect(back.due).not.toBeNull();
  });

  it('sends an unclaimed one that is not theirs to the front desk, which must keep it', () => {
    const atFront = value(giveBack(waiting, sara, 'n', rules, minute(9))).state;

    expect(atFront).toMatchObject({ status: 'waiting', party: 'front_desk' });
    expect(giveBack(atFront, staffNamed('front_desk-staff'), 'n', rules, minute(9))).toEqual(
      refused('nowhere-to-return'),
    );
  });
});

describe('a transfer', () => {
  it('leaves the giver answerable until somebody accepts', () => {
    expect(offered).toMatchObject({ status: 'offered', party: 'guidance', claimedBy: sara.id });
    expect(value(reply(offered, sara, minute(3))).state.status).toBe('offered');
    expect(value(accept(offered, jonas, rules, minute(4))).state).toMatchObject({
      status: 'claimed',
      party: 'benefits',
      claimedBy: jonas.id,
    });
  });

  it('comes back when it is declined or nobody answers', () => {
    expect(value(decline(offered, jonas, 'n', minute(4))).state).toMatchObject({
      status: 'claimed',
      claimedBy: sara.id,
    });
    expect(expireOffer(offered, minute(3))).toBeNull();
    expect(expireOffer(offered, hour(2))?.state).toMatchObject({
      status: 'claimed',
      party: 'guidance',
      claimedBy: sara.id,
    });
  });

  it('cannot be closed, returned or offered again while it is open', () => {
    expect(close(offered, sara, { outcome: 'helped', note: 'n' }, minute(3))).toEqual(refused('already-offered'));
    expect(giveBack(offered, sara, 'n', rules, minute(3))).toEqual(refused('already-offered'));
    expect(offerTransfer(offered, sara, { to: 'family', note: 'n' }, rules, minute(3))).toEqual(
      refused('already-offered'),
    );
  });

  it('goes to another party that exists, and only that party answers it', () => {
    expect(offerTransfer(claimed, sara, { to: 'guidance', note: 'n' }, rules, minute(2))).toEqual(
      refused('same-party'),
    );
    expect(offerTransfer(claimed, sara, { to: 'police', note: 'n' }, rules, minute(2))).toEqual(
      refused('unknown-party'),
    );
    expect(accept(offered, staffNamed('family-staff'), rules, minute(3))).toEqual(refused('not-offered-to-you'));
    expect(accept(claimed, jonas, rules, minute(3))).toEqual(refused('no-offer'));
  });

  it('of an unclaimed enquiry is held by whoever hands it on', () => {
    const draft = value(offerTransfer(waiting, sara, { to: 'benefits', note: 'n' }, rules, minute(2)));

    expect(draft.state).toMatchObject({ status: 'offered', claimedBy: sara.id, party: 'guidance' });
    expect(draft.events.map(({ type }) => type)).toEqual(['HandoffClaimed', 'TransferOffered', 'BotSaid']);
  });
});

describe('when nobody acts', () => {
  const climb = (state: Enquiry, times: number): Enquiry =>
    times === 0 ? state : climb(passDeadline(state, rules, state.due ?? 0)?.state ?? state, times - 1);

  it('the party is reminded, then its leader, then the duty rota, again and again', () => {
    expect([1, 2, 3, 4, 9].map((times) => climb(waiting, times).called)).toEqual([
      'party',
      'leader',
      'duty',
      'duty',
      'duty',
    ]);
    expect(climb(waiting, 9)).toMatchObject({ status: 'waiting', party: 'guidance', step: 9 });
  });

  it('nothing happens before the deadline, nor while nobody waits', () => {
    expect(passDeadline(waiting, rules, minute(1))).toBeNull();
    expect(passDeadline(value(reply(claimed, sara, minute(5))).state, rules, day(30))).toBeNull();
  });

  it('the leader may take over from someone who does not answer, and the duty rota after that', () => {
    expect(claim(climb(claimed, 1), leader, rules, day(9))).toEqual(refused('already-claimed'));
    expect(value(claim(climb(claimed, 2), leader, rules, day(9))).state).toMatchObject({
      claimedBy: leader.id,
      step: 0,
    });
    expect(maySee(climb(claimed, 2), onDuty)).toBe(false);
    expect(value(claim(climb(claimed, 3), onDuty, rules, day(9))).state).toMatchObject({
      claimedBy: onDuty.id,
      party: 'guidance',
    });
  });
});

describe('who may see', () => {
  it('the party and the one it is offered to, and nobody while the robot has it', () => {
    expect(maySee(waiting, sara)).toBe(true);
    expect(maySee(waiting, jonas)).toBe(false);
    expect(maySee(offered, jonas)).toBe(true);
    expect(maySee(opened, staffNamed('front_desk-staff'))).toBe(false);
  });
});

describe('effects', () => {
  it('a handoff shows the card and watches its deadline, once each', () => {
    const draft = hear(
      opened,
      {
        understanding: understood({ intent: 'dropped_out' }),
        chosen: null,
        language: 'da',
        speaks: null,
        cprRemoved: false,
      },
      rules,
      minute(0),
    );

    expect(
      effectsOf(draft.state, draft.events)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['show-card', 'watch-deadline']);
  });

  it('each message to a channel that cannot read our log is sent, in order under one key', () => {
    const remote = { ...opened, channel: 'botframework' } as const;
    const draft = hear(
      remote,
      {
        understanding: understood({ intent: 'greeting' }),
        chosen: null,
        language: 'da',
        speaks: null,
        cprRemoved: false,
      },
      rules,
      minute(0),
    );

    expect(effectsOf(draft.state, draft.events)).toMatchObject([
      { kind: 'deliver-message', seq: 2, key: 'visitor.e1' },
    ]);
  });
});
