/** One enquiry: the citizen's own words first, then who said what, and beside it what only staff may see. */
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { isSpoken } from '../../src/domain/words.ts';
import { ageWords, askerWords, channelWords, outcomeWords, statusWords } from '../staff-words.ts';
import type { Board, Conversation, Row, Said } from './model.ts';
import { actionsView, helpersView, onAnswerView } from './view-actions.ts';
import { casePointerView } from './view-case-pointer.ts';
import { holderWords, isLate, othersWords, urgencyMark } from './view-queue.ts';
import type { Ui } from './view-state.ts';
import { summaryView } from './view-summary.ts';
import { codeWords, erasedWords, removedWords, timeWords, waitWords, writesWords } from './words.ts';

type Times = (iso: string) => string;

export function conversationView(board: Board, conversation: Conversation, ui: Ui): VNode {
  const row = conversation.enquiry;
  const times: Times = (iso) => timeWords(iso, new Date(ui.nowMs).toISOString(), board.timeZone);
  return html`
    <section class="talk" aria-labelledby="talk-title" key=${row.id}>
      <div class="talk-head">
        <a class="back" href="/desk" data-back>‹ Kø</a>
        ${urgencyMark(row)}
        <h2 id="talk-title" tabindex="-1">${row.topic}</h2>
        <p class="talk-state">${stateWords(row)}</p>
        ${row.others.length > 0 && html`<p class="talk-others">${othersWords(row)}</p>`}
        ${casePointerView(conversation)}
      </div>
      <div class="talk-scroll" tabindex="0" role="region" aria-label="Samtalen og oplysninger">
        <div class="talk-main">
          ${firstWords(conversation, times)}
          <h3 class="small-title">Hele samtalen</h3>
          <ol class="log">${conversation.messages.map((message) => messageView(message, { row, ui, times }))}</ol>
        </div>
        <aside class="talk-aside" aria-label="Om henvendelsen">
          ${factsView(row, ui)} ${helpersView(board, conversation, ui)} ${summaryView(conversation, ui)} ${notesView(conversation, times)} ${timelineView(conversation, times)}
          ${readersView(conversation, times)}
        </aside>
      </div>
      ${actionsView(board, conversation, ui)}
    </section>
  `;
}

function stateWords(row: Row): string {
  if (row.state === 'closed' && row.outcome !== null) return `${statusWords.closed}: ${outcomeWords[row.outcome]}`;
  return row.state === 'waiting' ? `Venter hos ${row.partyName}` : `${holderWords(row)} · ${row.partyName}`;
}

function firstWords({ messages, enquiry }: Conversation, times: Times): VNode | null {
  const theirs = messages.filter(({ from, erased }) => from === 'visitor' && !erased);
  const first = theirs.find(({ tapped }) => !tapped) ?? theirs[0];
  if (!first) return null;
  return html`
    <figure class="first">
      <figcaption>${askerWords[enquiry.asker]} ${isSpoken(enquiry.channel) ? 'sagde' : 'skrev'} først · ${times(first.at)}</figcaption>
      <blockquote dir="auto" lang=${first.language}>${first.text}</blockquote>
    </figure>
  `;
}

interface Around {
  readonly row: Row;
  readonly ui: Ui;
  readonly times: Times;
}

function messageView(message: Said, { row, ui, times }: Around): VNode {
  const gone = message.erased ? erasedWords : message.removed ? removedWords : null;
  return html`
    <li class=${`said said-${message.from}`} key=${message.seq}>
      <p class="said-by">${speaker(message, row)} <time datetime=${message.at}>${times(message.at)}</time></p>
      ${gone !== null ? html`<p class="said-text said-erased">${gone}</p>` : html`<p class="said-text" dir="auto" lang=${message.language}>${message.text}</p>`}
      ${message.may.length > 0 && onAnswerView(message, row, ui)}
    </li>
  `;
}

function speaker({ from, name, role }: Said, { asker }: Row): VNode {
  if (from === 'bot') return html`<strong><span aria-hidden="true">⚙</span> Robot</strong>`;
  if (from === 'visitor') return html`<strong>${askerWords[asker]}</strong>`;
  return html`<strong>${name}</strong>, ${role}`;
}

function factsView(row: Row, { nowMs }: Ui): VNode {
  const waits = row.waitingSince === null ? 'Venter ikke på svar' : waitWords(Date.parse(row.waitingSince), nowMs);
  const late = isLate(row, nowMs);
  return html`
    <section class="panel">
      <h3 class="small-title">Om henvendelsen</h3>
      <dl class="facts">
        <dt>Kode</dt><dd class="code">${codeWords(row.code)}</dd>
        <dt>Kom via</dt><dd>${channelWords[row.channel]}</dd>
        <dt>Hvem</dt><dd>${askerWords[row.asker]}, ${row.ageBand === null ? 'alder ukendt' : ageWords[row.ageBand].toLowerCase()}</dd>
        <dt>Sprog</dt><dd>${writesWords(row)}</dd>
        <dt>Ansvar</dt><dd>${row.partyName}</dd>
        <dt>Ventetid</dt><dd>${waits}</dd>
        ${row.deadlineWords !== null && html`<dt>Frist</dt><dd class=${late ? 'late' : ''}>${row.deadlineWords}${late ? ' – overskredet' : ''}</dd>`}
      </dl>
    </section>
  `;
}

function notesView({ notes }: Conversation, times: Times): VNode {
  return html`
    <section class="panel panel-internal">
      <h3 class="small-title">Internt – vises ikke for borgeren</h3>
      ${notes.length === 0 && html`<p class="quiet">Ingen noter.</p>`}
      <ul class="plain">
        ${notes.map((note) => html`<li key=${note.id}><p class="said-text">${note.text}</p><p class="quiet">${note.by} · <time datetime=${note.at}>${times(note.at)}</time></p></li>`)}
      </ul>
    </section>
  `;
}

function timelineView({ timeline }: Conversation, times: Times): VNode {
  return html`
    <section class="panel">
      <h3 class="small-title">Forløb</h3>
      <ol class="plain timeline">
        ${timeline.map((event, index) => html`<li key=${index}>${event.text} <time datetime=${event.at}>${times(event.at)}</time></li>`)}
      </ol>
    </section>
  `;
}

function readersView({ readBy }: Conversation, times: Times): VNode {
  return html`
    <section class="panel">
      <h3 class="small-title">Hvem har læst den</h3>
      <ul class="plain">
        ${readBy.map((reader) => html`<li key=${reader.staff}>${reader.name} <time datetime=${reader.at}>${times(reader.at)}</time></li>`)}
      </ul>
    </section>
  `;
}
