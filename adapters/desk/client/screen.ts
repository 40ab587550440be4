/** What this page shows: one model, one state, drawn again after every change. Preact keeps fields, focus and caret. */
import { hydrate, render } from 'preact';
import type { Model } from '../model.ts';
import { deskView } from '../view.ts';
import { draftKey, newEnquiry, titleOf, type Ui } from '../view-state.ts';

const statusMs = 6_000;

export interface Screen {
  readonly model: () => Model;
  readonly ui: () => Ui;
  /** Draws at once. */
  readonly change: (part: { readonly model?: Partial<Model>; readonly ui?: Partial<Ui> }) => void;
}

/** Takes over the page that the server drew. */
export function screenOf(root: Element, first: Model): Screen {
  let model = first;
  let ui = firstUi(root, first);
  hydrate(deskView(model, ui), root);
  const fadeStatus = (status: string) => {
    setTimeout(() => screen.ui().status === status && screen.change({ ui: { status: '' } }), statusMs);
  };
  const screen: Screen = {
    model: () => model,
    ui: () => ui,
    change: (part) => {
      const before = { id: model.conversation?.enquiry.id, last: model.conversation?.messages.at(-1)?.seq };
      const sawLast = seesLatest(root);
      model = { ...model, ...part.model };
      const { enquiry, messages } = model.conversation ?? {};
      const grown = enquiry?.id === before.id && messages?.at(-1)?.seq !== before.last;
      ui = {
        ...ui,
        unseen: enquiry?.id === before.id && (ui.unseen || (grown && !sawLast && messages?.at(-1)?.from === 'visitor')),
        ...part.ui,
      };
      render(deskView(model, ui), root);
      if (grown && sawLast) showLatest(root);
      document.title = titleOf(model.board.rows);
      if (part.ui?.status) fadeStatus(part.ui.status);
    },
  };
  return screen;
}

/** Scrolls no further than needed. */
export function showLatest(root: Element): void {
  lastMessage(root)?.scrollIntoView({ block: 'nearest' });
}

function lastMessage(root: Element): Element | null {
  return root.querySelector('.log > li:last-child');
}

/** Whether the newest message can be seen above the form below it. */
export function seesLatest(root: Element): boolean {
  return isInView(lastMessage(root));
}

function isInView(message: Element | null): boolean {
  if (message === null) return true;
  const { bottom } = message.getBoundingClientRect();
  const actions = document.querySelector('.actions')?.getBoundingClientRect().top ?? innerHeight;
  return bottom <= Math.min(innerHeight, actions) + 8;
}

function firstUi(root: Element, model: Model): Ui {
  return {
    link: 'polling',
    nowMs: Date.parse(model.board.now),
    drafts: draftsIn(root, model),
    failed: null,
    busy: null,
    opening: null,
    gone: null,
    status: '',
    sound: localStorage.getItem('desk-sound') !== 'off',
    blank: false,
    keys: localStorage.getItem('desk-keys') !== 'off',
    unseen: false,
    clientId: newClientId(),
    summary: summaryIn(root, model),
  };
}

/** A draft that the server has drawn, because it was asked for before the script started. */
function summaryIn(root: Element, { conversation }: Model): Ui['summary'] {
  const sentences = [...root.querySelectorAll('.summary-draft li')].map(({ textContent }) => textContent ?? '');
  if (conversation === null || sentences.length === 0) return null;
  const upTo = conversation.messages.at(-1)?.seq ?? 0;
  return { enquiry: conversation.enquiry.id, is: 'shown', sentences, upTo };
}

/** Text typed before the script started, or kept by the server after an error. */
function draftsIn(root: Element, { conversation }: Model): Ui['drafts'] {
  const id = conversation?.enquiry.id ?? newEnquiry;
  const drafts: Record<string, string> = {};
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-action]')) {
    for (const [field, text] of new FormData(form)) {
      if (field !== 'clientId' && typeof text === 'string') drafts[draftOf(form, id, field)] = text;
    }
  }
  return drafts;
}

/** Names the draft of one field of a form. */
export function draftOf({ dataset }: HTMLFormElement, id: string, field: string): string {
  return draftKey(id, `${dataset.action ?? ''}${dataset.about ?? ''}`, field);
}

/** `randomUUID` exists on https and localhost only. */
export function newClientId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
