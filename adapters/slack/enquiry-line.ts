/** One enquiry in a line, for windows, the Home tab and answers to `/indgang`: what it is about, never what was said. */
import type { CaseFile } from '../../src/domain/case-file.ts';
import type { Enquiry } from '../../src/domain/enquiry.ts';
import type { IntentBook } from '../../src/domain/intent.ts';
import type { Kommune, Staff } from '../../src/domain/kommune.ts';
import type { Instant } from '../../src/domain/words.ts';
import type { Calendar } from '../../src/ports.ts';
import { ageWords, askerWords } from '../staff-words.ts';
import { homeWords, unknownAge, unknownTopic, urgencyWords } from './form-words.ts';

export interface LineNeeds {
  readonly intents: IntentBook;
  readonly kommune: Kommune;
  readonly calendar: Calendar;
}

function topicOf({ intents }: Pick<LineNeeds, 'intents'>, { intent }: Enquiry): string {
  return (intent && intents.get(intent)?.title) ?? unknownTopic;
}

/** "🟡 3 dage · Droppet ud af skole". */
export function titleOf(needs: LineNeeds, enquiry: Enquiry): string {
  return `${urgencyWords[enquiry.urgency]} · ${topicOf(needs, enquiry)}`;
}

/** "Ung · 15–17 år · siden i dag kl. 10.42". */
export function factsOf({ calendar }: LineNeeds, enquiry: Enquiry, now: Instant): readonly string[] {
  const { asker, ageBand, waitsSince } = enquiry;
  const since = waitsSince === null ? [] : [homeWords.since(calendar.inWords(waitsSince, now, 'da'))];
  return [askerWords[asker], ageBand === null ? unknownAge : ageWords[ageBand], ...since];
}

/** "frist i dag kl. 14", in other words when it has passed; empty without a deadline. */
export function dueOf({ calendar }: LineNeeds, { due }: Enquiry, now: Instant): readonly string[] {
  if (due === null) return [];
  return [due < now ? homeWords.late : homeWords.due(calendar.inWords(due, now, 'da'))];
}

/** A name from the municipality's file, or null for somebody who has left. */
export function knownName({ staff }: Kommune, id: string): string | null {
  return [...staff.values()].find((person) => person.id === id)?.name ?? null;
}

/** Where the desk shows it; null when nobody knows the desk's address. */
export function deskLink(publicUrl: string | null, { id }: Pick<Enquiry, 'id'>): string | null {
  return publicUrl === null ? null : `${publicUrl}/desk?enquiry=${encodeURIComponent(id)}`;
}

export function caseLink(publicUrl: string | null, { id }: Pick<CaseFile, 'id'>): string | null {
  return publicUrl === null ? null : `${publicUrl}/desk/cases/${encodeURIComponent(id)}`;
}

export function hasIt(enquiry: Enquiry, { id }: Pick<Staff, 'id'>): boolean {
  return (enquiry.status === 'claimed' || enquiry.status === 'offered') && enquiry.claimedBy === id;
}

/** Of those a person may see: nobody has it yet, or it is offered to their party. */
export function awaits(enquiry: Enquiry, staff: Staff): boolean {
  if (enquiry.status === 'waiting') return true;
  return enquiry.status === 'offered' && enquiry.offer.to === staff.party && !hasIt(enquiry, staff);
}
