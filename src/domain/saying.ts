/**
 * What the bot says, as data. `app/bot-texts.ts` turns a saying into words in the citizen's language.
 */
import type { Text } from './intent.ts';
import type { Staff } from './kommune.ts';
import type { AgeBand, EnquiryId, Instant, IntentId, PartyCode, StaffId } from './words.ts';

/** What is answered by yes or no: a person wanted, in a safe place, take back what was handed over, delete the texts. */
export const yesNoKinds = ['human', 'safe', 'withdraw', 'erase'] as const;
type YesNo = (typeof yesNoKinds)[number];

/** What a citizen can tap instead of writing, or say in a word or two. */
export type Choice =
  | { readonly kind: 'age'; readonly ageBand: AgeBand }
  | { readonly kind: 'intent'; readonly intent: IntentId }
  | { readonly kind: YesNo; readonly yes: boolean }
  | { readonly kind: 'topic'; readonly topic: string }
  /** Does not know or does not want to say. */
  | { readonly kind: 'skip' }
  /** "Glem det". */
  | { readonly kind: 'never_mind' };

export type Saying =
  | { readonly kind: 'greeting'; readonly topics: readonly string[] }
  | { readonly kind: 'answer'; readonly intent: IntentId; readonly offersHuman: boolean }
  | { readonly kind: 'crisis'; readonly intent: IntentId | null }
  | { readonly kind: 'care'; readonly intent: IntentId | null }
  | { readonly kind: 'ask_safe' }
  | { readonly kind: 'safe_noted' }
  | { readonly kind: 'unsafe' }
  | { readonly kind: 'ask_age' }
  | { readonly kind: 'ask_contact' }
  | { readonly kind: 'age_noted'; readonly offersHuman: boolean }
  | { readonly kind: 'skipped' }
  | { readonly kind: 'ask_human' }
  | { readonly kind: 'ask_which'; readonly intents: readonly IntentId[] }
  | { readonly kind: 'ask_about'; readonly intents: readonly IntentId[] }
  | { readonly kind: 'not_understood' }
  | { readonly kind: 'said_before' }
  | { readonly kind: 'kept'; readonly intents: readonly IntentId[] }
  | { readonly kind: 'back' }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'no_human_needed' }
  | { readonly kind: 'never_mind' }
  | { readonly kind: 'ask_withdraw' }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'stays' }
  | { readonly kind: 'ask_erase' }
  | { readonly kind: 'erased' }
  | { readonly kind: 'not_erased' }
  | { readonly kind: 'handed_over'; readonly party: PartyCode; readonly due: Instant }
  | { readonly kind: 'still_waiting'; readonly party: PartyCode; readonly due: Instant }
  | { readonly kind: 'noted' }
  | { readonly kind: 'here' }
  | { readonly kind: 'cpr_removed' }
  | { readonly kind: 'claimed'; readonly by: StaffId }
  | { readonly kind: 'offered'; readonly by: StaffId; readonly to: PartyCode }
  | { readonly kind: 'accepted'; readonly by: StaffId }
  | { readonly kind: 'returned'; readonly party: PartyCode; readonly due: Instant }
  | { readonly kind: 'closed'; readonly by: StaffId }
  | { readonly kind: 'helper_invited'; readonly helper: StaffId }
  /** `answer` is the number of the message that is gone. */
  | { readonly kind: 'answer_removed'; readonly by: StaffId; readonly answer: number }
  /** A case file is open: this is the one person who keeps the help together. */
  | { readonly kind: 'coordinator'; readonly by: StaffId };

/** Prepared texts that are not the answer to an intent: one for each saying, and the words on the choices. */
export const textKeys = [
  'greeting',
  'greeting_parent',
  'greeting_other',
  'crisis',
  'care',
  'care_other',
  'ask_safe',
  'ask_safe_other',
  'safe_noted',
  'unsafe',
  'ask_age',
  'ask_age_parent',
  'ask_contact',
  'age_noted',
  'age_noted_waiting',
  'skipped',
  'ask_human',
  'ask_which',
  'ask_about',
  'ask_about_open',
  'not_understood',
  'said_before',
  'kept',
  'back',
  'foreign',
  'no_human_needed',
  'never_mind',
  'ask_withdraw',
  'withdrawn',
  'stays',
  'ask_erase',
  'erased',
  'not_erased',
  'handed_over',
  'handed_over_acute',
  'still_waiting',
  'still_waiting_late',
  'noted',
  'here',
  'claimed',
  'offered',
  'accepted',
  'returned',
  'closed',
  'helper_invited',
  'answer_removed',
  'coordinator',
  'age_under_15',
  'age_15_17',
  'age_18_24',
  'age_25_plus',
  'human_yes',
  'human_no',
  'safe_yes',
  'safe_no',
  'withdraw_yes',
  'withdraw_no',
  'erase_yes',
  'erase_no',
  'skip',
  'never_mind_choice',
  'cpr_removed',
] as const;
export type TextKey = (typeof textKeys)[number];

/** Every prepared text; `{…}` marks what is filled in, see `intents/README.md`. */
export type Texts = Readonly<Record<TextKey, Text>>;

/** What we can say in a language we have fixed texts in only. */
export const foreignTextKeys = ['greeting', 'who_sees', 'crisis', 'handed_over', 'waiting', 'interpreter'] as const;
export type ForeignTextKey = (typeof foreignTextKeys)[number];

/** The fixed texts of one language; `{…}` marks what is filled in, see `intents/README.md`. */
export interface ForeignTexts {
  /** What its speakers call the language, e.g. "Українська". */
  readonly name: string;
  readonly texts: Readonly<Record<ForeignTextKey, string>>;
}

/** A choice as the citizen sees it. `code` is what comes back when it is tapped. */
export interface QuickReply {
  readonly code: string;
  readonly title: string;
}

/** The stable name of a choice, e.g. `age:15_17`, `intent:housing`, `human:yes`. */
export function choiceCode(choice: Choice): string {
  switch (choice.kind) {
    case 'age':
      return `age:${choice.ageBand}`;
    case 'intent':
      return `intent:${choice.intent}`;
    case 'topic':
      return `topic:${choice.topic}`;
    case 'skip':
    case 'never_mind':
      return choice.kind;
    default:
      return `${choice.kind}:${choice.yes ? 'yes' : 'no'}`;
  }
}

/** A message as citizens and staff see it; its text never enters an event. */
export interface Message {
  readonly enquiry: EnquiryId;
  /** 1, 2, 3 … without gaps in one enquiry. */
  readonly seq: number;
  readonly from: MessageAuthor;
  /** Empty when its writer has deleted it, and only then; see `isErased` and `isRemoved`. */
  readonly text: string;
  /** ISO 639-1 of the text. */
  readonly language: string;
  readonly at: Instant;
  readonly quickReplies: readonly QuickReply[];
  /** What the bot's message is, or null for people's messages. */
  readonly says: Saying['kind'] | null;
  /** The citizen message that a bot message answers, the answer that a correction puts right, or the one that is removed. */
  readonly replyTo: number | null;
  /** Made by the writer's client; the same id is the same message. A member of staff's is for their surfaces alone. */
  readonly clientId: string | null;
  /** What else the citizen's client sent along, given back untouched; JSON. */
  readonly channelData: unknown;
}

/** Whether the citizen has deleted it: nobody can send an empty message, so an empty one has lost its text. */
export function isErased({ from, text }: Pick<Message, 'from' | 'text'>): boolean {
  return from.kind === 'visitor' && text === '';
}

/** Whether the member of staff who wrote it has taken it back. */
export function isRemoved({ from, text }: Pick<Message, 'from' | 'text'>): boolean {
  return from.kind === 'staff' && text === '';
}

/** The message without what the citizen wrote in it; its place and its client's id stay. */
export function erased(message: Message): Message {
  return { ...message, text: '', channelData: null };
}

export type MessageAuthor =
  | { readonly kind: 'visitor' }
  /** `presents` is who a person is that the message tells of, e.g. whoever has just come. */
  | { readonly kind: 'bot'; readonly presents?: Pick<Staff, 'name' | 'role'> }
  | { readonly kind: 'staff'; readonly staff: StaffId; readonly name: string; readonly role: string };
