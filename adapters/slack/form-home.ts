/**
 * Keeps Home tabs true: at once for whoever opens theirs or does something, and at most every 15 seconds when the queue
 * changes, for those who have opened theirs in the last day. What would look the same is not sent again.
 */
import { createHash } from 'node:crypto';
import type { CaseFile } from '../../src/domain/case-file.ts';
import type { Enquiry } from '../../src/domain/enquiry.ts';
import type { Staff } from '../../src/domain/kommune.ts';
import type { Instant, StaffId } from '../../src/domain/words.ts';
import { type Kept, UnavailableError } from '../../src/ports.ts';
import { partyName } from '../staff-words.ts';
import { availabilityNow } from './availability.ts';
import { awaits, caseLink, deskLink, dueOf, factsOf, hasIt, knownName, titleOf } from './enquiry-line.ts';
import { isRefused } from './errors.ts';
import { homeWords } from './form-words.ts';
import { type HomeRow, type HomeState, homeView, strangerView } from './home.ts';
import { changeHome, homePrefix, parseHome, type RememberedHome, readHome, staffOfHome } from './home-memory.ts';
import { dayOf } from './local-day.ts';
import type { SlackParts } from './parts.ts';
import { type Reminder, remindersOf } from './reminder-memory.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const everyMs = 15_000;
const atOnce = 10;
const mostHomes = 5_000;
/** Says that the queue has changed; one entry for all. */
const changedKey = 'slack.home-changed';
const bothPrefix = 'slack.home';

/** Somebody opened their Home tab, or pressed something on it. */
export async function showHome(parts: SlackParts, staff: Staff | null, user: string): Promise<void> {
  if (staff === null) {
    await parts.web.call('views.publish', { user_id: user, view: strangerView() });
    return;
  }
  const openedAt = parts.clock.now();
  const home = await changeHome(parts.memory, staff.id, (before, dueAt) => ({
    home: { ...before, user, openedAt },
    dueAt,
  }));
  await publish(parts, staff, user, { home: { ...home, shown: '' }, leasedUntil: null });
}

/** The queue, a case or a call has changed: Home tabs are looked at again soon. */
export async function queueChanged({ memory, clock }: SlackParts): Promise<void> {
  for (;;) {
    const kept = await memory.read(changedKey);
    if (await memory.keep(changedKey, {}, kept?.version ?? 0, clock.now())) return;
  }
}

/** Somebody has done something: theirs is looked at at the next tick. Nothing for who has not opened one today. */
export async function touchHome({ memory, clock }: SlackParts, staff: StaffId): Promise<void> {
  const now = clock.now();
  if (!isOpen(await readHome(memory, staff), now)) return;
  await changeHome(memory, staff, (home) => ({ home, dueAt: now }));
}

function isOpen({ user, openedAt }: RememberedHome, now: Instant): boolean {
  return user !== null && openedAt > now - dayMs;
}

/** Publishes what is due. */
export async function publishDue(parts: SlackParts, now: Instant): Promise<void> {
  for (const kept of await parts.memory.takeDue(bothPrefix, now, now + minuteMs, atOnce)) {
    if (kept.key === changedKey) await spread(parts, kept, now);
    else await publishOrLeave(parts, kept, now);
  }
}

/** A change of the queue reaches every Home tab that is in use, each in its own time. */
async function spread({ memory }: SlackParts, change: Kept, now: Instant): Promise<void> {
  for (const { value, key, dueAt } of await memory.list(homePrefix, mostHomes)) {
    const home = parseHome(value);
    if (home === null || !isOpen(home, now)) continue;
    if (dueAt !== null && dueAt <= now) continue;
    const soon = Math.max(now, home.shownAt + everyMs);
    await changeHome(memory, staffOfHome(key), (again) => ({ home: again, dueAt: soon }));
  }
  await memory.keep(change.key, {}, change.version, null);
}

/** What cannot be shown now comes back by itself, and holds up nobody else. */
async function publishOrLeave(parts: SlackParts, kept: Kept, now: Instant): Promise<void> {
  try {
    await publishKept(parts, kept, now);
  } catch (error) {
    if (!(error instanceof UnavailableError)) throw error;
    parts.log.warn({ code: error.code }, 'a home tab waits until slack answers');
  }
}

async function publishKept(parts: SlackParts, { key, value, dueAt }: Kept, now: Instant): Promise<void> {
  const home = parseHome(value);
  const staff = parts.kommune.staff.get(staffOfHome(key));
  if (home === null || staff === undefined) return parts.memory.forget(key);
  if (home.user !== null && isOpen(home, now) && (await isTheirs(parts, staff, home.user))) {
    return publish(parts, staff, home.user, { home, leasedUntil: dueAt });
  }
  await changeHome(parts.memory, staff.id, (before) => ({ home: { ...before, user: null }, dueAt: null }));
}

/** A person's address in Slack may have become somebody else's. */
async function isTheirs({ people }: SlackParts, { id }: Staff, user: string): Promise<boolean> {
  return (await people.bySlack(user))?.id === id;
}

interface Publishing {
  readonly home: RememberedHome;
  /** When it would come back if this process died; null when nobody took it. */
  readonly leasedUntil: Instant | null;
}

/** A change that came meanwhile keeps its time. */
async function publish(
  parts: SlackParts,
  staff: Staff,
  user: string,
  { home, leasedUntil }: Publishing,
): Promise<void> {
  const { memory, web, clock, log } = parts;
  const now = clock.now();
  const { state, changesAt } = await drawHome(parts, staff, home, now);
  const view = homeView(state);
  const shown = createHash('sha256').update(JSON.stringify(view)).digest('base64url');
  try {
    if (shown !== home.shown) await web.call('views.publish', { user_id: user, view });
  } catch (error) {
    if (!isRefused(error)) throw error;
    log.warn({ staff: staff.id, code: error.code }, 'slack takes no home tab for this person');
  }
  await changeHome(memory, staff.id, (before, dueAt) => ({
    home: { ...before, shown, shownAt: now },
    dueAt: dueAt === null || dueAt === leasedUntil ? changesAt : Math.min(dueAt, changesAt),
  }));
}

interface Drawn {
  readonly state: HomeState;
  /** When it would look different by itself: a deadline passes, a day ends. */
  readonly changesAt: Instant;
}

async function drawHome(parts: SlackParts, staff: Staff, home: RememberedHome, now: Instant): Promise<Drawn> {
  const { staffSide, cases, memory, calendar, kommune } = parts;
  const [queue, caseFiles, allReminders] = await Promise.all([
    staffSide.queue(staff.id),
    cases.mine(staff.id),
    remindersOf(memory, staff.id),
  ]);
  const today = dayOf(now, kommune);
  const mine = queue.filter((enquiry) => hasIt(enquiry, staff)).sort((a, b) => begunAt(a) - begunAt(b));
  const waiting = queue.filter((enquiry) => awaits(enquiry, staff));
  const due = [...mine, ...waiting]
    .filter(({ due: at }) => at !== null && dayOf(at, kommune) <= today)
    .sort((a, b) => (a.due ?? 0) - (b.due ?? 0));
  const reminders = allReminders.filter(({ at }) => dayOf(at, kommune) <= today);
  const row = (enquiry: Enquiry) => enquiryRow(parts, staff, enquiry, now);
  const state: HomeState = {
    availability: availabilityNow(home, now, kommune),
    expanded: home.expanded,
    lists: {
      mine: mine.map(row),
      waiting: waiting.map(row),
      today: due.map(row),
      cases: caseFiles.map((caseFile) => caseRow(parts, staff, caseFile, now)),
      reminders: reminders.map((reminder) => reminderRow(parts, reminder, now)),
    },
  };
  const deadlines = [...mine, ...waiting].flatMap(({ due: at }) => (at === null ? [] : [at]));
  const steps = caseFiles.flatMap(({ nextStep }) => (nextStep === null ? [] : [nextStep.by]));
  const tomorrow = now + dayMs - calendar.localTime(now).minutes * minuteMs;
  return {
    state,
    changesAt: Math.min(tomorrow, ...[...deadlines, ...steps].filter((at) => at > now).map((at) => at + 1)),
  };
}

const begunAt = ({ queuedAt, openedAt }: Enquiry): Instant => queuedAt ?? openedAt;

function enquiryRow(parts: SlackParts, staff: Staff, enquiry: Enquiry, now: Instant): HomeRow {
  return {
    title: titleOf(parts, enquiry),
    facts: [...dueOf(parts, enquiry, now), ...factsOf(parts, enquiry, now), ...offerOf(parts, staff, enquiry)],
    offers: offersOf(parts, staff, enquiry),
  };
}

function offersOf({ publicUrl }: SlackParts, staff: Staff, enquiry: Enquiry): HomeRow['offers'] {
  if (enquiry.status === 'waiting') return { do: 'claim', id: enquiry.id };
  if (enquiry.status === 'offered' && !hasIt(enquiry, staff)) return { do: 'accept', id: enquiry.id };
  return openIn(deskLink(publicUrl, enquiry));
}

const openIn = (url: string | null): HomeRow['offers'] => (url === null ? null : { do: 'open', url });

function offerOf({ kommune }: SlackParts, staff: Staff, enquiry: Enquiry): readonly string[] {
  if (enquiry.status !== 'offered') return [];
  if (hasIt(enquiry, staff)) return [homeWords.offeredAway(partyName(kommune, enquiry.offer.to))];
  return [homeWords.offeredToUs(knownName(kommune, enquiry.offer.by) ?? partyName(kommune, enquiry.party))];
}

function caseRow({ calendar, publicUrl }: SlackParts, { id }: Staff, caseFile: CaseFile, now: Instant): HomeRow {
  const { code, coordinator, standIn, nextStep } = caseFile;
  const role = standIn === id ? homeWords.standIn : homeWords.member;
  const step =
    nextStep && (nextStep.by < now ? homeWords.caseLate : homeWords.nextStep(calendar.inWords(nextStep.by, now, 'da')));
  return {
    title: homeWords.caseFile(code),
    facts: [coordinator === id ? homeWords.coordinator : role, step ?? homeWords.noNextStep],
    offers: openIn(caseLink(publicUrl, caseFile)),
  };
}

function reminderRow({ calendar }: SlackParts, { id, note, at }: Reminder, now: Instant): HomeRow {
  return { title: note, facts: [calendar.inWords(at, now, 'da')], offers: { do: 'reminder_done', id } };
}
