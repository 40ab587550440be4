/** The log: what has been said, by whom, and how far one's own messages have come. */
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { PageActions } from './page-actions.ts';
import { arrivals, isErased, isRemoved, type PageMessage, type PageState, type Unsent } from './page-state.ts';
import { arrivedText, deliveryTexts, uiTexts } from './ui-texts.ts';

/** Who wrote it, in words: the name is never left to colour or place. */
export function authorText({ from, name, role }: PageMessage): string {
  if (from === 'visitor') return uiTexts.you;
  if (from === 'bot') return uiTexts.robot;
  return role ? `${name}, ${role}` : (name ?? '');
}

function Author({ message }: { readonly message: PageMessage }): VNode {
  if (message.from === 'visitor') return html`<p class="author unseen">${uiTexts.you}</p>`;
  if (message.from === 'bot') return html`<p class="author">${uiTexts.robot} <span>· ${uiTexts.robotNote}</span></p>`;
  return html`<p class="author"><strong>${message.name}</strong>${message.role && html` <span>· ${message.role}</span>`}</p>`;
}

interface Entry {
  readonly message: PageMessage;
  readonly arrival: Pick<PageMessage, 'name' | 'role'> | undefined;
  readonly sent: boolean;
}

function Words({ message }: { readonly message: PageMessage }): VNode {
  if (isErased(message)) return html`<p class="bubble" lang="da" dir="auto">${uiTexts.erased}</p>`;
  if (isRemoved(message)) return html`<p class="bubble" lang="da" dir="auto">${uiTexts.removed}</p>`;
  return html`<p class="bubble" lang=${message.language} dir="auto">${message.text}</p>`;
}

function said({ message, arrival, sent }: Entry): VNode {
  const { from, seq } = message;
  return html`<li class=${`message ${from}${isErased(message) || isRemoved(message) ? ' erased' : ''}`} id=${`b${seq}`} tabindex="-1">
    ${arrival && html`<p class="divider"><span>${arrivedText(arrival.name, arrival.role)}</span></p>`}
    <${Author} message=${message} />
    <${Words} message=${message} />
    ${sent && html`<p class="delivery">${deliveryTexts.sent}</p>`}
  </li>`;
}

function onItsWay({ clientId, delivery, text }: Unsent, actions: PageActions): VNode {
  const stuck = delivery === 'failed' || delivery === 'waiting';
  return html`<li class=${`message visitor ${delivery}`} tabindex="-1">
    <p class="author unseen">${uiTexts.you}</p>
    <p class="bubble" dir="auto">${text}</p>
    <div class="delivery">
      <span>${stuck && html`<span class="mark" aria-hidden="true">!</span>`}${deliveryTexts[delivery]}</span>
      ${stuck && html`<button type="button" class="again" onClick=${() => actions.tryAgain(clientId)}>${uiTexts.tryAgain}</button>`}
    </div>
  </li>`;
}

/** One place in the log. It stays the same element, with its focus, when a message on its way has arrived. */
function Place({
  entry,
  unsent,
  actions,
}: {
  readonly entry?: Entry;
  readonly unsent?: Unsent;
  readonly actions: PageActions;
}): VNode | null {
  if (entry) return said(entry);
  return unsent ? onItsWay(unsent, actions) : null;
}

/** Everything said so far, oldest first, then what is on its way. */
export function Log({ state, actions }: { readonly state: PageState; readonly actions: PageActions }): VNode {
  const { messages, unsent } = state;
  const arrived = arrivals(messages);
  const newest = messages.findLast(({ from }) => from === 'visitor');
  const lastSent = unsent.length === 0 ? newest?.seq : undefined;
  const entries = messages.map((message) => ({
    message,
    arrival: arrived.get(message.seq),
    sent: message.seq === lastSent && !isErased(message),
  }));
  const places = [
    ...entries.map((entry) => ({ key: entry.message.clientId ?? `b${entry.message.seq}`, entry })),
    ...unsent.map((one) => ({ key: one.clientId, unsent: one })),
  ];
  return html`<ol class="log" id="log" aria-label=${uiTexts.log}>
    ${places.map((place) => html`<${Place} ...${place} actions=${actions} />`)}
  </ol>`;
}
