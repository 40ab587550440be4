/** What somebody does on the demonstration's page → what they do in the emulated Slack. */
import { z } from 'zod';
import { isObject, objectOr, objectsIn } from '../fakes/slack/arguments.ts';
import { elementsOf } from '../fakes/slack/blocks.ts';
import type { SlackEmulator } from '../fakes/slack/emulator.ts';
import type { Json } from '../fakes/slack/shapes.ts';

/** What a person is shown of what they have just done. */
export interface Told {
  /** By block id, errors in the window that lies on top. */
  readonly errors: Readonly<Record<string, string>>;
  readonly notice: string | null;
}

const nothingTold: Told = { errors: {}, notice: null };

const Where = z.union([
  z.strictObject({ channel: z.string(), ts: z.string() }),
  z.strictObject({ viewId: z.string() }),
  z.strictObject({ home: z.literal(true) }),
]);
const Pressed = z.object({ blockId: z.string().optional(), actionId: z.string(), value: z.string().optional() });

const named = (form: URLSearchParams, name: string): string => form.get(name) ?? '';

/** What Slack itself says under a field before the app hears anything. */
const fieldWords: Readonly<Record<string, string>> = {
  'must be filled in': 'Feltet skal udfyldes.',
  'is too short': 'Skriv lidt mere.',
  'is too long': 'Skriv lidt mindre.',
};

/** @param user Slack's id of whoever acts */
export async function act(slack: SlackEmulator, user: string, form: URLSearchParams): Promise<Told> {
  try {
    return (await done(slack, user, form)) ?? nothingTold;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'NotPossible') throw error;
    const [, blockId, what] = /^(\S+) (must be filled in|is too short|is too long)$/.exec(error.message) ?? [];
    if (blockId !== undefined) return { errors: { [blockId]: fieldWords[what ?? ''] ?? '' }, notice: null };
    return { errors: {}, notice: `Det kan man ikke i Slack: ${error.message}.` };
  }
}

async function done(slack: SlackEmulator, user: string, form: URLSearchParams): Promise<Told | undefined> {
  const channel = named(form, 'channel');
  const ts = named(form, 'ts');
  const text = named(form, 'text').trim();
  switch (named(form, 'do')) {
    case 'write':
      return write(slack, { user, channel, text, threadTs: ts });
    case 'edit':
      return void (await slack.edit({ user, channel, ts, text }));
    case 'remove':
      return void (await slack.remove({ user, channel, ts }));
    case 'forget':
      return void (await slack.reload(user));
    default:
      return touch(slack, user, form);
  }
}

interface Written {
  readonly user: string;
  readonly channel: string;
  readonly text: string;
  readonly threadTs: string;
}

async function write(slack: SlackEmulator, { user, channel, text, threadTs }: Written): Promise<Told | undefined> {
  if (text === '') return undefined;
  if (text.startsWith('/')) return unheard((await slack.command({ user, channel, text })).shown);
  await slack.post({ user, channel, text, ...(threadTs !== '' && { threadTs }) });
  return undefined;
}

function unheard(shown: string | null): Told | undefined {
  return shown === null ? undefined : { errors: {}, notice: `Slack viser: Indgang svarede ikke (${shown}).` };
}

async function touch(slack: SlackEmulator, user: string, form: URLSearchParams): Promise<Told | undefined> {
  const where = Where.parse(JSON.parse(named(form, 'where')));
  const isWindow = 'viewId' in where;
  if (isWindow && form.has('close')) return void (await slack.closeView({ user }));
  if (isWindow) await keepFields(slack, user, where.viewId, form);
  if (isWindow && form.has('submit') && !form.has('press')) {
    const { errors, shown } = await slack.submit({ user, viewId: where.viewId });
    return unheard(shown) ?? { errors, notice: null };
  }
  const { blockId, ...pressed } = Pressed.parse(JSON.parse(form.get('press') ?? named(form, 'choose')));
  // A message may have been edited since the page was drawn; its button is the same one, in a block of another name.
  const isButton = form.has('press');
  const inBlock = blockId !== undefined && (isWindow || !isButton) ? { blockId } : {};
  const place = { ...where, user, actionId: pressed.actionId, ...inBlock };
  if (isButton) {
    const { shown } = await slack.press({ ...place, ...(pressed.value !== undefined && { value: pressed.value }) });
    return unheard(shown);
  }
  const several = form.getAll(`f|${blockId}|${pressed.actionId}`);
  const value = pressed.value ?? (several.length > 1 ? several : (several[0] ?? null));
  return unheard((await slack.choose({ ...place, value })).shown);
}

/** What has been written and chosen in a window reaches Slack before a button does, as if it had been typed there. */
async function keepFields(slack: SlackEmulator, user: string, viewId: string, form: URLSearchParams): Promise<void> {
  const view = slack.views(user).find(({ id }) => id === viewId);
  if (view === undefined) return;
  for (const block of objectsIn(view.body.blocks).filter(({ type }) => type === 'input')) {
    for (const element of elementsOf(block)) {
      const blockId = String(block.block_id);
      const actionId = String(element.action_id);
      const stands = objectOr(view.values[blockId]?.[actionId]);
      const value = givenTo(element, form.getAll(`f|${blockId}|${actionId}`));
      if (same(value, standing(stands))) continue;
      await slack.choose({ user, viewId, blockId, actionId, value });
    }
  }
}

const several = (element: Json) => element.type === 'checkboxes' || String(element.type).startsWith('multi_');

function givenTo(element: Json, given: readonly string[]): string | readonly string[] | null {
  if (several(element)) return given.filter((each) => each !== '');
  const [first = ''] = given;
  return first === '' ? null : first.replaceAll('\r\n', '\n');
}

/** A field's state as the form would give it. */
function standing({ type: _type, ...stands }: Json): unknown {
  const [value] = Object.values(stands);
  const plain = (each: unknown) => (isObject(each) ? String(each.value) : each);
  return Array.isArray(value) ? value.map(plain) : (plain(value) ?? null);
}

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other === '' ? null : other);
