/**
 * A conversation begins: the enquiry exists from here, with the bot's greeting as its first message.
 */
import { say, startDraft } from '../domain/draft.ts';
import type { EventOf } from '../domain/enquiry-event.ts';
import { open } from '../domain/evolve.ts';
import type { Asker, Channel, EnquiryId, TextLanguage } from '../domain/words.ts';
import type { VisitorView } from '../ports.ts';
import { commit } from './commit.ts';
import type { Needs } from './needs.ts';
import { viewOf } from './read-enquiry.ts';

export interface Opening {
  readonly id: EnquiryId;
  readonly channel: Channel;
  readonly asker: Asker;
  readonly language: TextLanguage;
  readonly address?: unknown;
}

function topicsFor({ rules }: Needs, asker: Asker): readonly string[] {
  return rules.topics.filter(({ askers }) => askers.includes(asker)).map(({ id }) => id);
}

/** Opens an enquiry; opening the same id again changes nothing. */
export async function openEnquiry(needs: Needs, opening: Opening): Promise<VisitorView> {
  for (;;) {
    const { enquiry } = await needs.store.read(opening.id);
    if (enquiry !== null) return viewOf(enquiry);
    const now = needs.clock.now();
    const { id, channel, asker, language } = opening;
    const opened: EventOf<'EnquiryOpened'> = { type: 'EnquiryOpened', channel, asker, language, at: now };
    const start = { ...startDraft(open(id, opened)), events: [opened] };
    const draft = say(start, now, { kind: 'greeting', topics: topicsFor(needs, asker) });
    const outcome = await commit(needs, null, draft, now, { address: opening.address ?? null });
    if (outcome === 'committed') return viewOf(draft.state);
  }
}
