/** Work by keyboard. Single letters do nothing while one types, and can be switched off; F2 and F3 always work. */

const twiceWithinMs = 800;

export interface Shortcuts {
  readonly on: () => boolean;
  readonly move: (by: 1 | -1) => void;
  readonly claim: () => void;
  readonly toReply: () => void;
  readonly help: () => void;
  readonly toSearch: () => void;
  readonly takeIn: (channel: 'phone' | 'counter') => void;
  readonly blank: () => void;
}

const arrows: Readonly<Record<string, string>> = { ArrowDown: 'j', ArrowUp: 'k' };
const fields = 'input, textarea, select, [contenteditable]';

/** The focus may stay for a moment in a window that is closed, when what had it before is gone; nobody types there. */
const isTyping = (at: Element) => !at.closest('dialog:not([open])') && at.closest(`${fields}, dialog`) !== null;

export function listenToKeys(does: Shortcuts): void {
  let escapeAt = Number.NEGATIVE_INFINITY;
  const singles: Readonly<Record<string, () => void>> = {
    j: () => does.move(1),
    k: () => does.move(-1),
    t: does.claim,
    r: does.toReply,
    '?': does.help,
    '/': does.toSearch,
  };
  const always: Readonly<Record<string, () => void>> = {
    F2: () => does.takeIn('phone'),
    F3: () => does.takeIn('counter'),
  };
  const single = ({ key }: KeyboardEvent, at: Element) => {
    if (always[key]) return always[key];
    if (isTyping(at)) return undefined;
    const arrow = at.closest('.queue') ? arrows[key] : undefined;
    return singles[arrow ?? (does.on() ? key : '')];
  };
  const escapePressed = ({ timeStamp }: KeyboardEvent, at: Element) => {
    const fold = at.closest('details[open]');
    fold?.removeAttribute('open');
    fold?.querySelector('summary')?.focus();
    if (timeStamp - escapeAt < twiceWithinMs) does.blank();
    escapeAt = timeStamp;
  };
  addEventListener('keydown', (event) => {
    const at = event.target instanceof Element ? event.target : document.body;
    const held = event.ctrlKey || event.metaKey || event.altKey;
    if (event.key === 'Escape') return escapePressed(event, at);
    if (event.key === 'Enter' && held) return at.closest('form')?.requestSubmit();
    const act = held ? undefined : single(event, at);
    if (!act) return;
    event.preventDefault();
    act();
  });
}
