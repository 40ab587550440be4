/**
 * Who is who: a person in Slack is a member of staff when Slack has verified that the e-mail address in the
 * municipality's file is theirs. Guests, bots, the deactivated and those from other workspaces are nobody.
 */
import { z } from 'zod';
import type { Kommune } from '../../src/domain/kommune.ts';
import type { Instant, StaffId } from '../../src/domain/words.ts';
import type { Clock, Memory } from '../../src/ports.ts';
import { isRefused } from './errors.ts';
import type { People, Web } from './parts.ts';

interface Needs {
  readonly web: Pick<Web, 'call'>;
  readonly memory: Memory;
  readonly clock: Clock;
  readonly kommune: Kommune;
  /** Our workspace, asked for when it is not known yet. */
  readonly team: () => Promise<string>;
}

export interface SlackPeople extends People {
  /** Slack says that this person has changed. */
  forget(user: string): Promise<void>;
}

const Remembered = z.object({ is: z.string().nullable(), at: z.number() });

const prefix = 'slack.person/';
const ofStaff = (staff: StaffId): string => `${prefix}of/${staff}`;
/** Slack tells when somebody changes; this is for when that got lost. */
const knownMs = 12 * 3_600_000;
/** Somebody who has just been written into the file, or has just got an account, does not wait long. */
const unknownMs = 60_000;

export function slackPeople(needs: Needs): SlackPeople {
  const { memory, kommune } = needs;
  const byEmail = new Map([...kommune.staff.values()].map((staff) => [addressOf(staff.email), staff]));
  return {
    async bySlack(user) {
      const id = await remembered(needs, prefix + user, async () => {
        const answer = await lookUp(needs, 'users.info', { user });
        return (answer?.email === undefined ? undefined : byEmail.get(answer.email))?.id ?? null;
      });
      return id === null ? null : (kommune.staff.get(id as StaffId) ?? null);
    },
    async slackOf(staff) {
      const person = kommune.staff.get(staff);
      if (person === undefined) return null;
      return remembered(needs, ofStaff(staff), async () => {
        const answer = await lookUp(needs, 'users.lookupByEmail', { email: person.email });
        return answer?.email === addressOf(person.email) ? answer.user : null;
      });
    },
    async forget(user) {
      await memory.forget(prefix + user);
      for (const staff of kommune.staff.keys()) {
        const kept = await memory.read(ofStaff(staff));
        // Also those nobody was found for: this may be them, with a new address.
        if (kept !== null && [user, null].includes(Remembered.parse(kept.value).is)) await memory.forget(kept.key);
      }
    },
  };
}

async function remembered(
  { memory, clock }: Needs,
  key: string,
  find: () => Promise<string | null>,
): Promise<string | null> {
  const kept = await memory.read(key);
  const before = kept === null ? null : Remembered.parse(kept.value);
  if (before !== null && isFresh(before, clock.now())) return before.is;
  const is = await find();
  // When somebody else was first, they have found the same.
  await memory.keep(key, { is, at: clock.now() }, kept?.version ?? 0);
  return is;
}

function isFresh({ is, at }: z.infer<typeof Remembered>, now: Instant): boolean {
  return Math.abs(now - at) < (is === null ? unknownMs : knownMs);
}

const Account = z.object({
  user: z.object({
    id: z.string(),
    team_id: z.string().optional(),
    deleted: z.boolean().default(false),
    is_bot: z.boolean().default(false),
    is_restricted: z.boolean().default(false),
    is_ultra_restricted: z.boolean().default(false),
    is_stranger: z.boolean().default(false),
    is_email_confirmed: z.boolean().default(false),
    profile: z.object({ email: z.string().optional() }).default({}),
  }),
});

interface Verified {
  readonly user: string;
  readonly email: string;
}

/** @returns null for whoever has no ordinary account of ours with a verified address */
async function lookUp(
  { web, team }: Needs,
  method: 'users.info' | 'users.lookupByEmail',
  args: Readonly<Record<string, string>>,
): Promise<Verified | null> {
  const ours = await team();
  let answer: unknown;
  try {
    answer = await web.call(method, args);
  } catch (error) {
    if (isRefused(error, 'person')) return null;
    throw error;
  }
  const { user } = Account.parse(answer);
  const { email } = user.profile;
  const outside = user.is_bot || user.deleted || user.is_restricted || user.is_ultra_restricted || user.is_stranger;
  if (outside || user.team_id !== ours || !user.is_email_confirmed || email === undefined) return null;
  return { user: user.id, email: addressOf(email) };
}

const addressOf = (email: string): string => email.trim().toLowerCase();
