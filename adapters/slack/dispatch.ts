/**
 * Brings what has happened to the parts that listen, with who did it. Whoever is not in the municipality's file can
 * press, send and ask for nothing, and is told why.
 */
import type { Log } from '../../src/ports.ts';
import type { Outcome, Work } from './inbox.ts';
import type { Acting, Answer, Happening, HappeningOf, People, Reactions, Web } from './parts.ts';

export const notKnown =
  'Du står ikke på listen over medarbejdere, så det kan du ikke her. Spørg lederen af indgangen om at få dig skrevet på.';
const notReady = 'Det gik ikke. Prøv igen om lidt. Det, du har skrevet, står her stadig.';
const notDone = 'Det gik ikke lige nu. Prøv igen om lidt.';

interface Needs {
  readonly people: People;
  readonly web: Pick<Web, 'whisper' | 'tell'>;
  readonly log: Log;
  readonly reactions: readonly Reactions[];
  /** Our own listener, before all others. */
  readonly first: (happening: Happening) => Promise<void>;
}

export function dispatcher(needs: Needs): Work {
  const { people, reactions, first } = needs;
  return async (happening, fresh) => {
    await first(happening);
    if (!('user' in happening)) return toAll(reactions, happening, nobody);
    const staff = await people.bySlack(happening.user);
    const triggerId = fresh && 'triggerId' in happening ? happening.triggerId : null;
    const acting: Acting = { user: happening.user, staff, triggerId };
    switch (happening.kind) {
      case 'pressed':
        return pressed(needs, stale(happening, fresh), acting);
      case 'submitted':
        return submitted(needs, stale(happening, fresh), acting);
      case 'command':
        return command(needs, stale(happening, fresh), acting);
      case 'dismissed':
        return named(needs, happening.callback, (part) => part.dismissed)?.(happening, acting).then(() => null) ?? null;
      default:
        return toAll(reactions, happening, acting);
    }
  };
}

const nobody: Acting = { user: '', staff: null, triggerId: null };

/** A trigger is good for three seconds; what is tried again has none. */
function stale<Touch extends { readonly triggerId: string | null }>(touch: Touch, fresh: boolean): Touch {
  return fresh ? touch : { ...touch, triggerId: null };
}

/** The one reaction with this name. */
function named<Reaction>(
  { reactions, log }: Needs,
  name: string,
  of: (part: Reactions) => Readonly<Record<string, Reaction>> | undefined,
): Reaction | undefined {
  const found = reactions.map((part) => of(part)).find((known) => known !== undefined && Object.hasOwn(known, name));
  if (found === undefined) log.info({ name }, 'slack: nobody listens to this name');
  return found?.[name];
}

async function pressed(needs: Needs, happening: HappeningOf<'pressed'>, acting: Acting): Promise<Outcome> {
  const { user, place, threadTs } = happening;
  if (acting.staff !== null) {
    await named(needs, happening.action, (part) => part.pressed)?.(happening, acting);
    return null;
  }
  const said = { text: notKnown };
  const thread = threadTs === null ? {} : { threadTs };
  if (place === null) await needs.web.tell(user, { ...said, id: `unknown.${user}.${happening.viewId ?? 'view'}` });
  else await needs.web.whisper({ channel: place.channel, user, ...thread }, said);
  return null;
}

async function submitted(needs: Needs, happening: HappeningOf<'submitted'>, acting: Acting): Promise<Outcome> {
  if (acting.staff === null) return atField(happening, notKnown);
  const react = named(needs, happening.callback, (part) => part.submitted);
  if (react === undefined) return null;
  try {
    return await react(happening, acting);
  } catch (error) {
    needs.log.error({ name: happening.callback, code: codeOf(error) }, 'slack: a window could not be taken in');
    return atField(happening, notReady);
  }
}

/** The window stays open with everything written in it, and the sentence at its first field. */
function atField({ values }: HappeningOf<'submitted'>, sentence: string): Answer {
  const [block] = Object.keys(values);
  return block === undefined ? null : { errors: { [block]: sentence } };
}

async function command(needs: Needs, happening: HappeningOf<'command'>, acting: Acting): Promise<Outcome> {
  if (acting.staff === null) return notKnown;
  const answering = needs.reactions.find((part) => part.command !== undefined);
  try {
    return (await answering?.command?.(happening, acting)) ?? notDone;
  } catch (error) {
    needs.log.error({ code: codeOf(error) }, 'slack: a command could not be answered');
    return notDone;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

async function toAll(reactions: readonly Reactions[], happening: Happening, acting: Acting): Promise<null> {
  for (const part of reactions) await react(part, happening, acting);
  return null;
}

async function react(part: Reactions, happening: Happening, acting: Acting): Promise<void> {
  switch (happening.kind) {
    case 'message':
      return part.message?.(happening, acting);
    case 'edited':
      return part.edited?.(happening, acting);
    case 'deleted':
      return part.deleted?.(happening, acting);
    case 'home_opened':
      return part.home_opened?.(happening, acting);
    case 'joined':
      return part.joined?.(happening, acting);
    case 'left':
      return part.left?.(happening, acting);
    case 'channel_changed':
      return part.channel_changed?.(happening, acting);
    case 'user_changed':
    case 'token_revoked':
    case 'rate_limited':
    // These go to the one part that knows the name.
    case 'pressed':
    case 'submitted':
    case 'dismissed':
    case 'command':
      return;
  }
}
