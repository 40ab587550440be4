/**
 * Calling those who must act now: by name in the thread under the card, and by direct message. Acute calls everybody in
 * the channel once, and no other. Nothing here tells what the citizen wrote.
 */
import { mayRelieve, mayTake } from '../../src/domain/access.ts';
import type { Called, Enquiry } from '../../src/domain/enquiry.ts';
import { isWithPeople } from '../../src/domain/enquiry.ts';
import type { Staff } from '../../src/domain/kommune.ts';
import type { EffectId, StaffId } from '../../src/domain/words.ts';
import { partyName } from '../staff-words.ts';
import { reachable } from './availability.ts';
import { actions, button, markdown, message, plain, section } from './block-kit.ts';
import { deskLink, hereLine, type Shown } from './card.ts';
import { buttonWords, pageWords, unknownTopic, urgencyMarks } from './card-words.ts';
import { isRefused } from './errors.ts';
import type { Block, SlackParts } from './parts.ts';
import { type Book, type CardPlace, partyCard } from './thread-memory.ts';

/** More are not called by name in one message. */
const mostNamed = 10;

/** Whether there is still something to call for: a late call must not wake anybody for nothing. */
function isStale(enquiry: Enquiry, calls: Called): boolean {
  if (!isWithPeople(enquiry) || enquiry.waitsSince === null) return true;
  return enquiry.called === null && calls !== 'party';
}

/** Whom a call is for. Danger calls the duty rota from the start: first the party's own, else everybody's. */
function calledStaff(enquiry: Enquiry, calls: Called, staff: Iterable<Staff>): readonly Staff[] {
  const all = [...staff];
  const ours = all.filter(({ party }) => party === enquiry.party);
  const duty = all.filter((one) => one.duty);
  const leads = ours.filter((one) => one.leads);
  const claimer = enquiry.status === 'claimed' || enquiry.status === 'offered' ? enquiry.claimedBy : null;
  const holder = all.filter(({ id }) => id === claimer);
  switch (calls) {
    case 'party': {
      if (holder.length > 0) return holder;
      if (enquiry.urgency !== 'acute') return ours;
      const oursOnDuty = ours.filter((one) => one.duty);
      return oursOnDuty.length > 0 ? oursOnDuty : once([...leads, ...duty]);
    }
    case 'leader':
      return once([...(leads.length > 0 ? leads : duty), ...holder]);
    case 'duty':
      return once(duty.length > 0 ? duty : leads);
  }
}

function once(staff: readonly Staff[]): readonly Staff[] {
  return [...new Set(staff)];
}

/** The same without those who are on a pause, as long as somebody is left. */
function toCall(parts: SlackParts, enquiry: Enquiry, calls: Called): Promise<readonly Staff[]> {
  return reachable(parts, calledStaff(enquiry, calls, parts.kommune.staff.values()));
}

/** Slack's ids of those whom danger calls first. */
export async function dutyUsers(parts: SlackParts, enquiry: Enquiry): Promise<readonly string[]> {
  const known = await inSlack(parts, await toCall(parts, enquiry, 'party'));
  return known.slice(0, mostNamed).map(({ user }) => user);
}

interface Reached {
  readonly staff: Staff;
  readonly user: string;
}

async function inSlack({ people, log }: SlackParts, staff: readonly Staff[]): Promise<readonly Reached[]> {
  const found: Reached[] = [];
  for (const one of staff) {
    const user = await people.slackOf(one.id);
    if (user === null) log.warn({ staff: one.id }, 'somebody to call is not in Slack');
    else found.push({ staff: one, user });
  }
  return found;
}

/** One call of the ladder; the same effect again calls nobody again. */
export async function page(
  parts: SlackParts,
  book: Book,
  enquiry: Enquiry,
  calls: Called,
  effect: EffectId,
): Promise<void> {
  if (isStale(enquiry, calls)) return;
  const reached = await inSlack(parts, await toCall(parts, enquiry, calls));
  const card = partyCard(book.thread(), enquiry.party);
  if (card !== null && card.ts !== null) {
    await unlessRefused(parts, enquiry, () => pageInChannel(parts, book, enquiry, { card, calls, effect, reached }));
  }
  const isPersonal = calls !== 'party' || enquiry.urgency === 'acute' || enquiry.status !== 'waiting';
  if (isPersonal) await tellEach(parts, enquiry, card, effect, reached);
}

/** A channel that cannot be used keeps nobody from being told directly. */
async function unlessRefused({ log }: SlackParts, { id }: Enquiry, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (failure) {
    if (!isRefused(failure)) throw failure;
    log.error({ enquiry: id, code: failure.code }, 'a channel could not be called in Slack');
  }
}

interface Paging {
  readonly card: CardPlace;
  readonly calls: Called;
  readonly effect: EffectId;
  readonly reached: readonly Reached[];
}

/** Danger that came after the card calls everybody once more visibly; all else stands in the thread under it. */
async function pageInChannel(
  { web, intents }: SlackParts,
  book: Book,
  enquiry: Enquiry,
  { card, calls, effect, reached }: Paging,
): Promise<void> {
  const named = reached.slice(0, mostNamed).map(({ user }) => user);
  const topic = (enquiry.intent && intents.get(enquiry.intent)?.title) ?? unknownTopic;
  const id = `page.${effect}`;
  const { channel } = card;
  const saidByCard = card.here !== null && calls === 'party' && enquiry.called === null;
  if (enquiry.urgency === 'acute' && !saidByCard && !book.thread().hereIn.includes(channel)) {
    const text = `${urgencyMarks.acute} · ${topic}`;
    await web.post({ ...called(`${hereLine(named)}`, `${text}\n${pageWords.acute}`), channel, id });
    await book.write((thread) => ({ ...thread, hereIn: [...thread.hereIn, channel] }));
    return;
  }
  if (saidByCard || card.ts === null) return;
  const words = pageLine(enquiry, calls);
  const mentions = named.map((user) => `<@${user}>`).join(' ');
  await web.post({ ...called(`${mentions} ${words}`.trim(), words), channel, threadTs: card.ts, id });
}

function called(line: string, text: string): Shown {
  return message(text, [section(markdown(line))]);
}

function pageLine({ urgency, status }: Enquiry, calls: Called): string {
  if (status !== 'waiting' && calls === 'party') return urgency === 'acute' ? pageWords.acuteYours : pageWords.yours;
  return urgency === 'acute' ? pageWords.acuteLate[calls] : pageWords.late[calls];
}

async function tellEach(
  parts: SlackParts,
  enquiry: Enquiry,
  card: CardPlace | null,
  effect: EffectId,
  reached: readonly Reached[],
): Promise<void> {
  for (const { staff, user } of reached) {
    const said = directCall(parts, enquiry, card, staff);
    try {
      await parts.web.tell(user, { ...said, id: `page.${effect}.${staff.id}` });
    } catch (failure) {
      if (!isRefused(failure)) throw failure;
      parts.log.warn({ staff: staff.id, code: failure.code }, 'somebody could not be called in Slack');
    }
  }
}

/** What one person is told; whoever may take it can do so from here. */
function directCall(
  { kommune, intents, publicUrl }: SlackParts,
  enquiry: Enquiry,
  card: CardPlace | null,
  staff: Staff,
): Shown {
  const topic = (enquiry.intent && intents.get(enquiry.intent)?.title) ?? unknownTopic;
  const where = partyName(kommune, enquiry.party);
  const isTheirs = holds(enquiry, staff.id);
  const mine = isTheirs ? pageWords.waitsForYou : pageWords.waitsAt(where);
  const lines = [`${urgencyMarks[enquiry.urgency]} · ${topic}`, mine];
  const may = !isTheirs && (enquiry.status === 'waiting' ? mayTake(enquiry, staff) : mayRelieve(enquiry, staff));
  const claim = may ? [button('claim', buttonWords.claim, { value: enquiry.id, style: 'primary' })] : [];
  const buttons = [...claim, ...(may || isTheirs ? deskLink(publicUrl, enquiry) : [])];
  const blocks: Block[] = [
    section(plain(lines.join('\n'), true)),
    ...(card === null || !may ? [] : [section(markdown(`${pageWords.cardIn} <#${card.channel}>`))]),
    ...(may || isTheirs ? [] : [section(plain(pageWords.beReady))]),
    ...(buttons.length > 0 ? [actions(buttons)] : []),
  ];
  return message([...lines, ...(may || isTheirs ? [] : [pageWords.beReady])].join('\n'), blocks);
}

function holds(enquiry: Enquiry, staff: StaffId): boolean {
  return (enquiry.status === 'claimed' || enquiry.status === 'offered') && enquiry.claimedBy === staff;
}
