/** R7, the short form: through a stormy Slack, an outage and a revoked token nothing is lost, doubled or out of order. */
import { describe, expect, it } from 'vitest';
import { seed } from '../seed.ts';
import { expectedOf, slackStorm } from './slack-storm.ts';

describe('Slack at its worst', () => {
  it('loses, doubles and turns round nothing on either side, and the alarm goes off', {
    timeout: 240_000,
  }, async () => {
    console.info(`slack storm: SEED=${seed}`);

    const figures = await slackStorm({
      seed,
      citizens: 8,
      messagesEach: 20,
      answersEach: 5,
      outageMinutes: 4,
      speed: 40,
      giveUpAfterSeconds: 120,
      say: () => undefined,
    });

    console.info(JSON.stringify(figures));
    expect(expectedOf(figures)).toEqual([]);
    expect(figures.effects).toBeGreaterThanOrEqual(200);
    expect(figures.faults.ratelimited).toBeGreaterThan(20);
    expect(figures.faults['drop-after']).toBeGreaterThan(2);
  });
});
