import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Indgang } from './indgang.ts';
import { soon, startIndgang } from './indgang.ts';
import { citizen, colleague, signedIn } from './people.ts';

const droppedOut = 'jeg er droppet ud af gymnasiet og ved ikk hva jeg skal';
const dayMs = 24 * 3_600_000;

let indgang: Indgang;
beforeAll(async () => {
  indgang = await startIndgang();
});
afterAll(() => indgang.close());

async function metric(name: string): Promise<number> {
  const { body } = await indgang.app.inject({ method: 'GET', url: '/metrics' });
  return Number(new RegExp(`^${name} (.*)$`, 'm').exec(body)?.[1]);
}

describe('a youth who has dropped out', () => {
  it('gets a fact, learns who has it and by when, is asked the age, and gets an answer from a named person', async () => {
    const youth = await citizen(indgang.app);
    const guide = await colleague(indgang.app, 'guidance');

    const posted = await youth.say(droppedOut);
    expect(posted.status).toBe(200);
    expect(await youth.said()).toEqual(['greeting', 'answer', 'handed_over', 'ask_age']);
    const [item] = await guide.queue();
    expect(item).toMatchObject({ id: youth.conversation, party: 'guidance', state: 'waiting', intent: 'dropped_out' });

    expect((await guide.act(youth.conversation, 'claim')).status).toBe(200);
    expect(
      (await guide.act(youth.conversation, 'reply', { text: 'Hej, jeg hedder Sara. Skal vi tales ved i dag?' })).status,
    ).toBe(200);
    const last = (await youth.log()).at(-1);
    expect(last).toMatchObject({ type: 'message', text: 'Hej, jeg hedder Sara. Skal vi tales ved i dag?' });
    expect(last?.from.name).toMatch(/, /);
  });

  it('begins with a topic, and staff are shown their own words first, not the words on the button', async () => {
    const youth = await citizen(indgang.app);
    await youth.say('Skole og uddannelse');
    expect(await youth.said()).toEqual(['greeting', 'ask_about']);
    await youth.say(droppedOut);

    const { body } = await (await colleague(indgang.app, 'guidance')).read(youth.conversation);
    const { messages } = body as { messages: { from: string; text: string; tapped: boolean }[] };
    const theirs = messages.filter(({ from }) => from === 'visitor');
    expect(theirs.map(({ text, tapped }) => [text, tapped])).toEqual([
      ['Skole og uddannelse', true],
      [droppedOut, false],
    ]);
  });

  it('sends the same message twice and it counts once; another text under its id is refused', async () => {
    const youth = await citizen(indgang.app);

    const first = await youth.say(droppedOut, 'same');
    const again = await youth.say(droppedOut, 'same');
    const other = await youth.say('noget helt andet', 'same');

    expect(again.body).toEqual(first.body);
    expect(other.status).toBe(409);
    expect((await youth.log()).filter(({ text }) => text === droppedOut)).toHaveLength(1);
  });

  it('writes a CPR number, which is never stored', async () => {
    const youth = await citizen(indgang.app);
    await youth.say('mit cpr er 010105-1234 og jeg er droppet ud');

    const log = JSON.stringify(await youth.log());
    expect(log).not.toContain('010105');
    expect(await youth.said()).toContain('cpr_removed');
    expect(indgang.logged.join('\n')).not.toMatch(/010105|droppet/);
  });
});

describe('between parties', () => {
  it('only the party sees it, a transfer is accepted before it moves, and reading is recorded', async () => {
    const youth = await citizen(indgang.app);
    await youth.say(droppedOut);
    const guide = await colleague(indgang.app, 'guidance');
    const benefits = await colleague(indgang.app, 'benefits');

    expect((await benefits.read(youth.conversation)).status).toBe(404);
    expect((await benefits.act(youth.conversation, 'claim')).status).toBe(404);
    await guide.act(youth.conversation, 'claim');
    expect(
      await guide.act(youth.conversation, 'transfer', { party: 'benefits', reason: 'Det handler om ydelse.' }),
    ).toMatchObject({ status: 200 });
    expect((await guide.queue()).find(({ id }) => id === youth.conversation)).toMatchObject({
      party: 'guidance',
      state: 'offered',
    });
    expect((await benefits.act(youth.conversation, 'accept')).status).toBe(200);
    expect((await guide.read(youth.conversation)).status).toBe(404);
    const seen = await benefits.read(youth.conversation);
    expect(seen.body).toMatchObject({ enquiry: { party: 'benefits' } });
    expect((seen.body as { readBy: unknown[] }).readBy.length).toBeGreaterThan(0);
  });

  it('the second claim is refused with the reason', async () => {
    const youth = await citizen(indgang.app);
    await youth.say(droppedOut);
    const [first, second] = [await colleague(indgang.app, 'guidance', 0), await colleague(indgang.app, 'guidance', 1)];

    const claims = await Promise.all([first.act(youth.conversation, 'claim'), second.act(youth.conversation, 'claim')]);
    expect(claims.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(claims.find(({ status }) => status === 409)?.code).toBe('already-claimed');
  });

  it('an offer that nobody answers comes back to the giver', async () => {
    const youth = await citizen(indgang.app);
    await youth.say(droppedOut);
    const guide = await colleague(indgang.app, 'guidance');
    await guide.act(youth.conversation, 'transfer', { party: 'benefits', reason: 'x' });

    indgang.clock.pass(4 * dayMs);
    const next = await colleague(indgang.app, 'guidance');
    await soon(async () => {
      const item = (await next.queue()).find(({ id }) => id === youth.conversation);
      expect(item).toMatchObject({ party: 'guidance', state: 'claimed' });
    });
  });

  it('a message after closing opens it again', async () => {
    const youth = await citizen(indgang.app);
    await youth.say(droppedOut);
    const guide = await colleague(indgang.app, 'guidance');
    await guide.act(youth.conversation, 'claim');
    expect((await guide.act(youth.conversation, 'close', { outcome: 'helped', reason: 'Aftalt.' })).status).toBe(200);

    await youth.say('hej igen');
    expect((await guide.queue()).find(({ id }) => id === youth.conversation)).toMatchObject({
      state: 'waiting',
      party: 'guidance',
    });
  });
});

describe('danger and deadlines', () => {
  it('acute is first in the queue, with help lines for the youth at once', async () => {
    const youth = await citizen(indgang.app);
    await youth.say('jeg vil ikke leve mere');

    expect((await youth.said()).slice(0, 2)).toEqual(['greeting', 'crisis']);
    const [, , crisis] = await youth.log();
    expect(crisis?.text).toContain('112');
    const queues = await Promise.all(
      ['health', 'on_call', 'family'].map(async (party) => (await colleague(indgang.app, party)).queue()),
    );
    const item = queues.flat().find(({ id }) => id === youth.conversation);
    expect(item).toMatchObject({ urgency: 'acute', state: 'waiting' });
  });

  it('what nobody takes climbs until the duty rota sees it, and nobody is without a holder', async () => {
    const youth = await citizen(indgang.app);
    await youth.say(droppedOut);
    const onDuty = [...indgang.kommune.staff.values()].find(({ duty, party }) => duty && party !== 'guidance');

    for (let day = 0; day < 12; day += 1) {
      indgang.clock.pass(dayMs);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    const duty = await signedIn(indgang.app, onDuty?.id ?? '');
    await soon(async () => {
      expect((await duty.queue()).map(({ id }) => id)).toContain(youth.conversation);
    });
    expect(await metric('indgang_handoffs_without_holder')).toBe(0);
    expect(await metric('indgang_handoffs_overdue')).toBe(0);
  });
});

describe('the operator', () => {
  it('sees it alive, ready and each dependency named', async () => {
    expect((await indgang.app.inject({ method: 'GET', url: '/health/live' })).statusCode).toBe(200);
    await soon(async () => {
      const ready = await indgang.app.inject({ method: 'GET', url: '/health/ready' });
      expect(ready.json()).toMatchObject({
        status: 'ready',
        dependencies: { database: { state: 'up' }, redis: { state: 'off' } },
      });
    });
  });

  it('gets a plain answer for what is not there, as a page for people and in JSON for programs', async () => {
    const page = await indgang.app.inject({ url: '/findes-ikke', headers: { accept: 'text/html' } });
    expect([page.statusCode, page.body.includes('Siden findes ikke')]).toEqual([404, true]);
    const program = await indgang.app.inject({ url: '/findes-ikke' });
    expect(program.json()).toMatchObject({ error: { code: 'not-found' } });
    const odd = await indgang.app.inject({ url: `/v3/directline/conversations/${'x'.repeat(500)}` });
    expect(odd.statusCode).toBeGreaterThanOrEqual(400);
    expect(odd.body).not.toContain('xxx');
  });

  it('finds the conversation again after a restart on the same folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'indgang-restart-'));
    const first = await startIndgang({}, folder);
    const youth = await citizen(first.app);
    await youth.say(droppedOut);
    const said = await youth.log();
    await first.close();

    const second = await startIndgang({}, folder);
    expect(await youth.through(second.app).log()).toEqual(said);
    await second.close();
    await rm(folder, { recursive: true, force: true });
  });
});
