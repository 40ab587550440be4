/** The whole desk as one view, drawn by the server for the first page and by the browser for every change after it. */
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Board, Model } from './model.ts';
import { besideView } from './view-beside.ts';
import { conversationView } from './view-conversation.ts';
import { alarmView, queueView } from './view-queue.ts';
import { slackBanner } from './view-slack-banner.ts';
import type { Link, Ui } from './view-state.ts';

export function deskView({ board, conversation, beside }: Model, ui: Ui): VNode {
  const current = ui.opening ?? conversation?.enquiry.id ?? null;
  const isFree = current === null && ui.gone === null;
  return html`
    <div class="screen">
    <div class="desk" data-shows=${isFree && beside === null ? 'queue' : 'talk'} inert=${ui.blank || undefined}>
      ${topBar(board, current, ui)}
      <div class="strips">${slackBanner(board.slack)}${linkStrip(ui.link)}${alarmView(board.rows)}</div>
      <main class="panes">
        ${queueView(board.rows, current, ui)}
        ${ui.opening !== null && ui.opening !== conversation?.enquiry.id ? openingView() : null}
        ${conversation && current === conversation.enquiry.id ? conversationView(board, conversation, ui) : null}
        ${current === null && ui.gone !== null ? goneView(ui.gone) : null}
        ${isFree ? freePane(beside, board, ui) : null}
      </main>
      <p class="toast" role="status">${ui.status}</p>
    </div>
    ${ui.blank && blankView()}
    </div>
  `;
}

function topBar(board: Board, current: string | null, ui: Ui): VNode {
  const scripted = ui.link !== 'page';
  return html`
    <header class="bar">
      <h1>Desk <span class="bar-place">${board.place}</span></h1>
      <p class="bar-me"><strong>${board.me.name}</strong><span class="bar-role">, ${board.me.role} · ${board.partyName}</span></p>
      <div class="bar-counter">
        <a class="button button-quiet" href="/desk?new=phone">Ny: telefon <kbd>F2</kbd></a>
        <a class="button button-quiet" href="/desk?new=counter">Ny: skranke <kbd>F3</kbd></a>
        <form class="search" role="search" method="get" action="/desk">
          <label class="search-label" for="search-code">Kode</label>
          <input class="field" id="search-code" name="code" size="9" maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false" required />
          <button class="button button-quiet">Søg <kbd>/</kbd></button>
        </form>
      </div>
      <div class="bar-tools">
        <a class="button button-quiet" href="/desk/cases">Mine sager</a>
        ${!scripted && html`<a class="button button-quiet" href=${current === null ? '/desk' : `/desk?enquiry=${current}`}>Se efter nyt</a>`}
        ${scripted && html`<button class="button button-quiet" type="button" data-do="sound" aria-pressed=${ui.sound ? 'true' : 'false'}>${ui.sound ? 'Lyd til' : 'Lyd fra'}</button>`}
        ${scripted && html`<button class="button button-quiet bar-keys" type="button" data-do="keys">Genveje <kbd>?</kbd></button>`}
        <form method="post" action="/desk/session/end"><button class="button button-quiet">Log ud</button></form>
      </div>
    </header>
  `;
}

function linkStrip(link: Link): VNode | null {
  if (link === 'lost') {
    return html`<p class="strip" role="alert"><strong>Du mistede forbindelsen.</strong> Det, du har skrevet, er her stadig. Vi prøver igen.</p>`;
  }
  if (link === 'signed-out') {
    return html`<p class="strip" role="alert"><strong>Du er logget ud.</strong> <a href="/desk" target="_blank" rel="noopener">Log ind i et nyt vindue</a>, og gå så tilbage hertil.</p>`;
  }
  return null;
}

function openingView(): VNode {
  return html`<section class="talk talk-empty" aria-busy="true"><p class="quiet">Henter samtalen …</p></section>`;
}

function goneView(why: string): VNode {
  return html`
    <section class="talk talk-empty">
      <div class="gone">
        <a class="back" href="/desk" data-back>‹ Kø</a>
        <p id="talk-title" tabindex="-1" role="alert">${why}</p>
      </div>
    </section>
  `;
}

function freePane(beside: Model['beside'], board: Board, ui: Ui): VNode {
  return beside === null ? nothingOpen(board) : besideView(beside, board, ui);
}

function nothingOpen({ rows }: Board): VNode {
  return html`
    <section class="talk talk-empty">
      <p class="quiet">${rows.length === 0 ? 'Når nogen skriver, kommer de i køen.' : 'Vælg en henvendelse i køen.'}</p>
    </section>
  `;
}

function blankView(): VNode {
  return html`
    <div class="blank">
      <button class="button button-main" type="button" data-do="unblank">Vis skærmen igen</button>
      <p>Skærmen er skjult.</p>
    </div>
  `;
}
