/** Modals and Home tabs in the emulated Slack before a real Bolt app. */
import type { App } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { type BoltApp, boltOverHttp } from '../fakes/slack/bolt-app.ts';
import { handClock } from '../fakes/slack/clock.ts';
import type { EmulatorOptions } from '../fakes/slack/emulator.ts';
import { button, refusal, refused, type Town, town } from '../fakes/slack/town.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });

const field = (blockId: string, element: object = { type: 'plain_text_input' }, more: object = {}) => ({
  type: 'input',
  block_id: blockId,
  label: plain(blockId),
  element: { action_id: 'x', ...element },
  ...more,
});

const modal = (title: string, more: object = {}) =>
  ({
    type: 'modal',
    callback_id: 'handover',
    title: plain(title),
    submit: plain('Send'),
    blocks: [field('why'), { type: 'actions', block_id: 'more', elements: [button('push')] }],
    ...more,
  }) as never;

interface AtDesk extends AsyncDisposable {
  readonly here: Town;
  /** Mette presses the button on the card; a fresh trigger. */
  trigger(): Promise<string>;
  /** The trigger of whatever was pressed last. */
  lastTrigger(): string;
}

/** A desk with a card whose button gives a trigger; `set` says what the app does with views. */
async function atDesk(set: (app: App) => void = () => undefined, options: EmulatorOptions = {}): Promise<AtDesk> {
  const here = await town(options);
  let last = '';
  const bolt: BoltApp = await boltOverHttp(here.slack, {
    set(app) {
      app.action(/.*/, async ({ ack, body }) => {
        if ('trigger_id' in body) last = String(body.trigger_id);
        await ack();
      });
      set(app);
    },
  });
  const { ts = '' } = await here.client.chat.postMessage({
    channel: here.desk.id,
    text: 'kort',
    blocks: [{ type: 'actions', elements: [button('open')] }],
  });
  return {
    here,
    lastTrigger: () => last,
    async trigger() {
      await here.slack.press({ user: here.mette.id, channel: here.desk.id, ts, actionId: 'open' });
      return last;
    },
    async [Symbol.asyncDispose]() {
      await bolt[Symbol.asyncDispose]();
      await here[Symbol.asyncDispose]();
    },
  };
}

const idOf = (answer: { view?: { id?: string } }) => answer.view?.id ?? '';

describe('a trigger', () => {
  it('opens one thing, within three seconds', async () => {
    const clock = handClock();
    await using desk = await atDesk(undefined, { clock });
    const { client } = desk.here;
    const once = await desk.trigger();
    await client.views.open({ trigger_id: once, view: modal('Overdrag') });
    const late = await desk.trigger();
    clock.forward(3001);

    expect(await refused(client.views.open({ trigger_id: once, view: modal('Igen') }))).toBe('exchanged_trigger_id');
    expect(await refused(client.views.open({ trigger_id: late, view: modal('Sent') }))).toBe('expired_trigger_id');
    expect(await refused(client.views.open({ trigger_id: '1.2', view: modal('X') }))).toBe('invalid_trigger_id');
  });

  it('is not used up by a modal that is refused', async () => {
    await using desk = await atDesk();
    const trigger_id = await desk.trigger();
    const { client } = desk.here;

    expect(await refused(client.views.open({ trigger_id, view: modal('x'.repeat(25)) }))).toBe('invalid_arguments');
    await client.views.open({ trigger_id, view: modal('x'.repeat(24)) });

    expect(desk.here.slack.views(desk.here.mette.id)).toHaveLength(1);
  });
});

describe('a modal is refused', () => {
  const wrong: Readonly<Record<string, object>> = {
    'with a longer submit': { submit: plain('x'.repeat(25)) },
    'with a longer close': { close: plain('x'.repeat(25)) },
    'with fields and no submit': { submit: undefined },
    'with a title in mrkdwn': { title: { type: 'mrkdwn', text: 'x' } },
    'with too much private metadata': { private_metadata: 'x'.repeat(3001) },
    'with a longer callback id': { callback_id: 'x'.repeat(256) },
    'with a longer external id': { external_id: 'x'.repeat(256) },
    'with two fields in focus': {
      blocks: ['a', 'b'].map((name) => field(name, { type: 'plain_text_input', focus_on_load: true })),
    },
  };

  for (const [name, more] of Object.entries(wrong)) {
    it(name, async () => {
      await using desk = await atDesk();

      const view = modal('Overdrag', more);
      const answer = await refusal(desk.here.client.views.open({ trigger_id: await desk.trigger(), view }));

      expect(answer).toMatchObject({
        error: 'invalid_arguments',
        response_metadata: { messages: [expect.stringMatching(/json-pointer:\/view/)] },
      });
    });
  }

  it('above 250 KB', async () => {
    await using desk = await atDesk();
    const big = Array.from({ length: 100 }, () => ({
      type: 'section',
      fields: Array.from({ length: 2 }, () => plain('x'.repeat(1990))),
    }));

    const view = modal('Stor', { blocks: big });
    expect(await refused(desk.here.client.views.open({ trigger_id: await desk.trigger(), view }))).toBe(
      'view_too_large',
    );
  });
});

describe('modals', () => {
  it('stand three on each other and no more, by triggers from within', async () => {
    await using desk = await atDesk();
    const { client, slack, mette } = desk.here;
    const first = idOf(await client.views.open({ trigger_id: await desk.trigger(), view: modal('1') }));
    const outside = await desk.trigger();
    expect(await refused(client.views.push({ trigger_id: outside, view: modal('x') }))).toBe('invalid_trigger_id');

    const push = async (title: string) => {
      const viewId = slack.views(mette.id).at(-1)?.id ?? '';
      await slack.press({ user: mette.id, viewId, actionId: 'push' });
      const calls = slack.deliveries.filter(({ type }) => type === 'block_actions');
      expect(calls.at(-1)?.outcome).toBe('acknowledged');
      return client.views.push({ trigger_id: desk.lastTrigger(), view: modal(title) });
    };
    const second = await push('2');
    const third = await push('3');

    expect(second.view).toMatchObject({ previous_view_id: first, root_view_id: first });
    expect(third.view).toMatchObject({ previous_view_id: second.view?.id, root_view_id: first });
    expect(await refused(push('4'))).toBe('push_limit_reached');
    const below = slack.press({ user: mette.id, viewId: first, actionId: 'push' });
    await expect(below).rejects.toThrow('on top');
  });

  it('are updated by id or external id, and not with an old hash', async () => {
    await using desk = await atDesk();
    const { client, slack, mette } = desk.here;
    const opened = await client.views.open({
      trigger_id: await desk.trigger(),
      view: modal('Ét', { external_id: 'sag-1' }),
    });
    const hash = opened.view?.hash ?? '';
    await slack.choose({ user: mette.id, viewId: idOf(opened), actionId: 'x', value: 'flytter' });

    await client.views.update({ external_id: 'sag-1', hash, view: modal('To', { external_id: 'sag-1' }) });

    const update = (more: object) => refused(client.views.update({ view: modal('Tre'), ...more } as never));
    expect(await update({ view_id: idOf(opened), hash })).toBe('hash_conflict');
    expect(await update({ view_id: 'V404' })).toBe('not_found');
    expect(slack.views(mette.id)[0]?.values.why?.x).toMatchObject({ value: 'flytter' });
    const again = client.views.open({ trigger_id: await desk.trigger(), view: modal('X', { external_id: 'sag-1' }) });
    expect(await refused(again)).toBe('duplicate_external_id');
  });

  it('are told to the app when they are closed, if it asks', async () => {
    const closed: boolean[] = [];
    await using desk = await atDesk((app) => {
      app.view({ callback_id: 'handover', type: 'view_closed' }, async ({ ack, view, body }) => {
        await ack();
        closed.push('is_cleared' in body && view.id !== '');
      });
    });
    const { client, slack, mette } = desk.here;
    await client.views.open({ trigger_id: await desk.trigger(), view: modal('A', { notify_on_close: true }) });

    await slack.closeView({ user: mette.id });

    expect(closed).toEqual([true]);
    expect(slack.views(mette.id)).toEqual([]);
    await expect(slack.closeView({ user: mette.id })).rejects.toThrow('no modal');
  });
});

describe('a submission', () => {
  it('brings every value by block and action, and closes the modal', async () => {
    const seen: unknown[] = [];
    await using desk = await atDesk((app) => {
      app.view('handover', async ({ ack, view }) => {
        await ack();
        seen.push(view.state.values);
      });
    });
    const { client, slack, mette, sara } = desk.here;
    const options = ['a', 'b'].map((value) => ({ text: plain(value), value }));
    const blocks = [
      field('why'),
      field('who', { type: 'users_select' }),
      field('which', { type: 'checkboxes', options }),
      field('when', { type: 'datepicker', initial_date: '2026-11-22' }),
      field('note', { type: 'plain_text_input' }, { optional: true }),
    ];
    const viewId = idOf(
      await client.views.open({ trigger_id: await desk.trigger(), view: modal('Overdrag', { blocks }) }),
    );

    const values = { why: { x: 'flytter' }, who: { x: sara.id }, which: { x: ['b'] } };
    const done = await slack.submit({ user: mette.id, viewId, values });

    expect(done).toMatchObject({ acknowledged: true, errors: {}, view: null });
    expect(seen).toEqual([
      {
        why: { x: { type: 'plain_text_input', value: 'flytter' } },
        who: { x: { type: 'users_select', selected_user: sara.id } },
        which: { x: { type: 'checkboxes', selected_options: [options[1]] } },
        when: { x: { type: 'datepicker', selected_date: '2026-11-22' } },
        note: { x: { type: 'plain_text_input', value: null } },
      },
    ]);
  });

  it('does not leave Slack while something needed is empty, too short or too long', async () => {
    await using desk = await atDesk();
    const { client, slack, mette } = desk.here;
    const blocks = [field('why', { type: 'plain_text_input', min_length: 3, max_length: 5 })];
    const viewId = idOf(await client.views.open({ trigger_id: await desk.trigger(), view: modal('A', { blocks }) }));
    const submit = (text: string) => slack.submit({ user: mette.id, viewId, values: { why: { x: text } } });

    await expect(slack.submit({ user: mette.id, viewId })).rejects.toThrow('must be filled in');
    await expect(submit('ab')).rejects.toThrow('too short');
    await expect(submit('abcdef')).rejects.toThrow('too long');
    await expect(slack.submit({ user: mette.id, viewId, values: { why: { y: 'x' } } })).rejects.toThrow('y');
  });

  it('needs a button to submit with', async () => {
    await using desk = await atDesk();
    const { client, slack, mette } = desk.here;
    const view = modal('A', { submit: undefined, blocks: [{ type: 'divider' }] });
    const viewId = idOf(await client.views.open({ trigger_id: await desk.trigger(), view }));

    await expect(slack.submit({ user: mette.id, viewId })).rejects.toThrow('nothing to submit');
  });

  it('is answered with errors, another view, one more, or all closed', async () => {
    await using desk = await atDesk((app) => {
      app.view('handover', async ({ ack, view }) => {
        const said = view.state.values.why?.x?.value ?? '';
        if (said === 'errors') return ack({ response_action: 'errors', errors: { why: 'Skriv hvorfor' } });
        if (said === 'update') return ack({ response_action: 'update', view: modal('Ny') });
        if (said === 'push') return ack({ response_action: 'push', view: modal('Oven på') });
        return ack({ response_action: 'clear' });
      });
    });
    const { client, slack, mette } = desk.here;
    await client.views.open({ trigger_id: await desk.trigger(), view: modal('Første') });
    const submit = (text: string) => {
      const viewId = slack.views(mette.id).at(-1)?.id ?? '';
      return slack.submit({ user: mette.id, viewId, values: { why: { x: text } } });
    };
    const titles = () => slack.views(mette.id).map(({ body }) => (body.title as { text: string }).text);

    expect((await submit('errors')).errors).toEqual({ why: 'Skriv hvorfor' });
    expect(titles()).toEqual(['Første']);
    await submit('update');
    expect(titles()).toEqual(['Ny']);
    await submit('push');
    expect(titles()).toEqual(['Ny', 'Oven på']);
    await submit('clear');
    expect(titles()).toEqual([]);
    slack.expectNoBreaches();
  });

  it('breaks a rule when its answer is no answer Slack knows', async () => {
    await using desk = await atDesk((app) => {
      app.view('handover', async ({ ack, view }) => {
        const said = view.state.values.why?.x?.value;
        if (said === 'errors') await ack({ response_action: 'errors', errors: { elsewhere: 'x' } });
        else await ack({ response_action: 'update', view: modal('x'.repeat(25)) });
      });
    });
    const { client, slack, mette } = desk.here;
    const viewId = idOf(await client.views.open({ trigger_id: await desk.trigger(), view: modal('A') }));

    await slack.submit({ user: mette.id, viewId, values: { why: { x: 'errors' } } });
    await slack.submit({ user: mette.id, viewId, values: { why: { x: 'update' } } });

    expect(slack.breaches().map(({ kind }) => kind)).toEqual(['wrong-view-answer', 'wrong-view-answer']);
  });

  it('leaves the modal open when the app does not answer', async () => {
    await using desk = await atDesk(undefined, { ackWithinMs: 150 });
    const { client, slack, mette } = desk.here;
    const viewId = idOf(await client.views.open({ trigger_id: await desk.trigger(), view: modal('A') }));
    slack.deliverTo('http://127.0.0.1:1/');

    const done = await slack.submit({ user: mette.id, viewId, values: { why: { x: 'x' } } });

    expect(done).toMatchObject({ acknowledged: false, shown: 'dispatch_failed', view: { id: viewId } });
  });
});

describe('the Home tab', () => {
  const home = (text: string) =>
    ({ type: 'home', blocks: [{ type: 'section', text: plain(text), accessory: button('push') }] }) as never;

  it('is published for a person, who opens it and presses in it', async () => {
    await using desk = await atDesk((app) => {
      app.event('app_home_opened', async ({ event, client }) => {
        await client.views.publish({ user_id: event.user, view: home('Mine') });
      });
    });
    const { slack, mette, client } = desk.here;

    await slack.openHome(mette.id);
    await expect.poll(() => slack.home(mette.id)).not.toBeNull();
    const outcome = await slack.press({ user: mette.id, home: true, actionId: 'push' });

    expect(outcome.acknowledged).toBe(true);
    const stale = client.views.publish({ user_id: mette.id, view: home('To'), hash: '1.old' });
    expect(await refused(stale)).toBe('hash_conflict');
    const nobody = client.views.publish({ user_id: 'U404', view: home('x') });
    expect(await refused(nobody)).toBe('invalid_arguments');
    const wrong = client.views.publish({ user_id: mette.id, view: modal('x') });
    expect(await refused(wrong)).toBe('invalid_arguments');
  });
});
