/**
 * Who may know what, and until when: consents and legal bases of a case file. What nobody has said yes to, and no law
 * allows, covers nobody; what is withdrawn or has run out covers nobody from that moment.
 *
 * @source reference: rules by age (§3.1), sharing without consent (§3.3)
 */
import { coordinates } from './case-access.ts';
import type { LeaveReason } from './case-event.ts';
import type { CaseDraft } from './case-evolve.ts';
import { emitCase, startCaseDraft } from './case-evolve.ts';
import type { CaseFile, Consent, ConsentGiver, ConsentId } from './case-file.ts';
import { isCovered, isLive } from './case-team.ts';
import type { Kommune, Staff } from './kommune.ts';
import type { Result } from './result.ts';
import { ok, refuse } from './result.ts';
import type { AgeBand, Instant, StaffId } from './words.ts';

const giversAt: Readonly<Record<AgeBand, readonly ConsentGiver[]>> = {
  under_15: ['custodian'],
  '15_17': ['youth', 'youth_and_custodian'],
  '18_24': ['youth'],
  '25_plus': ['youth'],
};

/** Who can say yes at this age. Nobody while the age is unknown: it is asked for, not guessed. */
export function giversFor(ageBand: AgeBand | null): readonly ConsentGiver[] {
  return ageBand === null ? [] : giversAt[ageBand];
}

/** A year, with the leap day that may be in it. */
const longestMs = 366 * 24 * 60 * 60_000;

/** What is to be recorded; `purpose` is the id of the note that says what for. */
export type ConsentAsked = Pick<Consent, 'id' | 'parties' | 'scopes' | 'ground' | 'purpose' | 'until'>;

export type ConsentRefusal =
  | 'case-closed'
  | 'not-coordinator'
  | 'nothing-shared'
  | 'consent-giver-wrong'
  | 'dates-wrong';

/**
 * Records a consent or a legal basis. Whoever was asked for and is covered by it joins the team at once.
 * The same one recorded twice is one: withdrawing it must not leave its double behind.
 */
export function recordConsent(
  state: CaseFile,
  by: Staff,
  asked: ConsentAsked,
  kommune: Kommune,
  now: Instant,
): Result<CaseDraft, ConsentRefusal> {
  if (state.status === 'closed') return refuse('case-closed');
  if (!coordinates(state, by.id)) return refuse('not-coordinator');
  const parties = [...new Set(asked.parties)].filter((party) => kommune.parties.has(party));
  const scopes = [...new Set(asked.scopes)];
  if (parties.length === 0 || scopes.length === 0) return refuse('nothing-shared');
  const { ground } = asked;
  if (ground.kind === 'consent' && !giversFor(state.ageBand).includes(ground.givenBy)) {
    return refuse('consent-giver-wrong');
  }
  if (!(asked.until > now && asked.until <= now + longestMs)) return refuse('dates-wrong');
  const { id, purpose, until } = asked;
  const what = { parties, scopes, ground, until };
  const draft = startCaseDraft(state);
  if (state.consents.some((one) => isLive(one, now) && isSame(one, what))) return ok(draft);
  const over = { withdrawnAt: null, endedAt: null };
  const consent: Consent = { id, ...what, purpose, recordedBy: by.id, from: now, ...over };
  return ok(letIn(emitCase(draft, { type: 'ConsentRecorded', consent, at: now }), by.id, kommune, now));
}

function isSame(one: Consent, other: Pick<Consent, 'parties' | 'scopes' | 'ground' | 'until'>): boolean {
  const fields = ({ parties, scopes, ground, until }: typeof other): string => {
    const ours = ground.kind === 'consent' ? ground.givenBy : ground.basis;
    return JSON.stringify([parties.toSorted(), scopes.toSorted(), ground.kind, ours, until]);
  };
  return fields(one) === fields(other);
}

function letIn(draft: CaseDraft, by: StaffId, kommune: Kommune, now: Instant): CaseDraft {
  const covered = draft.state.invitations.filter(({ staff }) => isCovered(draft.state, staff, kommune, now));
  return covered.reduce(
    (before, { staff, role }) => emitCase(before, { type: 'MemberAdded', staff, role, by, at: now }),
    draft,
  );
}

export type WithdrawRefusal = 'unknown-consent' | 'consent-over';

/** A consent is taken back. Anybody in the team may note it: whoever hears a no must not wait for the coordinator. */
export function withdrawConsent(
  state: CaseFile,
  by: Staff,
  id: ConsentId,
  kommune: Kommune,
  now: Instant,
): Result<CaseDraft, WithdrawRefusal> {
  const consent = state.consents.find((one) => one.id === id);
  if (consent === undefined) return refuse('unknown-consent');
  if (!isLive(consent, now)) return refuse('consent-over');
  const withdrawn = emitCase(startCaseDraft(state), { type: 'ConsentWithdrawn', consent: id, by: by.id, at: now });
  return ok(letGo(withdrawn, { why: 'consent_withdrawn', by: by.id }, kommune, now));
}

/** Ends what has run out, and whoever it alone covered leaves. Null when there is nothing to do. */
export function endConsents(state: CaseFile, kommune: Kommune, now: Instant): CaseDraft | null {
  return endThose(state, ({ until }) => until <= now, kommune, now);
}

/**
 * The age is told, or corrected. What was given by somebody who could not say yes at this age alone no longer stands:
 * from 15 on it is the young person's own, and below 15 it never was theirs alone.
 */
export function tellAge(
  state: CaseFile,
  told: { readonly ageBand: AgeBand; readonly by: StaffId | null },
  kommune: Kommune,
  now: Instant,
): CaseDraft {
  const aged = emitCase(startCaseDraft(state), { type: 'AgeTold', ...told, at: now });
  const alone: ConsentGiver = told.ageBand === 'under_15' ? 'youth' : 'custodian';
  const gone = ({ ground }: Consent): boolean => ground.kind === 'consent' && ground.givenBy === alone;
  const ended = endThose(aged.state, gone, kommune, now);
  return ended === null ? aged : { state: ended.state, events: [...aged.events, ...ended.events] };
}

function endThose(
  state: CaseFile,
  isOver: (consent: Consent) => boolean,
  kommune: Kommune,
  now: Instant,
): CaseDraft | null {
  const standing = state.consents.filter(({ withdrawnAt, endedAt }) => withdrawnAt === null && endedAt === null);
  const over = standing.filter(isOver);
  if (over.length === 0) return null;
  const events = over.map(({ id }) => ({ type: 'ConsentEnded', consent: id, at: now }) as const);
  return letGo(emitCase(startCaseDraft(state), ...events), { why: 'consent_ended', by: null }, kommune, now);
}

interface Cause {
  readonly why: LeaveReason;
  readonly by: StaffId | null;
}

/** Everybody whom nothing covers any longer leaves, in the same decision. */
function letGo(draft: CaseDraft, cause: Cause, kommune: Kommune, now: Instant): CaseDraft {
  const uncovered = draft.state.team.filter(({ staff }) => !isCovered(draft.state, staff, kommune, now));
  const leaving = uncovered.map(({ staff }) => ({ type: 'MemberLeft', staff, ...cause, at: now }) as const);
  return emitCase(draft, ...leaving);
}
