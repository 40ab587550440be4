/** Makes the page that the server drew live. Every link and form works without this file. */
import './base.css';
import './queue.css';
import './conversation.css';
import './around.css';
import './case.css';
import './layout.css';
import type { Model } from '../model.ts';
import { newEnquiry } from '../view-state.ts';
import { alarm } from './alarm.ts';
import { fetching } from './fetching.ts';
import { showHelp } from './help.ts';
import { stayLive } from './live.ts';
import { draftOf, type Screen, screenOf, seesLatest, showLatest } from './screen.ts';
import { sendForm } from './sending.ts';
import { listenToKeys } from './shortcuts.ts';
import { askSummary } from './summarising.ts';
import { takeIn } from './taking-in.ts';

const root = document.getElementById('desk');
const model = document.getElementById('desk-model');
const written = model?.textContent;
// What a citizen deletes while it is open here must not stay in the page's source.
model?.remove();
if (root && written) start(root, JSON.parse(written));

function start(root: Element, first: Model): void {
  const screen = screenOf(root, first);
  let listenAgain = () => {};
  const alarms = alarm();
  const hear = () => alarms.hear(screen.model().board.rows, screen.ui().sound);
  const fetches = fetching({ screen, moved: () => listenAgain(), looked: hear });
  const needs = { screen, fetching: fetches };
  const open = async (id: string) => {
    await fetches.open(id);
    document.getElementById('talk-title')?.focus();
    if (screen.model().conversation?.enquiry.mine) showLatest(root);
  };
  const opened = (id: string | null) => {
    history.pushState(null, '', id === null ? '/desk' : `/desk?enquiry=${encodeURIComponent(id)}`);
    if (id !== null) return void open(id);
    const before = screen.model().conversation?.enquiry.id;
    screen.change({ model: { beside: null } });
    fetches.leave();
    linkTo(before)?.focus();
  };

  listenAgain = stayLive(needs);
  takeDrafts(root, screen);
  takeClicks(root, screen, opened);
  root.addEventListener('submit', (event) => {
    if (!(event.target instanceof HTMLFormElement)) return;
    const { action, summary } = event.target.dataset;
    if (action === undefined && summary === undefined) return;
    event.preventDefault();
    if (action === undefined) void askSummary(screen);
    else void (action === 'take_in' ? takeIn(screen, event.target) : sendForm(needs, event.target));
  });
  addEventListener('popstate', () => {
    const id = new URLSearchParams(location.search).get('enquiry');
    if (id === null) fetches.leave();
    else void open(id);
  });
  const onScroll = () => screen.ui().unseen && seesLatest(root) && screen.change({ ui: { unseen: false } });
  addEventListener('scroll', onScroll, { capture: true, passive: true });
  takeKeys(screen);
  tick(screen, hear);
}

/** Waiting times go on, and so does an alarm; a page in the background hears a new one by the hint itself. */
function tick(screen: Screen, hear: () => void): void {
  let startedAt = { page: performance.now(), server: screen.ui().nowMs };
  let board = screen.model().board;
  setInterval(() => {
    if (screen.model().board !== board) {
      board = screen.model().board;
      startedAt = { page: performance.now(), server: Date.parse(board.now) };
    }
    const nowMs = startedAt.server + performance.now() - startedAt.page;
    if (Math.floor(nowMs / 10_000) !== Math.floor(screen.ui().nowMs / 10_000)) screen.change({ ui: { nowMs } });
    hear();
  }, 1_000);
}

/** Typed text lives in the page's state, so that a change from outside never touches it. */
function takeDrafts(root: Element, screen: Screen): void {
  root.addEventListener('input', ({ target }) => {
    const isField =
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement ||
      target instanceof HTMLInputElement;
    if (!isField || !target.form?.dataset.action) return;
    const id = screen.model().conversation?.enquiry.id ?? newEnquiry;
    const isOff = target instanceof HTMLInputElement && target.type === 'checkbox' && !target.checked;
    const drafts = { ...screen.ui().drafts, [draftOf(target.form, id, target.name)]: isOff ? '' : target.value };
    screen.change({ ui: { drafts } });
  });
}

function takeClicks(root: Element, screen: Screen, opened: (id: string | null) => void): void {
  const does: Readonly<Record<string, () => void>> = {
    sound: () => {
      const sound = !screen.ui().sound;
      localStorage.setItem('desk-sound', sound ? 'on' : 'off');
      screen.change({ ui: { sound } });
    },
    keys: () => help(screen),
    latest: () => {
      showLatest(root);
      screen.change({ ui: { unseen: false } });
    },
    unblank: () => screen.change({ ui: { blank: false } }),
  };
  root.addEventListener('click', (event) => {
    if (!(event instanceof MouseEvent) || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0)
      return;
    const at =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-open], [data-back], [data-do]') : null;
    if (!at) return;
    event.preventDefault();
    if (at.dataset.do) does[at.dataset.do]?.();
    else opened(at.dataset.open ?? null);
  });
}

function help(screen: Screen): void {
  const turn = (keys: boolean) => {
    localStorage.setItem('desk-keys', keys ? 'on' : 'off');
    screen.change({ ui: { keys } });
  };
  showHelp({ on: screen.ui().keys, turn });
}

function takeKeys(screen: Screen): void {
  listenToKeys({
    on: () => screen.ui().keys && !screen.ui().blank,
    move: moveInQueue,
    claim: () => document.querySelector<HTMLFormElement>('form[data-action="claim"]')?.requestSubmit(),
    toReply: () => document.getElementById('reply-text')?.focus(),
    help: () => help(screen),
    toSearch: () => document.getElementById('search-code')?.focus(),
    takeIn: (channel) => {
      const begun = document.querySelector<HTMLTextAreaElement>('#take-text');
      if (begun?.value) begun.focus();
      else location.assign(`/desk?new=${channel}`);
    },
    blank: () => {
      screen.change({ ui: { blank: true } });
      document.querySelector<HTMLElement>('.blank button')?.focus();
    },
  });
}

function moveInQueue(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>('.queue .row')];
  const focused = links.findIndex((link) => link.matches(':focus'));
  const current = focused >= 0 ? focused : links.findIndex((link) => link.getAttribute('aria-current') === 'true');
  const next = current < 0 ? (by === 1 ? 0 : links.length - 1) : current + by;
  links[Math.min(Math.max(next, 0), links.length - 1)]?.focus();
}

function linkTo(id: string | undefined): HTMLElement | null {
  return id === undefined ? null : document.querySelector<HTMLElement>(`.queue [data-open="${CSS.escape(id)}"]`);
}
