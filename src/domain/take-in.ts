/**
 * Somebody calls or comes in: what they say becomes an enquiry like any other, with people at once.
 * The bot is not asked and says nothing; danger is heard as in every message.
 */
import { deadlineFor } from './deadline.ts';
import type { Draft } from './draft.ts';
import { emit, startDraft } from './draft.ts';
import type { EnquiryEvent, EventOf } from './enquiry-event.ts';
import { open } from './evolve.ts';
import type { Intent } from './intent.ts';
import type { Staff } from './kommune.ts';
import { route, subjectOf } from './routing.ts';
import type { Rules } from './rules.ts';
import type { Understanding } from './understanding.ts';
import type { AgeBand, Asker, EnquiryId, Instant, IntentId, SpokenChannel, Urgency } from './words.ts';
import { mostUrgent } from './words.ts';

/** What the member of staff has put down. */
export interface Told {
  readonly channel: SpokenChannel;
  readonly asker: Asker;
  /** Null when the topic is not known: the front desk reads it first. */
  readonly intent: IntentId | null;
  readonly ageBand: AgeBand | null;
  /** Null leaves it to the topic. */
  readonly urgency: Urgency | null;
  /** Whoever takes it in keeps it. */
  readonly keep: boolean;
}

/**
 * Opens an enquiry that waits at once; the first message, number 1, is what was said.
 * Whoever keeps it claims it for their own party. Danger is always its own party's too, and calls a person.
 */
export function takeIn(
  id: EnquiryId,
  by: Staff,
  told: Told,
  understanding: Understanding,
  rules: Rules,
  now: Instant,
): Draft {
  const { channel, asker, keep } = told;
  const opened: EventOf<'EnquiryOpened'> = { type: 'EnquiryOpened', channel, asker, language: 'da', at: now };
  const start = { ...startDraft(open(id, opened)), events: [opened] };
  const heard = emit(start, ...hearing(by, told, understanding, now));
  const { intent, urgency, isDanger } = matterOf(told, understanding, rules);
  const owner = route(subjectOf(heard.state, intent), rules, now);
  const party = keep && !isDanger ? by.party : owner;
  const due = deadlineFor(urgency, now, rules);
  const queued = emit(heard, { type: 'HandoffQueued', party, urgency, intent, due, at: now });
  return keep ? emit(queued, { type: 'HandoffClaimed', by: by.id, due, at: now }) : queued;
}

function hearing({ id }: Staff, told: Told, { risk, risks, ageBand }: Understanding, at: Instant): EnquiryEvent[] {
  const age = told.ageBand ?? ageBand;
  const { intent } = told;
  const said = { seq: 1, language: 'da', speaks: null, intent, also: [], understood: true, due: null } as const;
  return [
    { type: 'EnquiryTakenIn', by: id, at },
    { type: 'MessageReceived', ...said, at },
    ...(age === null ? [] : [{ type: 'AgeBandTold', ageBand: age, at } as const]),
    ...(risk === 'none' ? [] : [{ type: 'RiskFound', level: risk, risks, at } as const]),
  ];
}

interface WhatItIs {
  readonly intent: IntentId | null;
  readonly urgency: Urgency;
  readonly isDanger: boolean;
}

/** A person chooses the topic and how soon; danger in the words leads all the same, and nothing makes it wait. */
function matterOf(told: Told, { risk, risks }: Understanding, { intents }: Rules): WhatItIs {
  const chosen = told.intent === null ? undefined : intents.get(told.intent);
  const asked = told.urgency ?? chosen?.urgency ?? 'same_day';
  if (risk === 'acute' && !isGrave(chosen)) {
    return { intent: risks[0] ?? told.intent, urgency: 'acute', isDanger: true };
  }
  if (!isGrave(chosen)) return { intent: told.intent, urgency: asked, isDanger: asked === 'acute' };
  const grave = mostUrgent(risk === 'acute' ? 'acute' : chosen.urgency, asked);
  return { intent: told.intent, urgency: grave, isDanger: true };
}

function isGrave(intent: Intent | undefined): intent is Intent {
  return intent?.group === 'A';
}
