/** Fetches the queue and the open conversation. An answer that comes late never overwrites a newer one. */
import type { Board, Conversation } from '../model.ts';
import type { Screen } from './screen.ts';

export interface Fetching {
  /**
   * The queue, and the conversation only when it has changed, for every reading is recorded.
   * Never throws: the screen tells how it went.
   *
   * @param hinted the open conversation is said to have changed, also when it is not in the queue
   */
  refresh(hinted?: boolean): Promise<void>;
  open(id: string): Promise<void>;
  /** Reads the conversation that is shown once more, unless another is being opened. */
  again(id: string): Promise<void>;
  leave(): void;
}

interface Needs {
  readonly screen: Screen;
  /** Which conversation is open has changed. */
  readonly moved: () => void;
  /** The queue has been looked at. */
  readonly looked: () => void;
}

class SignedOut extends Error {}

/** Not ours to see, or no longer; in words when there is more to say than that. */
class Gone extends Error {
  readonly why: string | null;
  constructor(why: string | null) {
    super('gone');
    this.why = why;
  }
}

async function getJson<Answer>(path: string): Promise<Answer> {
  const response = await fetch(path, { headers: { accept: 'application/json' }, signal: AbortSignal.timeout(15_000) });
  if (response.status === 401) throw new SignedOut();
  if (response.status === 404) throw new Gone(null);
  if (response.status === 410) {
    const { error }: { readonly error: { readonly message: string } } = await response.json();
    throw new Gone(error.message);
  }
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}

function visitorMessages({ messages }: Conversation): number {
  return messages.filter(({ from }) => from === 'visitor').length;
}

/** Id of the shown conversation when it must be read again: it has another version, or has left the queue. */
function changedSince({ rows }: Board, before: Board, shown: Conversation | null, hinted: boolean): string | null {
  if (shown === null) return null;
  const { id, version } = shown.enquiry;
  const row = rows.find((one) => one.id === id);
  const hasLeft = hinted || before.rows.some((one) => one.id === id);
  return (row ? row.version !== version : hasLeft) ? id : null;
}

function newestOf({ rows }: Board, before: Board): string | null {
  const fresh = rows.filter((row) => !before.rows.some(({ id }) => id === row.id));
  const [first] = fresh;
  if (!first) return null;
  return fresh.length === 1 ? `Ny i køen: ${first.topic}.` : `${fresh.length} nye i køen.`;
}

export function fetching({ screen, moved, looked }: Needs): Fetching {
  let boards = 0;
  let conversations = 0;

  const failed = (error: unknown) =>
    screen.change({ ui: { link: error instanceof SignedOut ? 'signed-out' : 'lost', opening: null } });
  const leave = () => {
    conversations += 1;
    screen.change({ model: { conversation: null }, ui: { opening: null, gone: null, failed: null } });
    moved();
  };

  const show = (conversation: Conversation) => {
    const before = screen.model().conversation;
    const same = before?.enquiry.id === conversation.enquiry.id;
    const news = same && visitorMessages(conversation) > visitorMessages(before);
    const status = news ? { status: 'Ny besked fra borgeren.' } : {};
    screen.change({ model: { conversation }, ui: { opening: null, ...status } });
  };
  const leaveGone = ({ why }: Gone) => {
    const focused = document.activeElement;
    const isElsewhere = focused !== null && focused !== document.body && focused.closest('.talk') === null;
    leave();
    screen.change({ ui: { gone: why ?? 'Henvendelsen er ikke længere hos jer.' } });
    if (!isElsewhere) document.getElementById('talk-title')?.focus();
  };

  /** @returns true once it is shown */
  const load = async (id: string): Promise<boolean> => {
    const mine = ++conversations;
    try {
      const conversation = await getJson<Conversation>(`/desk/api/enquiries/${encodeURIComponent(id)}`);
      if (mine !== conversations) return false;
      show(conversation);
      return true;
    } catch (error) {
      if (mine === conversations && error instanceof Gone) leaveGone(error);
      else if (mine === conversations) failed(error);
      return false;
    }
  };
  const open = async (id: string) => {
    screen.change({ ui: { opening: id, gone: null, failed: null } });
    if (await load(id)) moved();
  };
  const again = async (id: string) => {
    if (screen.ui().opening === null) await load(id);
  };

  const refresh = async (hinted = false) => {
    const mine = ++boards;
    try {
      const board = await getJson<Board>('/desk/api/board');
      if (mine !== boards) return;
      const { link } = screen.ui();
      const answers = link === 'lost' || link === 'signed-out' ? { link: 'polling' as const } : {};
      const before = screen.model().board;
      const news = newestOf(board, before);
      screen.change({
        model: { board },
        ui: { nowMs: Date.parse(board.now), ...answers, ...(news && { status: news }) },
      });
      looked();
      const changed = changedSince(board, before, screen.model().conversation, hinted);
      if (changed !== null) await again(changed);
    } catch (error) {
      if (mine === boards) failed(error);
    }
  };

  return { refresh, open, again, leave };
}
