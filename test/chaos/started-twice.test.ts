/** R3: a second Indgang on the same data folder is turned away before it touches anything. */
import { describe, expect, it } from 'vitest';
import { indgang } from './indgang-process.ts';
import { ownFolder } from './own-services.ts';
import { ask, begin, posting, readAfter } from './wire-client.ts';

describe('Indgang started twice on one data folder', () => {
  it('refuses the second with a sentence, and the first goes on unharmed', async () => {
    await using database = await ownFolder();
    const first = await indgang(database.env);
    const second = await indgang(database.env);
    try {
      first.start();
      expect(await first.ready()).toBe(true);
      const conversation = await begin(first.url);
      if (conversation === null) throw new Error('no conversation');
      const say = (clientId: string) => {
        const { url, asked } = posting(first.url, conversation, { text: `besked ${clientId}`, clientId });
        return ask(url, asked);
      };
      expect((await say('a')).status).toBe(200);

      const tookMs: number[] = [];
      for (let time = 0; time < 3; time++) {
        const before = performance.now();
        second.start();
        expect(await second.ready()).toBe(false);
        tookMs.push(Math.round(performance.now() - before));
        expect(second.exitCode()).toBe(1);
      }

      console.info(`R3: refused after ${tookMs.join(', ')} ms`);
      expect(second.output()).toContain('er allerede i brug af en anden Indgang');
      expect(second.output()).not.toMatch(/\n {4}at /);
      expect(Math.min(...tookMs)).toBeLessThan(3_000);
      expect((await say('b')).status).toBe(200);
      const stored = await readAfter(first.url, conversation, '');
      const own = stored?.activities.filter(({ from }) => from.role === 'user').map(({ text }) => text);
      expect(own).toEqual(['besked a', 'besked b']);
    } finally {
      await second.kill('SIGKILL');
      await first.kill('SIGKILL');
    }
  });
});
