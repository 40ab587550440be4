/** The emulated Slack through the real SDK: what it takes, what it refuses, and what it tells the app. */
import { expect, it } from 'vitest';
import { boltOverHttp, boltOverSocket } from '../fakes/slack/bolt-app.ts';
import { slackEmulator } from '../fakes/slack/emulator.ts';

for (const [how, start] of Object.entries({ 'signed requests': boltOverHttp, 'Socket Mode': boltOverSocket })) {
  it(`lets Mette press a button that the app has posted, by ${how}`, async () => {
    await using slack = await slackEmulator();
    const mette = slack.person({ name: 'Mette', email: 'mette@eksempel.dk' });
    const desk = slack.channel({ name: 'desk', private: true, members: [mette.id], withApp: true });
    const heard: string[] = [];
    await using bolt = await start(slack, {
      set(app) {
        app.message(async ({ message }) => {
          heard.push(message.type);
        });
        app.action('claim', async ({ ack, body, client, respond }) => {
          await ack();
          await client.chat.update({
            channel: desk.id,
            ts: card.ts ?? '',
            text: `${body.user.id} har den`,
            blocks: [],
          });
          await respond({ text: 'Du har den', response_type: 'ephemeral', replace_original: false });
        });
      },
    });
    const card = await bolt.app.client.chat.postMessage({
      channel: desk.id,
      text: 'Ny henvendelse',
      blocks: [
        {
          type: 'actions',
          elements: [
            { type: 'button', action_id: 'claim', text: { type: 'plain_text', text: 'Tag den' }, value: 'e1' },
          ],
        },
      ],
    });
    await slack.post({ channel: desk.id, user: mette.id, text: 'hej' });

    const outcome = await slack.press({ user: mette.id, channel: desk.id, ts: card.ts ?? '', actionId: 'claim' });
    await expect.poll(() => slack.ephemerals(mette.id)).toHaveLength(1);
    await slack.settled();

    expect(outcome).toEqual({ acknowledged: true, shown: null });
    expect(slack.messages(desk.id)[0]?.text).toBe(`${mette.id} har den`);
    expect(heard).toContain('message');
    slack.expectNoBreaches();
  });
}
