/** Keeps the page live: Server-Sent Events say that something has changed; without them it looks every 10 seconds. */
import type { Fetching } from './fetching.ts';
import type { Screen } from './screen.ts';

const pollMs = 10_000;
const lostMs = 3_000;
const silentMs = 40_000;
const hintsTogetherMs = 120;

interface Needs {
  readonly screen: Screen;
  readonly fetching: Fetching;
}

/** @returns how to listen again, when another conversation has been opened */
export function stayLive({ screen, fetching }: Needs): () => void {
  let source: EventSource | null = null;
  let heardAt = Date.now();
  let lookedAt = Date.now();
  const pending = new Set<'queue' | 'enquiry'>();

  const look = (hinted = false) => {
    lookedAt = Date.now();
    void fetching.refresh(hinted);
  };
  const hint = (what: 'queue' | 'enquiry') => {
    heardAt = Date.now();
    if (pending.size === 0) {
      setTimeout(() => {
        look(pending.has('enquiry'));
        pending.clear();
      }, hintsTogetherMs);
    }
    pending.add(what);
  };
  const listen = () => {
    source?.close();
    const id = screen.ui().opening ?? screen.model().conversation?.enquiry.id;
    source = new EventSource(id ? `/desk/api/events?enquiry=${encodeURIComponent(id)}` : '/desk/api/events');
    heardAt = Date.now();
    source.addEventListener('ready', () => {
      screen.change({ ui: { link: 'live' } });
      hint('queue');
    });
    source.addEventListener('queue', () => hint('queue'));
    source.addEventListener('enquiry', () => hint('enquiry'));
    source.addEventListener('beat', () => {
      heardAt = Date.now();
      if (screen.ui().link === 'polling') screen.change({ ui: { link: 'live' } });
    });
    source.addEventListener('error', () => {
      if (screen.ui().link !== 'live') return;
      screen.change({ ui: { link: 'polling' } });
      look();
    });
  };
  const watch = () => {
    const now = Date.now();
    const { link } = screen.ui();
    const gaveUp = source?.readyState === EventSource.CLOSED && now - heardAt >= pollMs;
    if (gaveUp || now - heardAt > silentMs) listen();
    if (link !== 'live' && now - lookedAt >= (link === 'lost' ? lostMs : pollMs)) look();
  };

  listen();
  setInterval(watch, 2_000);
  addEventListener('online', () => look());
  addEventListener('offline', () => screen.change({ ui: { link: 'lost' } }));
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && look());
  return listen;
}
