/** Sends a form as JSON, once: while it is on its way nothing else is sent, and a reply sent again keeps its id. */
import { type Action, actions } from '../model.ts';
import { draftKey, type Ui } from '../view-state.ts';
import { doneWords } from '../words.ts';
import type { Fetching } from './fetching.ts';
import { newClientId, type Screen, showLatest } from './screen.ts';

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
  const refused = await post(`/desk/api/enquiries/${encodeURIComponent(id)}/${action}`, body);
  if (refused === 'signed-out') return screen.change({ ui: { busy: null, link: 'signed-out' } });
  if (refused !== null) {
    screen.change({ ui: { busy: null, failed: { action, message: refused.message, fields: refused.fields ?? {} } } });
    focusWrongField(form);
    return void needs.fetching.refresh();
  }
  await sent(needs, id, action);
}

async function post(path: string, body: string) {
  try {
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    const response = await fetch(path, { method: 'POST', headers, body, signal: AbortSignal.timeout(20_000) });
    if (response.ok) return null;
    if (response.status === 401) return 'signed-out';
    const { error }: Refused = await response.json();
    return error;
  } catch {
    return notArrived;
  }
}

async function sent({ screen, fetching }: Needs, id: string, action: Action): Promise<void> {
  const drafts = withoutDrafts(screen.ui().drafts, id, action);
  screen.change({ ui: { busy: null, drafts, clientId: newClientId(), status: doneWords[action] } });
  const away = action === 'close' || action === 'return' || action === 'decline';
  if (screen.model().conversation?.enquiry.id === id) {
    if (away) fetching.leave();
    else await fetching.again(id);
    if (action === 'reply') showLatest(document.body);
  }
  await fetching.refresh();
  if (action === 'claim' || action === 'accept') document.getElementById('reply-text')?.focus();
}

function withoutDrafts(drafts: Ui['drafts'], id: string, action: Action): Ui['drafts'] {
  const prefix = draftKey(id, action, '');
  return Object.fromEntries(Object.entries(drafts).filter(([key]) => !key.startsWith(prefix)));
}

function focusWrongField(form: HTMLFormElement): void {
  form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
