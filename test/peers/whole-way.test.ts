/** Microsoft's clients against the whole of Indgang: a youth writes, the robot answers, a named person takes over. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { start, until } from '../fakes/direct-line-server.ts';
import { type Indgang, startIndgang } from '../flow/indgang.ts';
import { colleague } from '../flow/people.ts';
import { bubble, openPage, openSite, type Site, write } from './browser.ts';
import { connect, message } from './client.ts';

const droppedOut = 'jeg er droppet ud af gymnasiet og ved ikk hva jeg skal';

let indgang: Indgang;
let site: Site;
let server: { readonly base: string };
beforeAll(async () => {
  indgang = await startIndgang();
  const url = await indgang.app.listen({ port: 0, host: '127.0.0.1' });
  server = { base: `${url}/v3/directline` };
  site = await openSite();
});
afterAll(async () => {
  await site?.close();
  await indgang?.close();
});

describe('directlinejs', () => {
  it('carries a conversation from the first word to a named person’s answer', async () => {
    const { token, conversationId } = await start(server);
    using youth = await connect(server, { token });
    const id = await youth.post(message(droppedOut, 'my-1'));
    await until(() => youth.seen.length >= 3);
    expect(youth.seen[1]).toMatchObject({ id, text: droppedOut, from: { role: 'user' } });
    expect(youth.seen[2]).toMatchObject({ replyToId: id, from: { role: 'bot' } });

    const guide = await colleague(indgang.app, 'guidance');
    await guide.act(conversationId, 'claim');
    for (let count = 1; count <= 20; count++) await guide.act(conversationId, 'reply', { text: `svar ${count}` });

    await until(() => youth.texts().includes('svar 20'));
    await sleep(200);
    const answers = youth.texts().filter((text) => text?.startsWith('svar '));
    expect(answers).toEqual(Array.from({ length: 20 }, (_, index) => `svar ${index + 1}`));
    expect(youth.seen.at(-1)?.from.name).toMatch(/.+, .+/);
  });
});

describe('Web Chat', () => {
  it('shows the greeting, takes a tapped age, and shows who answers', async () => {
    const { token, conversationId } = await start(server);
    const { page, errors } = await openPage(site, server, { token });
    await write(page, droppedOut);
    await bubble(page, droppedOut, true).waitFor();

    await page.getByRole('toolbar').getByRole('button').first().click();
    await page.locator('.webchat__bubble--from-user').nth(1).waitFor();
    const guide = await colleague(indgang.app, 'guidance');
    await guide.act(conversationId, 'claim');
    await guide.act(conversationId, 'reply', { text: 'Skal vi tales ved i dag?' });

    await bubble(page, 'Skal vi tales ved i dag?', false).waitFor();
    expect(errors).toEqual([]);
    await page.close();
  });
});
