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

async function getJson<Answer>(path: string): Promise<Answer | null> {
  const response = await fetch(path, { headers: { accept: 'application/json' }, signal: AbortSignal.timeout(15_000) });
  if (response.status === 401) throw new SignedOut();
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}

function visitorMessages({ messages }: Conversation): number {
  return messages.filter(({ from }) => from === 'visitor').length;
}

/** Id of the shown conversation when it must be read again. */
function changedSince({ rows }: Board, shown: Conversation | null, hinted: boolean): string | null {
  if (shown === null) return null;
  const { id, version } = shown.enquiry;
  const row = rows.find((one) => one.id === id);
  return (row ? row.version !== version : hinted) ? id : null;
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
    screen.change({ model: { conversation: null }, ui: { opening: null, failed: null } });
    moved();
  };

  const show = (conversation: Conversation) => {
    const before = screen.model().conversation;
    const same = before?.enquiry.id === conversation.enquiry.id;
    const news = same && visitorMessages(conversation) > visitorMessages(before);
    const status = news ? { status: 'Ny besked fra borgeren.' } : {};
    screen.change({ model: { conversation }, ui: { opening: null, ...status } });
  };
  const gone = () => {
    leave();
    screen.change({ ui: { status: 'Henvendelsen er ikke længere hos jer.' } });
  };

  /** @returns true once it is shown */
  const load = async (id: string): Promise<boolean> => {
    const mine = ++conversations;
    try {
      const conversation = await getJson<Conversation>(`/desk/api/enquiries/${encodeURIComponent(id)}`);
      if (mine !== conversations) return false;
      if (conversation === null) gone();
      else show(conversation);
      return conversation !== null;
    } catch (error) {
      if (mine === conversations) failed(error);
      return false;
    }
  };
  const open = async (id: string) => {
    screen.change({ ui: { opening: id, failed: null } });
    if (await load(id)) moved();
  };
  const again = async (id: string) => {
    if (screen.ui().opening === null) await load(id);
  };

  const refresh = async (hinted = false) => {
    const mine = ++boards;
    try {
      const board = await getJson<Board>('/desk/api/board');
      if (mine !== boards || board === null) return;
      const { link } = screen.ui();
      const answers = link === 'lost' || link === 'signed-out' ? { link: 'polling' as const } : {};
      const news = newestOf(board, screen.model().board);
      screen.change({
        model: { board },
        ui: { nowMs: Date.parse(board.now), ...answers, ...(news && { status: news }) },
      });
      looked();
      const changed = changedSince(board, screen.model().conversation, hinted);
      if (changed !== null) await again(changed);
    } catch (error) {
      if (mine === boards) failed(error);
    }
  };

  return { refresh, open, again, leave };
}
