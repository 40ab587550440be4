/** The two panels above the log: who can see the chat, and help right now. They open without JavaScript. */
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { type PageState, peopleIn, type ShownHelpLine } from './page-state.ts';
import { callText, canReadText, dangerText, exitNote, helpTexts, uiTexts, whoCanSeeTexts } from './ui-texts.ts';

/** A phone number as a `tel:` address. */
export function phoneHref(phone: string): string {
  return `tel:${phone.replaceAll(/[^\d+]/g, '')}`;
}

/** A page as its municipality writes it, e.g. `headspace.dk`, as an address that leaves our site. */
function webHref(url: string): string {
  return /^https?:\/\//.test(url) ? url : `https://${url}`;
}

function HelpLineRow({ line }: { readonly line: ShownHelpLine }): VNode {
  const { name, phone, url, hours, checked } = line;
  return html`<li class="line" data-checked=${checked}>
    <div>
      <p class="line-name">${name}</p>
      <p class="line-hours">${hours}</p>
    </div>
    ${phone && html`<a class="button" href=${phoneHref(phone)} aria-label=${`${callText(phone)}, ${name}`}>${callText(phone)}</a>`}
    ${!phone && url && html`<a class="button" href=${webHref(url)} rel="noreferrer" aria-label=${`${helpTexts.web}, ${name}`}>${helpTexts.web}</a>`}
  </li>`;
}

function AcuteHelp({ helpLines }: { readonly helpLines: readonly ShownHelpLine[] }): VNode {
  const lines = helpLines
    .filter(({ phone }) => phone !== dangerText.number)
    .toSorted((a, b) => Number(b.alwaysOpen) - Number(a.alwaysOpen));
  return html`<details class="panel" name="help">
    <summary>${uiTexts.acuteHelp}</summary>
    <div class="sheet">
      <h2>${helpTexts.danger}</h2>
      <p><a class="button danger" href="tel:112">${helpTexts.emergency}</a></p>
      <p>${helpTexts.emergencyNote}</p>
      <h2>${helpTexts.talk}</h2>
      <ul class="lines">${lines.map((line) => html`<${HelpLineRow} key=${line.name} line=${line} />`)}</ul>
    </div>
  </details>`;
}

function WhoCanSee({ state }: { readonly state: PageState }): VNode {
  const people = peopleIn(state.messages);
  return html`<details class="panel" name="help">
    <summary>${uiTexts.whoCanSee}</summary>
    <div class="sheet">
      ${people.map(({ name, role }) => html`<p key=${name}><strong>${canReadText(name, role)}</strong></p>`)}
      ${whoCanSeeTexts[state.door].map((text) => html`<p key=${text}>${text}</p>`)}
      <p>${exitNote}</p>
      <p><a href="/privatliv">${uiTexts.readMore}</a></p>
    </div>
  </details>`;
}

/** The row of tools under the header. */
export function Tools({ state }: { readonly state: PageState }): VNode {
  return html`<div class="tools">
    <${WhoCanSee} state=${state} />
    <${AcuteHelp} helpLines=${state.helpLines} />
  </div>`;
}
