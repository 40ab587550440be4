/**
 * The page come alive: holds what is shown, shows it anew after every change, and knows what has to happen around it:
 * what is kept on the device, what is read aloud, what is scrolled into sight.
 */
import { html } from 'htm/preact';
import { hydrate, render } from 'preact';
import { authorText } from '../log-view.ts';
import type { PageActions } from '../page-actions.ts';
import { isRemoved, type PageMessage, type PageState, type Unsent } from '../page-state.ts';
import { ChatPage } from '../page-view.ts';
import { saidText } from '../ui-texts.ts';
import { unseen, withArrived } from './changes.ts';
import type { Keeper } from './kept.ts';
import { isAtEnd, showEnd } from './scrolling.ts';
import { speak } from './spoken.ts';

interface Needs {
  readonly root: HTMLElement;
  readonly spoken: HTMLElement;
  readonly keeper: Keeper;
  readonly actions: PageActions;
}

export interface LivePage {
  readonly now: () => PageState;
  readonly show: (change: Partial<PageState>) => void;
  readonly arrived: (messages: readonly PageMessage[]) => void;
  /** Takes an own message into the log and out of the field. */
  readonly add: (unsent: Unsent, typed: string) => void;
}

function speakAll(region: HTMLElement, messages: readonly PageMessage[]): void {
  for (const message of messages) {
    speak(region, saidText(authorText(message), message.text), message.language);
  }
}

/** Takes over the page that the server rendered; `first` is what it shows. */
export function livePage({ root, spoken, keeper, actions }: Needs, first: PageState): LivePage {
  let state = first;
  hydrate(html`<${ChatPage} state=${state} actions=${actions} />`, root);

  const show = (change: Partial<PageState>): void => {
    state = { ...state, ...change };
    render(html`<${ChatPage} state=${state} actions=${actions} />`, root);
    keeper.write(state);
  };

  return {
    now: () => state,
    show,
    arrived: (messages) => {
      const fresh = unseen(state.messages, messages);
      if (fresh.length === 0) return;
      const reading = isAtEnd();
      const foreign = fresh.filter(({ from, says }) => from !== 'visitor' && says !== 'greeting');
      show({ ...withArrived(state, fresh), newBelow: state.newBelow || (!reading && foreign.length > 0) });
      if (reading) showEnd(document.getElementById(`b${foreign[0]?.seq}`));
      speakAll(
        spoken,
        foreign.filter((message) => !isRemoved(message)),
      );
    },
    add: (unsent, typed) => {
      show({ unsent: [...state.unsent, unsent], typed, problem: null, newBelow: false });
      showEnd();
    },
  };
}
