/**
 * The least that shows an enquiry in Slack and brings answers back: what must hold of the way there and back holds
 * whatever is shown. A root message for each enquiry, what the citizen writes below it, what staff write there goes out.
 */
import { z } from 'zod';
import type { JoinParts } from '../../adapters/slack/open.ts';
import type { SlackPart, SlackParts } from '../../adapters/slack/parts.ts';
import type { Enquiry } from '../../src/domain/enquiry.ts';
import type { EnquiryId } from '../../src/domain/words.ts';

const Thread = z.object({ channel: z.string(), ts: z.string(), shown: z.number() });
const Placed = z.object({ enquiry: z.string() });

export const mirror: JoinParts = (parts) => [mirrorPart(parts)];

function mirrorPart(parts: SlackParts): SlackPart {
  const { web, memory, reader, staffSide, file } = parts;
  const front = file.channels.get('front_desk') ?? '';

  async function threadOf({ id }: Enquiry) {
    const kept = await memory.read(`slack.thread/${id}`);
    if (kept !== null) return { ...Thread.parse(kept.value), version: kept.version };
    const place = await web.post({ channel: front, text: 'En ung skriver', id: `${id}.root` });
    await memory.keep(`slack.place/${place.channel}/${place.ts}`, { enquiry: id, lane: 'citizen' }, 0);
    await memory.keep(`slack.thread/${id}`, { ...place, shown: 0 }, 0);
    return { ...place, shown: 0, version: 1 };
  }

  return {
    async show(enquiry) {
      if (enquiry.status === 'with_bot') return;
      let { channel, ts, shown, version } = await threadOf(enquiry);
      for (const { seq, from, text } of await reader.messages(enquiry.id, shown, 500)) {
        if (from.kind === 'visitor') {
          await web.post({ channel, threadTs: ts, text, plain: true, id: `${enquiry.id}.${seq}` });
        }
        shown = seq;
        if (!(await memory.keep(`slack.thread/${enquiry.id}`, { channel, ts, shown }, version))) return;
        version += 1;
      }
    },
    reactions: {
      async message({ place, threadTs, text }, { staff }) {
        if (threadTs === null || staff === null) return;
        const kept = await memory.read(`slack.place/${place.channel}/${threadTs}`);
        if (kept === null) return;
        const { enquiry } = Placed.parse(kept.value);
        const clientId = `slack:${place.channel}:${place.ts}`;
        const done = await staffSide.act(staff.id, enquiry as EnquiryId, { do: 'reply', text, clientId });
        if (!done.ok) throw new Error(`reply refused: ${done.reason}`);
      },
    },
  };
}
