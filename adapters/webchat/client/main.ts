/** Begins when the page has been read: takes it over, goes on with the conversation, and listens to the person. */
import './page.css';
import type { PageActions } from '../page-actions.ts';
import { doorPaths, longestMessage, openChoices, type PageState, type Unsent } from '../page-state.ts';
import { notYetIn, withDelivery, withWaiting } from './changes.ts';
import { leave, leaveOnThreeShifts, leaveWithOtherTabs } from './exit.ts';
import { growWithText, newId } from './field.ts';
import { keeper as keeperOf } from './kept.ts';
import { linkKeeper } from './link-keeper.ts';
import { listener as listenerOf } from './listener.ts';
import { livePage } from './live-page.ts';
import { isAtEnd, showEnd } from './scrolling.ts';
import { sender as senderOf } from './sender.ts';
import { watchNet } from './waking.ts';

const backShownMs = 4_000;
const renewEveryMs = 15 * 60_000;

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}`);
  return found;
}

const written = element('state');
const first: PageState = JSON.parse(written.textContent);
// What is deleted later must not stay in the page's source.
written.remove();
const field = element('text') as HTMLTextAreaElement;
const touch = matchMedia('(pointer: coarse)');
const keeper = keeperOf(first.door);

const actions: PageActions = {
  submit: (event) => {
    event.preventDefault();
    const { submitter } = event as SubmitEvent;
    if (submitter instanceof HTMLButtonElement && submitter.name === 'choice') choose(submitter.value);
    else sendTyped();
  },
  typing: () => {
    growWithText(field);
    page.show({ typed: field.value, problem: null });
  },
  key: (event) => {
    const { key, shiftKey, isComposing } = event as KeyboardEvent;
    if (key !== 'Enter' || shiftKey || isComposing || touch.matches) return;
    event.preventDefault();
    sendTyped();
  },
  tryAgain: (clientId) => {
    page.show({ unsent: withDelivery(page.now().unsent, clientId, 'sending') });
    sender.send();
    sender.hurry();
  },
  showNew: () => {
    page.show({ newBelow: false });
    showEnd();
    focusNewest();
  },
  exit: (event) => {
    event.preventDefault();
    leave(keeper);
  },
};

const page = livePage({ root: element('app'), spoken: element('spoken'), keeper, actions }, first);

function focusNewest(): void {
  const newest = element('log').lastElementChild;
  if (newest instanceof HTMLElement) newest.focus({ preventScroll: true });
}

function add(text: string, choice: string | null, typed: string): void {
  page.add({ clientId: newId(), text, choice, delivery: 'sending' }, typed);
  sender.send();
}

function sendTyped(): void {
  const text = field.value;
  const problem = text.trim() === '' ? 'empty' : text.length > longestMessage ? 'too-long' : null;
  if (problem) page.show({ problem });
  else {
    field.value = '';
    growWithText(field);
    add(text, null, '');
  }
  if (problem || !touch.matches) field.focus();
}

function choose(code: string): void {
  const choice = openChoices(page.now()).find((one) => one.code === code);
  if (!choice) return;
  add(choice.title, code, page.now().typed);
  focusNewest();
}

function away(): void {
  page.show({ connection: 'lost', unsent: withWaiting(page.now().unsent) });
}

function reached(): void {
  if (page.now().connection !== 'lost') return;
  page.show({ connection: 'back' });
  setTimeout(() => {
    if (page.now().connection === 'back') page.show({ connection: 'quiet' });
  }, backShownMs);
}

const links = linkKeeper({
  door: first.door,
  begin: first.begin,
  conversation: first.conversation,
  after: () => page.now().messages.at(-1)?.seq ?? 0,
  anew: () => page.show({ messages: [] }),
});
const listener = listenerOf({
  keeper: links,
  arrived: page.arrived,
  opened: () => {
    reached();
    sender.hurry();
  },
  away,
});
const sender = senderOf({
  keeper: links,
  next: () => page.now().unsent.find(({ delivery }) => delivery === 'sending' || delivery === 'waiting'),
  ended: (clientId, delivery) => {
    page.show({ unsent: withDelivery(page.now().unsent, clientId, delivery) });
    listener.listen();
  },
  away,
});

/** The net or the page has been away: what looks alive may be dead. */
function wakeUp(): void {
  sender.hurry();
  listener.renew();
}

function goOn(): void {
  const kept = keeper.read();
  const unsent: readonly Unsent[] = notYetIn(first.messages, kept.unsent);
  const typed = field.value || kept.typed;
  field.value = typed;
  growWithText(field);
  page.show({ live: true, typed, unsent });
  if (first.messages.some(({ seq }) => seq > 0)) {
    listener.listen();
    showEnd();
  }
  if (unsent.length > 0) sender.send();
}

watchNet({ afterSleep: wakeUp, afterGlance: listener.hurry, netGone: away });
addEventListener('scroll', () => {
  if (page.now().newBelow && isAtEnd()) page.show({ newBelow: false });
});
addEventListener('keydown', ({ key }) => {
  const open = key === 'Escape' && document.querySelector<HTMLElement>('details[open] > summary');
  if (!open) return;
  open.click();
  open.focus();
});
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.replace(doorPaths[first.door]);
});
leaveOnThreeShifts(() => leave(keeper));
leaveWithOtherTabs(keeper);
setInterval(() => void links.renew(), renewEveryMs);
goOn();
