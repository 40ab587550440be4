/** Sends a form as JSON, once: while it is on its way nothing else is sent, and a reply sent again keeps its id. */
import { type Action, actions } from '../model.ts';
import type { Ui } from '../view-state.ts';
import { doneWords } from '../words.ts';
import type { Fetching } from './fetching.ts';
import { draftOf, newClientId, type Screen, showLatest } from './screen.ts';

interface Needs {
  readonly screen: Screen;
  readonly fetching: Fetching;
}

interface Refused {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly fields?: Readonly<Record<string, string>>;
  };
}

const notArrived = { message: 'Det kom ikke frem. Det, du har skrevet, er her stadig. Prøv igen.', fields: {} };

export async function sendForm(needs: Needs, form: HTMLFormElement): Promise<void> {
  const { screen } = needs;
  const id = screen.model().conversation?.enquiry.id;
  const action = actions.find((one) => one === form.dataset.action);
  if (!id || !action || screen.ui().busy !== null) return;
  const body = JSON.stringify(Object.fromEntries(new FormData(form)));
  screen.change({ ui: { busy: action, failed: null, status: '' } });
  const { about } = form.dataset;
  const refused = await post(`/desk/api/enquiries/${encodeURIComponent(id)}/${action}`, body);
  if (refused === 'signed-out') return screen.change({ ui: { busy: null, link: 'signed-out' } });
  if (refused !== null) {
    const { message, fields = {} } = refused;
    screen.change({ ui: { busy: null, failed: { action, ...(about && { about }), message, fields } } });
    focusWrongField(form);
    return void needs.fetching.refresh();
  }
  await sent(needs, id, action, draftOf(form, id, ''));
}

/** @param stored is given the answer; @returns null when it is stored, `signed-out`, or why not */
export async function post(path: string, body: string, stored: (answer: unknown) => void = () => {}) {
  try {
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    const response = await fetch(path, { method: 'POST', headers, body, signal: AbortSignal.timeout(20_000) });
    if (response.ok) {
      stored(await response.json());
      return null;
    }
    if (response.status === 401) return 'signed-out';
    const { error }: Refused = await response.json();
    return error;
  } catch {
    return notArrived;
  }
}

async function sent({ screen, fetching }: Needs, id: string, action: Action, typedAs: string): Promise<void> {
  const drafts = withoutDrafts(screen.ui().drafts, typedAs);
  screen.change({ ui: { busy: null, drafts, clientId: newClientId(), status: doneWords[action] } });
  const away = action === 'close' || action === 'return' || action === 'decline';
  if (screen.model().conversation?.enquiry.id === id) {
    if (away) fetching.leave();
    else await fetching.again(id);
    if (action === 'reply' || action === 'correct') showLatest(document.body);
  }
  await fetching.refresh();
  if (action === 'claim' || action === 'accept') document.getElementById('reply-text')?.focus();
}

function withoutDrafts(drafts: Ui['drafts'], prefix: string): Ui['drafts'] {
  return Object.fromEntries(Object.entries(drafts).filter(([key]) => !key.startsWith(prefix)));
}

export function focusWrongField(form: HTMLFormElement): void {
  form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
