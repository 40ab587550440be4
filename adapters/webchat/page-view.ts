/**
 * The chat page's markup, the same on the server and in the browser.
 * Everything works as plain HTML: forms post, links lead; the browser's script only takes the same steps faster.
 */
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { Tools } from './help-view.ts';
import { Log } from './log-view.ts';
import type { PageActions } from './page-actions.ts';
import { doorPaths, openChoices, openSafetyQuestion, type PageState } from './page-state.ts';
import { dangerText, helpTexts, noticeTexts, problemTexts, uiTexts } from './ui-texts.ts';

interface Shown {
  readonly state: PageState;
  readonly actions: PageActions;
}

function Header({ state, actions }: Shown): VNode {
  return html`<header class="top">
    <h1>${state.entrance}</h1>
    <a class="exit" href="/luk" rel="noreferrer" onClick=${actions.exit}>${uiTexts.exit}</a>
  </header>`;
}

function Notice({ state }: { readonly state: PageState }): VNode {
  return html`<div class="notice">
    <p>${noticeTexts[state.door]}</p>
    <p>${dangerText.before} <a href="tel:112">${dangerText.number}</a> ${dangerText.after}</p>
  </div>`;
}

function Choices({ state }: { readonly state: PageState }): VNode | null {
  const choices = openChoices(state);
  if (choices.length === 0) return null;
  // The page is Danish; choices below English words are English too.
  const language = state.messages.at(-1)?.language === 'en' ? 'en' : undefined;
  return html`<div class="choices" role="group" aria-label=${uiTexts.choices}>
    ${choices.map(
      ({ code, title }) =>
        html`<button key=${code} type="submit" class="choice" name="choice" value=${code} lang=${language} dir="auto">${title}</button>`,
    )}
  </div>`;
}

/** Beside the field, where a thumb is: the question, its answers, and the way to help that does not wait for us. */
function SafetyQuestion({ state }: { readonly state: PageState }): VNode | null {
  const question = openSafetyQuestion(state);
  if (question === null) return null;
  return html`<div class="safety">
    <div class="safety-top">
      <p lang=${question.language} dir="auto">${question.text}</p>
      <a class="button danger" href="tel:112">${helpTexts.emergency}</a>
    </div>
    <${Choices} state=${state} />
  </div>`;
}

function ConnectionStrip({ state }: { readonly state: PageState }): VNode {
  const { connection } = state;
  return html`<div class="connection" role="status">
    ${connection === 'lost' && html`<p class="lost"><span class="mark" aria-hidden="true">!</span>${uiTexts.lost}</p>`}
    ${connection === 'back' && html`<p class="back"><span class="mark" aria-hidden="true">✓</span>${uiTexts.back}</p>`}
  </div>`;
}

function Field({ state, actions }: Shown): VNode {
  const { problem } = state;
  return html`<div class="field">
    ${problem && html`<p class="problem" id="problem"><span class="mark" aria-hidden="true">!</span>${problemTexts[problem]}</p>`}
    <label class="unseen" for="text">${uiTexts.field}</label>
    <div class="write">
      <textarea id="text" name="text" rows="1" placeholder=${uiTexts.field} autocomplete="off" enterkeyhint="enter"
        dir="auto" aria-invalid=${problem ? 'true' : undefined} aria-describedby=${problem ? 'problem' : undefined}
        defaultValue=${state.typed} onInput=${actions.typing} onKeyDown=${actions.key}></textarea>
      <button type="submit" class="send">${uiTexts.send}</button>
    </div>
    <p class="keys">${uiTexts.keys}</p>
  </div>`;
}

function Composer({ state, actions }: Shown): VNode {
  return html`<div class="composer">
    <${ConnectionStrip} state=${state} />
    ${state.newBelow && html`<button type="button" class="new-below" onClick=${actions.showNew}>${uiTexts.newMessages}</button>`}
    <${SafetyQuestion} state=${state} />
    <${Field} state=${state} actions=${actions} />
  </div>`;
}

/** Without the script, new answers are fetched by hand. */
function Refresh({ state }: { readonly state: PageState }): VNode | null {
  if (state.live || state.messages.every(({ seq }) => seq === 0)) return null;
  return html`<p class="refresh"><a href=${state.refreshPath}>${uiTexts.refresh}</a></p>`;
}

export function Footer(): VNode {
  return html`<footer class="bottom">
    <a href="/privatliv">${uiTexts.privacy}</a>
    <a href="/tilgaengelighed">${uiTexts.accessibility}</a>
  </footer>`;
}

/** The whole page, in reading order: exit, tools, notice, log, choices, field. */
export function ChatPage({ state, actions }: Shown): VNode {
  return html`<div class="page">
    <${Header} state=${state} actions=${actions} />
    <main>
      <${Tools} state=${state} />
      <${Notice} state=${state} />
      <${Log} state=${state} actions=${actions} />
      <div id="slut"></div>
      <form class="answer" method="post" action=${`${doorPaths[state.door]}#slut`} onSubmit=${actions.submit}>
        <input type="hidden" name="id" value=${state.formId} />
        <input type="hidden" name="begin" value=${state.begin} />
        ${openSafetyQuestion(state) === null && html`<${Choices} state=${state} />`}
        <${Refresh} state=${state} />
        <${Composer} state=${state} actions=${actions} />
      </form>
    </main>
    <${Footer} />
  </div>`;
}
