/** Holds the way into the conversation: begins it when first needed, and gets a new one when the old has run out. */
import type { Door } from '../page-state.ts';
import { beginOrGoOn, type Link, RefusedError, renew, resume } from './server.ts';

interface Needs {
  readonly door: Door;
  readonly begin: string;
  /** The conversation that the page shows. */
  readonly conversation: string | null;
  /** Last message that the page shows already. */
  readonly after: () => number;
  /** The server no longer knows the old conversation; another has begun. */
  readonly anew: () => void;
}

export interface LinkKeeper {
  /** Does something with a link, and once more with a fresh one when the first was refused. */
  readonly use: <Value>(task: (link: Link) => Promise<Value>) => Promise<Value>;
  /** Address of a stream that begins where the last one stopped. */
  readonly streamUrl: () => Promise<string>;
  readonly reached: (watermark: string) => void;
  readonly renew: () => Promise<void>;
}

/** The token has run out, or the conversation is gone. */
function isStale(error: unknown): boolean {
  return error instanceof RefusedError && [401, 403, 404].includes(error.status);
}

export function linkKeeper({ door, begin, conversation, after, anew }: Needs): LinkKeeper {
  let link: Link | null = null;
  let known = conversation;
  let beginning: Promise<Link> | null = null;

  const start = async (): Promise<Link> => {
    const given = await beginOrGoOn(door, begin, after());
    const other = known !== null && known !== given.conversationId;
    known = given.conversationId;
    if (!other) return given;
    anew();
    return { ...given, watermark: '', streamUrl: null };
  };

  const linked = async (): Promise<Link> => {
    if (link) return link;
    beginning ??= start().finally(() => {
      beginning = null;
    });
    link = await beginning;
    return link;
  };

  const use: LinkKeeper['use'] = async (task) => {
    const first = await linked();
    try {
      return await task(first);
    } catch (error) {
      if (!isStale(error)) throw error;
      if (link?.token === first.token) link = null;
      return task(await linked());
    }
  };

  return {
    use,
    streamUrl: () =>
      use(async (from) => {
        const { streamUrl } = from.streamUrl ? from : await resume(from);
        if (link) link = { ...link, streamUrl: null };
        return streamUrl ?? '';
      }),
    reached: (watermark) => {
      if (link) link = { ...link, watermark };
    },
    renew: async () => {
      if (!link) return;
      const token = await renew(link).catch(() => null);
      if (token && link) link = { ...link, token };
    },
  };
}
