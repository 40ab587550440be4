/**
 * What the files of this adapter share: the shapes that travel between Slack's side (`web.ts`, `happening.ts`) and ours
 * (`lanes.ts`, `forms.ts`, `case-channels.ts`). Types only.
 */
import type { CaseFile } from '../../src/domain/case-file.ts';
import type { Called, Enquiry } from '../../src/domain/enquiry.ts';
import type { IntentBook } from '../../src/domain/intent.ts';
import type { Kommune, SlackFile, Staff } from '../../src/domain/kommune.ts';
import type { EffectId, Instant, StaffId } from '../../src/domain/words.ts';
import type { Calendar, Clock, ForCases, ForDesks, ForStaff, Log, Memory } from '../../src/ports.ts';

/** A message in Slack. `ts` is text: as a number it loses its last zero. */
export interface Place {
  readonly channel: string;
  readonly ts: string;
}

/** Block Kit as `block-kit.ts` makes it: within Slack's limits. */
export type Block = Readonly<Record<string, unknown>> & { readonly type: string };
export type View = Readonly<Record<string, unknown>> & { readonly type: 'modal' | 'home' };

export interface Post {
  readonly channel: string;
  readonly threadTs?: string;
  /** Says the same as the blocks, for notifications and screen readers. */
  readonly text: string;
  readonly blocks?: readonly Block[];
  /** Ours, the same at every try: it travels in the message's metadata and is looked up before an uncertain post is repeated. */
  readonly id: string;
  /** The text has no markup of ours; what looks like it is left alone. */
  readonly plain?: boolean;
}

/** What Slack says no to, for good: about one channel, one person or one call, never the workspace. */
export interface Refusal {
  readonly method: string;
  /** Slack's own name, e.g. `is_archived`. */
  readonly code: string;
}

/**
 * Calls Slack within its rate limits, per method and per channel.
 *
 * @throws UnavailableError when trying again later may work (network, 429, 5xx, revoked token)
 * @throws SlackRefusedError (`errors.ts`) when it will not
 */
export interface Web {
  post(post: Post): Promise<Place>;
  /** Blocks are replaced: without `blocks` there are none afterwards. */
  edit(place: Place, message: Pick<Post, 'text' | 'blocks'>): Promise<void>;
  /** Seen by one person in one channel; as a direct message when they are not in it. Lost on reload: never the only word. */
  whisper(
    to: { channel: string; user: string; threadTs?: string },
    message: Pick<Post, 'text' | 'blocks'>,
  ): Promise<void>;
  /** A direct message. */
  tell(user: string, message: Pick<Post, 'text' | 'blocks' | 'id'>): Promise<Place>;
  /** Any other method; the answer is parsed by the caller. */
  call(method: string, args: Readonly<Record<string, unknown>>): Promise<unknown>;
}

/** Where somebody acted, to open a window or answer them. */
export interface Acting {
  /** Slack's id of the person. */
  readonly user: string;
  /** Who that is in the municipality's file; null when unknown, a bot or a guest. */
  readonly staff: Staff | null;
  /** Valid for three seconds, once; null when there is none. */
  readonly triggerId: string | null;
}

/** By block id: what was written or chosen in a window; lists for what takes several. */
export type Values = Readonly<Record<string, string | readonly string[] | null>>;

/** What came in from Slack, parsed once: only what is used, texts with their CPR numbers masked. */
export type Happening =
  | {
      readonly kind: 'message';
      readonly place: Place;
      readonly threadTs: string | null;
      readonly user: string;
      readonly text: string;
      /** There were CPR numbers in it. */
      readonly hadCpr: boolean;
      readonly files: number;
      /** Written in a thread and shown in the channel too. */
      readonly broadcast?: boolean;
    }
  | {
      readonly kind: 'edited';
      readonly place: Place;
      /** The thread it stands in, when Slack tells. */
      readonly threadTs?: string | null;
      /** When it was edited, as Slack's timestamp: the later edit counts, whichever comes first. */
      readonly editedTs?: string;
      /** As of the message: an edit may come before what it edits. */
      readonly files?: number;
      readonly broadcast?: boolean;
      readonly user: string;
      readonly text: string;
      readonly hadCpr: boolean;
    }
  | { readonly kind: 'deleted'; readonly place: Place; readonly threadTs?: string | null }
  | {
      readonly kind: 'pressed';
      readonly action: string;
      /** An opaque id, as `block-kit.ts` put it. Selects give the chosen value. */
      readonly value: string;
      readonly user: string;
      readonly triggerId: string | null;
      /** The message it stood on; null on a view. */
      readonly place: Place | null;
      readonly threadTs: string | null;
      readonly viewId: string | null;
      /** The window it stood in and what was written there so far; absent on messages and the Home tab. */
      readonly view?: { readonly callback: string; readonly about: string; readonly values: Values };
    }
  | {
      readonly kind: 'submitted';
      readonly callback: string;
      readonly user: string;
      readonly viewId: string;
      readonly hash: string;
      /** `private_metadata`: an opaque id. */
      readonly about: string;
      readonly values: Values;
      /** There were CPR numbers in what was written. */
      readonly hadCpr?: boolean;
      readonly triggerId: string | null;
    }
  | {
      readonly kind: 'dismissed';
      readonly callback: string;
      readonly user: string;
      readonly about: string;
      /** What stood there, as far as Slack tells. */
      readonly values?: Values;
    }
  | {
      readonly kind: 'command';
      readonly user: string;
      readonly channel: string;
      readonly text: string;
      /** There were CPR numbers in it. */
      readonly hadCpr?: boolean;
      readonly triggerId: string | null;
    }
  | { readonly kind: 'home_opened'; readonly user: string }
  | { readonly kind: 'joined'; readonly channel: string; readonly user: string }
  | { readonly kind: 'left'; readonly channel: string; readonly user: string }
  | {
      readonly kind: 'channel_changed';
      readonly channel: string;
      readonly change: 'archived' | 'unarchived' | 'renamed' | 'shared' | 'deleted';
    }
  | { readonly kind: 'user_changed'; readonly user: string }
  | { readonly kind: 'token_revoked' }
  | { readonly kind: 'rate_limited' };
export type HappeningOf<Kind extends Happening['kind']> = Extract<Happening, { kind: Kind }>;

/** What a submitted window is answered with: errors by block id, another view, close all, or nothing (it closes). */
export type Answer =
  | { readonly errors: Readonly<Record<string, string>> }
  | { readonly update: View }
  | { readonly clear: true }
  | null;

type React<Kind extends Happening['kind']> = (happening: HappeningOf<Kind>, acting: Acting) => Promise<void>;

/**
 * What one part of the adapter listens to. All matching listeners run, in the order the parts are joined; each takes the
 * same happening twice without doing it twice. Of `pressed`, `submitted` and `dismissed` exactly one part knows the name.
 */
export interface Reactions {
  readonly message?: React<'message'>;
  readonly edited?: React<'edited'>;
  readonly deleted?: React<'deleted'>;
  readonly pressed?: Readonly<Record<string, React<'pressed'>>>;
  readonly submitted?: Readonly<
    Record<string, (happening: HappeningOf<'submitted'>, acting: Acting) => Promise<Answer>>
  >;
  readonly dismissed?: Readonly<Record<string, React<'dismissed'>>>;
  /** @returns what only the person sees at once, in words */
  readonly command?: (happening: HappeningOf<'command'>, acting: Acting) => Promise<string>;
  readonly home_opened?: React<'home_opened'>;
  readonly joined?: React<'joined'>;
  readonly left?: React<'left'>;
  readonly channel_changed?: React<'channel_changed'>;
}

/** Who is who: matched by verified e-mail, remembered, forgotten when Slack says the person has changed. */
export interface People {
  /** Null for whoever is not in the municipality's file, a bot, a guest, deactivated or from another workspace. */
  bySlack(user: string): Promise<Staff | null>;
  /** Slack's id of a member of staff, or null when nobody has that e-mail. */
  slackOf(staff: StaffId): Promise<string | null>;
}

export interface SlackParts {
  readonly web: Web;
  readonly people: People;
  readonly memory: Memory;
  readonly staffSide: ForStaff;
  readonly cases: ForCases;
  readonly reader: ForDesks;
  readonly kommune: Kommune;
  readonly intents: IntentBook;
  readonly file: SlackFile;
  readonly calendar: Calendar;
  readonly clock: Clock;
  readonly log: Log;
  /** The text with CPR, phone, e-mail and account masked; what goes to Slack goes through this. */
  readonly redact: (text: string) => string;
  /** Address of the desk without a slash at the end, for links; null when nobody knows it. */
  readonly publicUrl: string | null;
  /** A new id that nobody can guess. */
  readonly newId: () => string;
}

/** One part of the adapter: what it shows, what it listens to, what it does when time has passed. */
export interface SlackPart {
  readonly reactions: Reactions;
  readonly show?: (enquiry: Enquiry, effect: EffectId) => Promise<void>;
  readonly call?: (enquiry: Enquiry, calls: Called, effect: EffectId) => Promise<void>;
  readonly showCase?: (caseFile: CaseFile, effect: EffectId) => Promise<void>;
  /** Called about once a second; does what its own entries in memory say is due. */
  readonly tick?: (now: Instant) => Promise<void>;
}
