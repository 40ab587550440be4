/**
 * A member of staff acts on an enquiry: claim, answer, hand on, give back, close.
 */
import { maySee } from '../domain/access.ts';
import { correct, correctionMark, remove, reply, speakTo } from '../domain/answering.ts';
import type { Draft } from '../domain/draft.ts';
import type { Enquiry } from '../domain/enquiry.ts';
import { claim, close, giveBack } from '../domain/handoff.ts';
import { inviteHelper, removeHelper } from '../domain/helping.ts';
import type { Staff } from '../domain/kommune.ts';
import type { Result } from '../domain/result.ts';
import { ok, refuse } from '../domain/result.ts';
import type { Message } from '../domain/saying.ts';
import { accept, decline, offerTransfer } from '../domain/transfer.ts';
import { wellFormed } from '../domain/well-formed.ts';
import type { EnquiryId, Instant } from '../domain/words.ts';
import type { InboxKey, StaffCommand, StaffRefusal } from '../ports.ts';
import type { Beside } from './commit.ts';
import { commit, momentFor } from './commit.ts';
import type { Needs } from './needs.ts';
import { whyUnseen } from './read-enquiry.ts';

/** A command with its words made ready to store. */
interface Prepared {
  readonly command: StaffCommand;
  /** The earlier answer that it is about, when there is one. */
  readonly answer?: Message | undefined;
  /** The staff member's own words: the answer to the citizen, or the reason. Empty when the command has none. */
  readonly words: string;
  readonly noteId: string;
  readonly inbox: InboxKey | null;
}

/**
 * Carries out one command.
 *
 * @returns the enquiry after it, or why it is refused
 * @throws UnavailableError when the database cannot be reached; nothing is changed then
 */
export async function actForStaff(
  needs: Needs,
  staff: Staff,
  id: EnquiryId,
  command: StaffCommand,
): Promise<Result<Enquiry, StaffRefusal>> {
  const prepared = prepare(needs, id, command);
  if (needsWords(command) && prepared.words.trim() === '') return refuse('text-missing');
  for (;;) {
    const { enquiry, earlier } = await needs.store.read(id, prepared.inbox ?? undefined);
    if (enquiry === null || !maySee(enquiry, staff)) return refuse(await whyUnseen(needs, staff, enquiry));
    if (earlier !== null) return ok(enquiry);
    const aimed = { ...prepared, answer: await answerMeant(needs, id, command) };
    const done = await decideAndStore(needs, staff, enquiry, aimed);
    if (done !== null) return done;
  }
}

/** @returns null when somebody else was first */
async function decideAndStore(
  needs: Needs,
  staff: Staff,
  enquiry: Enquiry,
  prepared: Prepared,
): Promise<Result<Enquiry, StaffRefusal> | null> {
  const { command } = prepared;
  const now = momentFor(needs, enquiry);
  const decision = decide(enquiry, staff, prepared, needs, now);
  if (!decision.ok) return isDoneAlready(command, decision.reason) ? ok(enquiry) : decision;
  const beside = besideOf(prepared, decision.value, staff, now);
  if ((await commit(needs, enquiry, decision.value, now, beside)) !== 'committed') return null;
  needs.log.info({ enquiry: enquiry.id, staff: staff.id, did: command.do }, 'staff acted');
  return ok(decision.value.state);
}

async function answerMeant({ store }: Needs, id: EnquiryId, command: StaffCommand): Promise<Message | undefined> {
  if (command.do !== 'correct' && command.do !== 'remove') return undefined;
  const [message] = await store.messages(id, command.seq - 1, 1);
  return message?.seq === command.seq ? message : undefined;
}

function isDoneAlready(command: StaffCommand, reason: StaffRefusal): boolean {
  return command.do === 'remove' && reason === 'answer-removed';
}

function besideOf(prepared: Prepared, draft: Draft, staff: Staff, now: Instant): Beside {
  const { command, words, noteId, inbox, answer } = prepared;
  const { id, lastSeq } = draft.state;
  const kept = command.do === 'remove' ? answer?.text : 'reason' in command ? words : undefined;
  return {
    messages: 'clientId' in command ? [replyMessage(draft, staff, prepared, now)] : [],
    notes: kept === undefined ? [] : [{ id: noteId, enquiry: id, by: staff.id, text: kept, at: now }],
    inbox: inbox && { ...inbox, bodyHash: '', seq: lastSeq },
  };
}

function prepare(needs: Needs, id: EnquiryId, command: StaffCommand): Prepared {
  const said = 'text' in command ? command.text : 'reason' in command ? command.reason : '';
  const inbox = 'clientId' in command ? { source: 'staff', key: `${id}:${command.clientId}` } : null;
  return { command, words: needs.maskCpr(wellFormed(said)), noteId: needs.newId(), inbox };
}

function needsWords(command: StaffCommand): boolean {
  return 'text' in command || 'reason' in command;
}

function decide(
  state: Enquiry,
  staff: Staff,
  { command, noteId: note, answer }: Prepared,
  { rules }: Needs,
  now: Instant,
): Result<Draft, StaffRefusal> {
  switch (command.do) {
    case 'claim':
      return claim(state, staff, rules, now);
    case 'reply':
      return reply(state, staff, now);
    case 'correct':
      return correct(state, staff, answer, now);
    case 'remove':
      return remove(state, staff, answer, note, now);
    case 'spoke':
      return speakTo(state, staff, now);
    case 'invite_helper':
      return inviteHelper(state, staff, command.staff, rules, now);
    case 'remove_helper':
      return removeHelper(state, staff, command.staff, now);
    case 'transfer':
      return offerTransfer(state, staff, { to: command.party, note }, rules, now);
    case 'accept':
      return accept(state, staff, rules, now);
    case 'decline':
      return decline(state, staff, note, now);
    case 'return':
      return giveBack(state, staff, note, rules, now);
    case 'close':
      return close(state, staff, { outcome: command.outcome, note }, now);
  }
}

function replyMessage(
  { state }: Draft,
  { id, name, role }: Staff,
  { command, words, answer }: Prepared,
  at: Instant,
): Message {
  const text = answer === undefined ? words : `${correctionMark(state.language)}${words}`;
  return {
    enquiry: state.id,
    seq: state.lastSeq,
    from: { kind: 'staff', staff: id, name, role },
    text,
    language: state.language === 'en' ? 'en' : 'da',
    at,
    quickReplies: [],
    says: null,
    replyTo: answer?.seq ?? null,
    clientId: 'clientId' in command ? command.clientId : null,
    channelData: null,
  };
}
