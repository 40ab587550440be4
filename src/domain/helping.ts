/**
 * Colleagues who help with an enquiry: invited by the one who has it, they read and answer. They are gone when it is
 * given back, handed on or closed.
 */
import { helps } from './access.ts';
import type { Draft } from './draft.ts';
import { emit, say, startDraft } from './draft.ts';
import type { Enquiry } from './enquiry.ts';
import type { HoldRefusal } from './handoff.ts';
import { holds } from './handoff.ts';
import type { Staff } from './kommune.ts';
import type { Result } from './result.ts';
import { ok, refuse } from './result.ts';
import type { Rules } from './rules.ts';
import type { Instant, StaffId } from './words.ts';

export type InviteRefusal = HoldRefusal | 'unknown-staff' | 'already-helper';

/** The one who has it invites a colleague; the citizen is told who it is. */
export function inviteHelper(
  state: Enquiry,
  by: Staff,
  helper: StaffId,
  rules: Rules,
  now: Instant,
): Result<Draft, InviteRefusal> {
  const held = holds(state, by.id);
  if (!held.ok) return held;
  if (!rules.kommune.staff.has(helper)) return refuse('unknown-staff');
  if (helper === by.id || helps(state, { id: helper })) return refuse('already-helper');
  const invited = emit(startDraft(state), { type: 'HelperInvited', by: by.id, helper, at: now });
  return ok(say(invited, now, { kind: 'helper_invited', helper }));
}

/** The one who has it lets a helper go, or the helper leaves. */
export function removeHelper(
  state: Enquiry,
  by: Staff,
  helper: StaffId,
  now: Instant,
): Result<Draft, HoldRefusal | 'not-helper'> {
  const held = holds(state, by.id);
  if (!held.ok && by.id !== helper) return held;
  if (!helps(state, { id: helper })) return refuse('not-helper');
  return ok(emit(startDraft(state), { type: 'HelperLeft', by: by.id, helper, at: now }));
}
