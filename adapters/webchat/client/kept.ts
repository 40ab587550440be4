/**
 * The only thing the page keeps on the device: text not sent yet, in this tab, until the tab or the chat is closed.
 * Storage that is full or forbidden costs the draft after a reload, nothing else.
 */
import type { Door, Unsent } from '../page-state.ts';

/** What is kept. */
export interface Kept {
  readonly typed: string;
  readonly unsent: readonly Unsent[];
}

export interface Keeper {
  readonly read: () => Kept;
  readonly write: (kept: Kept) => void;
  /** Empties the storage for good: nothing is written after this. */
  readonly forget: () => void;
}

const nothing: Kept = { typed: '', unsent: [] };

function isUnsent(it: unknown): it is Pick<Unsent, 'clientId' | 'text' | 'choice'> {
  if (typeof it !== 'object' || it === null) return false;
  const { clientId, text } = it as Partial<Unsent>;
  return typeof clientId === 'string' && typeof text === 'string';
}

function parse(stored: string | null): Kept {
  if (stored === null) return nothing;
  const { typed, unsent }: Partial<Record<keyof Kept, unknown>> = JSON.parse(stored);
  return {
    typed: typeof typed === 'string' ? typed : '',
    unsent: Array.isArray(unsent)
      ? unsent
          .filter(isUnsent)
          .map(({ clientId, text, choice }) => ({ clientId, text, choice: choice ?? null, delivery: 'sending' }))
      : [],
  };
}

/** Each door keeps its own. */
export function keeper(door: Door): Keeper {
  const key = `indgang.${door}`;
  let forgotten = false;
  return {
    read: () => {
      try {
        return parse(sessionStorage.getItem(key));
      } catch {
        return nothing;
      }
    },
    write: ({ typed, unsent }) => {
      if (forgotten) return;
      const worth = unsent.filter(({ delivery }) => delivery !== 'sent');
      try {
        if (typed === '' && worth.length === 0) sessionStorage.removeItem(key);
        else sessionStorage.setItem(key, JSON.stringify({ typed, unsent: worth }));
      } catch {
        // The text is still in the field.
      }
    },
    forget: () => {
      forgotten = true;
      try {
        sessionStorage.clear();
      } catch {
        // Storage is forbidden, so nothing was kept.
      }
    },
  };
}
