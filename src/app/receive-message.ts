/**
 * A citizen writes. Danger is screened first, on the raw text; what is stored has its CPR numbers masked;
 * the sender is answered only after the commit.
 */
import type { Enquiry } from '../domain/enquiry.ts';
import type { Result } from '../domain/result.ts';
import { ok, refuse } from '../domain/result.ts';
import type { Message } from '../domain/saying.ts';
import { hear } from '../domain/triage.ts';
import type { Understanding } from '../domain/understanding.ts';
import { wellFormed } from '../domain/well-formed.ts';
import type { ForeignLanguage, Instant, TextLanguage } from '../domain/words.ts';
import { foreignLanguages } from '../domain/words.ts';
import type { InboxKey, IncomingMessage, Receipt, ReceiveRefusal } from '../ports.ts';
import { commit, momentFor } from './commit.ts';
import type { Needs } from './needs.ts';
import { readChoice } from './read-choice.ts';

/**
 * Stores one message and what follows from it.
 *
 * @returns the message's sequence number; a repeat gives the number of the first time
 * @throws UnavailableError when the database cannot be reached; the sender may try again with the same client id
 */
export async function receiveMessage(
  needs: Needs,
  incoming: IncomingMessage,
): Promise<Result<Receipt, ReceiveRefusal>> {
  const text = wellFormed(incoming.text);
  if (text.trim() === '') return refuse('empty');
  const bodyHash = needs.fingerprint(JSON.stringify([text, incoming.choice]));
  const inbox: InboxKey = { source: incoming.channel, key: `${incoming.enquiry}:${incoming.clientId}` };
  const recent = needs.recent.state(incoming.enquiry);
  if (recent !== null) {
    const seq = await hearAndStore(needs, recent, incoming, text, { ...inbox, bodyHash });
    if (seq !== null) return ok({ seq, repeated: false });
  }
  for (;;) {
    const { enquiry, earlier } = await needs.store.read(incoming.enquiry, inbox);
    if (earlier !== null) {
      return earlier.bodyHash === bodyHash || earlier.bodyHash === ''
        ? ok({ seq: earlier.seq, repeated: true })
        : refuse('other-body');
    }
    if (enquiry === null) return refuse('unknown-enquiry');
    const seq = await hearAndStore(needs, enquiry, incoming, text, { ...inbox, bodyHash });
    if (seq !== null) return ok({ seq, repeated: false });
  }
}

/** @returns the message's sequence number, or null when somebody else was first */
async function hearAndStore(
  needs: Needs,
  enquiry: Enquiry,
  incoming: IncomingMessage,
  text: string,
  inbox: InboxKey & { readonly bodyHash: string },
): Promise<number | null> {
  const understanding = await needs.understander.understand(text, enquiry.speaks ?? enquiry.language, {
    ageBand: enquiry.ageBand,
    party: enquiry.status === 'with_bot' ? null : enquiry.party,
  });
  const now = momentFor(needs, enquiry);
  const chosen = readChoice(needs, enquiry, incoming.choice, text);
  const language = chosen === null ? languageOf(understanding, enquiry.language) : enquiry.language;
  const cprRemoved = understanding.masked !== text;
  const speaks = chosen === null ? foreignOf(understanding) : enquiry.speaks;
  const draft = hear(enquiry, { understanding, chosen, language, speaks, cprRemoved }, needs.rules, now);
  const received = draft.events.find((event) => event.type === 'MessageReceived');
  if (received === undefined) throw new Error(`${enquiry.id}: a heard message left no event`);
  const message = messageOf(incoming, understanding, received.seq, now);
  const outcome = await commit(needs, enquiry, draft, now, {
    messages: [message],
    inbox: { ...inbox, seq: received.seq },
    ...('address' in incoming ? { address: incoming.address } : {}),
  });
  if (outcome !== 'committed') return null;
  const { intent } = received;
  needs.log.info({ enquiry: enquiry.id, seq: received.seq, intent, risk: understanding.risk }, 'message received');
  return received.seq;
}

function messageOf(incoming: IncomingMessage, understanding: Understanding, seq: number, at: Instant): Message {
  return {
    enquiry: incoming.enquiry,
    seq,
    from: { kind: 'visitor' },
    text: understanding.masked,
    language: understanding.language,
    at,
    quickReplies: [],
    says: null,
    replyTo: null,
    clientId: incoming.clientId,
    channelData: incoming.channelData,
  };
}

/** The language we have only fixed texts in, or null for one that is answered. */
function foreignOf({ language }: Understanding): ForeignLanguage | null {
  return foreignLanguages.find((code) => code === language) ?? null;
}

/** English is answered in English; every other language keeps what the conversation has. */
function languageOf({ language }: Understanding, before: TextLanguage): TextLanguage {
  if (language === 'en') return 'en';
  return language === 'da' && before === 'en' ? 'da' : before;
}
