/** What can be pressed on the chat page. */

/** Taken by the page's script; on the server nothing is pressed. */
export interface PageActions {
  readonly submit: (event: Event) => void;
  readonly typing: (event: Event) => void;
  readonly key: (event: Event) => void;
  readonly tryAgain: (clientId: string) => void;
  readonly showNew: () => void;
  readonly exit: (event: Event) => void;
}

const nothing = () => {};

export const noActions: PageActions = {
  submit: nothing,
  typing: nothing,
  key: nothing,
  tryAgain: nothing,
  showNew: nothing,
  exit: nothing,
};
