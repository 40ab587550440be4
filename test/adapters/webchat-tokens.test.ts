/** Tokens: what they hold, when they end, and what verifying one costs. */
import { describe, expect, it } from 'vitest';
import { newTokenHolder, tokensOf } from '../../adapters/webchat/tokens.ts';
import { pushableClock } from '../fakes/direct-line-server.ts';

const clock = pushableClock();
const tokens = tokensOf({ clock, secret: 'one secret' });

describe('a token', () => {
  it('speaks for one person in one conversation', async () => {
    const holder = newTokenHolder('parent');

    const token = await tokens.issue(holder);

    expect(await tokens.verify(token)).toEqual({ ok: true, value: holder });
    expect(await tokensOf({ clock, secret: 'one secret' }).verify(token)).toEqual({ ok: true, value: holder });
  });

  it('is never the same for two people', () => {
    const people = Array.from({ length: 1000 }, () => newTokenHolder('youth'));

    expect(new Set(people.flatMap(({ enquiry, user }) => [enquiry, user])).size).toBe(2000);
  });

  it('ends on time, also when it was verified a moment before', async () => {
    const brief = tokensOf({ clock, secret: 'one secret', lifeSeconds: 10 });
    const token = await brief.issue(newTokenHolder('youth'));
    expect(await brief.verify(token)).toMatchObject({ ok: true });

    clock.pushMs += 10_000;

    for (const process of [brief, tokens])
      expect(await process.verify(token)).toEqual({ ok: false, reason: 'expired' });
  });

  it('of another secret, changed, or made for the stream is foreign; anything else is malformed', async () => {
    const holder = newTokenHolder('youth');
    const token = await tokens.issue(holder);
    const other = await tokensOf({ clock, secret: 'another' }).issue(holder);
    const ticket = await tokens.issueTicket({ enquiry: holder.enquiry, user: holder.user, watermark: 0 });
    const changed = token.replace(
      /\.[^.]+\./,
      `.${Buffer.from('{"conv":"x","aud":"direct-line"}').toString('base64url')}.`,
    );

    for (const foreign of [other, ticket, changed]) {
      expect(await tokens.verify(foreign)).toEqual({ ok: false, reason: 'foreign' });
    }
    for (const malformed of ['', 'x', 'a.b.c', '..', 'undefined', token.slice(0, 40)]) {
      expect(await tokens.verify(malformed)).toEqual({ ok: false, reason: 'malformed' });
    }
    expect(await tokens.verifyTicket(token)).toEqual({ ok: false, reason: 'foreign' });
  });

  it('costs next to nothing to verify again', async () => {
    const token = await tokens.issue(newTokenHolder('youth'));
    const otherProcess = tokensOf({ clock, secret: 'one secret' });
    const fresh = await Promise.all(Array.from({ length: 500 }, () => tokens.issue(newTokenHolder('youth'))));
    const took = async (verified: readonly string[]) => {
      const started = performance.now();
      for (const one of verified) await otherProcess.verify(one);
      return ((performance.now() - started) / verified.length) * 1000;
    };
    await otherProcess.verify(token);

    const [first, again] = [await took(fresh), await took(Array.from({ length: 500 }, () => token))];

    console.info(`verifying a token: ${first.toFixed(0)} µs at first, ${again.toFixed(1)} µs again`);
    expect(again).toBeLessThan(first);
  });
});
