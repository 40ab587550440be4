/** The buttons of a card that open no window. Who may press them with effect is decided by the use case, every time. */
import type { Enquiry } from '../../src/domain/enquiry.ts';
import type { Staff } from '../../src/domain/kommune.ts';
import type { EnquiryId } from '../../src/domain/words.ts';
import type { StaffRefusal } from '../../src/ports.ts';
import { refusalWords, staffName } from '../staff-words.ts';
import { actions, button, markdown, message, plain, section } from './block-kit.ts';
import { detailsOf } from './card-details.ts';
import { buttonWords, hasItAlready, helpWords, laneWords, strangerWords } from './card-words.ts';
import type { Acting, HappeningOf, SlackParts } from './parts.ts';
import { type CardPlace, openBook, partyCard } from './thread-memory.ts';
import { type Ear, tellAlone, whisperTo } from './whispers.ts';

type Press = HappeningOf<'pressed'>;

/** Null on a view, where nobody can be told beside it. */
function earOf({ place, threadTs, user }: Press): Ear | null {
  if (place === null) return null;
  return { channel: place.channel, user, ...(threadTs !== null && { threadTs }) };
}

async function answer(parts: SlackParts, press: Press, words: string): Promise<void> {
  const to = earOf(press);
  await (to === null ? tellAlone(parts, press.user, words) : whisperTo(parts, to, words));
}

/** @returns who pressed, or null when it is nobody we know, who is told */
async function known(parts: SlackParts, press: Press, { staff }: Acting): Promise<Staff | null> {
  if (staff === null) await answer(parts, press, strangerWords);
  return staff;
}

/** The first wins, in the database; the others are told who. The card changes by itself. */
export async function claim(parts: SlackParts, press: Press, acting: Acting): Promise<void> {
  const staff = await known(parts, press, acting);
  if (staff === null) return;
  const id = press.value as EnquiryId;
  const result = await parts.staffSide.act(staff.id, id, { do: 'claim' });
  if (!result.ok) await answer(parts, press, await whyNotClaimed(parts, id, staff, result.reason));
}

async function whyNotClaimed(parts: SlackParts, id: EnquiryId, staff: Staff, reason: StaffRefusal): Promise<string> {
  const enquiry = reason === 'already-claimed' ? await parts.reader.enquiry(id) : null;
  const by = enquiry === null ? null : holderOf(enquiry);
  if (by === null) return refusalWords[reason];
  return by === staff.id ? 'Du har den allerede.' : hasItAlready(staffName(parts.kommune, by));
}

function holderOf(enquiry: Enquiry): Staff['id'] | null {
  return enquiry.status === 'claimed' || enquiry.status === 'offered' ? enquiry.claimedBy : null;
}

/** The receiving party takes what it is offered. */
export async function accept(parts: SlackParts, press: Press, acting: Acting): Promise<void> {
  const staff = await known(parts, press, acting);
  if (staff === null) return;
  const result = await parts.staffSide.act(staff.id, press.value as EnquiryId, { do: 'accept' });
  if (!result.ok) await answer(parts, press, refusalWords[result.reason]);
}

/** They have spoken with somebody who called or came in: nobody waits any longer. */
export async function spoke(parts: SlackParts, press: Press, acting: Acting): Promise<void> {
  const staff = await known(parts, press, acting);
  if (staff === null) return;
  const result = await parts.staffSide.act(staff.id, press.value as EnquiryId, { do: 'spoke' });
  if (!result.ok) await answer(parts, press, refusalWords[result.reason]);
}

/** "Se mere": recorded as a reading before it is shown. */
export async function details(parts: SlackParts, press: Press, acting: Acting): Promise<void> {
  const staff = await known(parts, press, acting);
  const to = earOf(press);
  if (staff === null || to === null) return;
  const result = await parts.staffSide.read(staff.id, press.value as EnquiryId);
  if (!result.ok) return answer(parts, press, refusalWords[result.reason]);
  const { kommune, calendar, clock, publicUrl, redact } = parts;
  await parts.web.whisper(to, detailsOf(result.value, { kommune, calendar, now: clock.now(), publicUrl, redact }));
}

/** `<enquiry>` asks to help; `<enquiry>|<Slack's id>` is the yes of the one who has it. */
export async function inviteHelper(parts: SlackParts, press: Press, acting: Acting): Promise<void> {
  const staff = await known(parts, press, acting);
  if (staff === null) return;
  const [id = '', user] = press.value.split('|');
  if (user === undefined) return askToHelp(parts, press, staff, id as EnquiryId);
  const helper = await parts.people.bySlack(user);
  if (helper === null) return answer(parts, press, refusalWords['unknown-staff']);
  const command = { do: 'invite_helper', staff: helper.id } as const;
  const result = await parts.staffSide.act(staff.id, id as EnquiryId, command);
  if (!result.ok) return answer(parts, press, refusalWords[result.reason]);
  const words = helpWords.joined(helper.name);
  if (press.place !== null) await parts.web.edit(press.place, message(words, [section(plain(words))]));
}

/** Asks the one who has it, by name, in the internal thread. */
async function askToHelp(parts: SlackParts, press: Press, staff: Staff, id: EnquiryId): Promise<void> {
  const enquiry = await parts.reader.enquiry(id);
  const holder = enquiry === null ? null : holderOf(enquiry);
  if (enquiry === null || holder === null) return answer(parts, press, laneWords.nobodyHas);
  const isAlready = holder === staff.id || enquiry.helpers.includes(staff.id);
  if (isAlready) return answer(parts, press, refusalWords['already-helper']);
  const card = await workingCard(parts, enquiry);
  if (card === null || card.ts === null) return;
  const user = await parts.people.slackOf(holder);
  const words = helpWords.asks(staff.name);
  const yes = button('invite_helper', buttonWords.inviteHelper, { value: `${id}|${press.user}` });
  const line = markdown(user === null ? words : `<@${user}> ${words}`);
  await parts.web.post({
    ...message(words, [section(line), actions([yes])]),
    channel: card.channel,
    threadTs: card.ts,
    id: `help.${id}.${holder}.${staff.id}`,
  });
  await answer(parts, press, helpWords.asked(staffName(parts.kommune, holder)));
}

/** The card under which the conversation runs. */
async function workingCard({ memory }: SlackParts, enquiry: Enquiry): Promise<CardPlace | null> {
  const thread = (await openBook(memory, enquiry.id, enquiry.version)).thread();
  const talking = thread.cards.find(({ lane }) => lane !== null && !lane.over);
  return talking ?? partyCard(thread, enquiry.party);
}
