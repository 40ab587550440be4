/** The queue: who waits, for how long, and who has it. */
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { ageWords, askerWords, channelWords, statusWords } from '../staff-words.ts';
import type { Row } from './model.ts';
import { isAlarm, type Ui } from './view-state.ts';
import { calledWords, codeWords, urgencyIcons, urgencyWords, waitWords, writesWords } from './words.ts';

export function queueView(rows: readonly Row[], current: string | null, ui: Ui): VNode {
  return html`
    <section class="queue" aria-labelledby="queue-title">
      <h2 id="queue-title" class="queue-title">Kø <span class="quiet">${queueLine(rows, ui.nowMs)}</span></h2>
      ${
        rows.length === 0
          ? html`<p class="empty">Ingen venter lige nu.</p>`
          : html`<ol class="rows">${rows.map((row) => rowView(row, row.id === current, ui.nowMs))}</ol>`
      }
    </section>
  `;
}

function queueLine(rows: readonly Row[], nowMs: number): string {
  const since = rows.flatMap((row) => (row.waitingSince === null ? [] : [Date.parse(row.waitingSince)]));
  if (since.length === 0) return `${rows.length}`;
  return `${rows.length} · ældste ${waitWords(Math.min(...since), nowMs)}`;
}

function rowView(row: Row, current: boolean, nowMs: number): VNode {
  const late = isLate(row, nowMs);
  const kind = [
    row.urgency === 'acute' && 'is-acute',
    late && 'is-late',
    row.mine && 'is-mine',
    current && 'is-current',
  ];
  const facts = [
    row.ageBand === null ? 'Alder ukendt' : ageWords[row.ageBand],
    askerWords[row.asker],
    writesWords(row),
    ...(row.channel === 'webchat' ? [] : [channelWords[row.channel]]),
  ];
  return html`
    <li key=${row.id}>
      <a class=${['row', ...kind].filter(Boolean).join(' ')} href=${`/desk?enquiry=${row.id}`} data-open=${row.id}
        aria-current=${current ? 'true' : undefined}>
        <span class="row-top">
          <span class="row-topic">${row.topic}</span>
          <span class="row-wait">${row.waitingSince === null ? '' : waitWords(Date.parse(row.waitingSince), nowMs)}</span>
        </span>
        <span class="row-facts">${urgencyMark(row)} ${facts.join(' · ')}</span>
        ${row.others.length > 0 && html`<span class="row-facts">${othersWords(row)}</span>`}
        <span class="row-end">
          <span class="row-holder">${holderWords(row)}</span>
          ${row.offeredToUs && html`<span class="mark mark-offer">Tilbudt til jer</span>`}
          ${row.called !== null && html`<span class="mark mark-late">${calledWords[row.called]}</span>`}
          ${deadlineView(row, late)}
          <span class="row-code"><span class="hidden">Kode </span>${codeWords(row.code)}</span>
        </span>
      </a>
    </li>
  `;
}

/** "Også: Bolig; Penge": titles may hold commas themselves. */
export function othersWords({ others }: Row): string {
  return `Også: ${others.join('; ')}`;
}

export function urgencyMark({ urgency }: Row): VNode {
  return html`<span class=${`urgency urgency-${urgency}`}><span aria-hidden="true">${urgencyIcons[urgency]}</span> ${urgencyWords[urgency]}</span>`;
}

function deadlineView(row: Row, late: boolean): VNode | null {
  if (row.deadlineWords === null) return null;
  return late
    ? html`<span class="mark mark-late">Frist overskredet</span>`
    : html`<span class="row-deadline">Frist ${row.deadlineWords}</span>`;
}

export function isLate({ deadline }: Row, nowMs: number): boolean {
  return deadline !== null && Date.parse(deadline) < nowMs;
}

export function holderWords(row: Row): string {
  if (row.state === 'closed') return statusWords.closed;
  if (row.helping) return `Du hjælper ${row.takenBy}`;
  if (row.offeredToUs) return `Fra ${row.takenBy}`;
  if (row.state === 'offered') return `${row.mine ? 'Dig' : row.takenBy} → ${row.offeredTo}`;
  if (row.takenBy !== null) return row.mine ? 'Du har den' : row.takenBy;
  return 'Ingen har den';
}

/** What must be seen wherever one looks on the page. */
export function alarmView(rows: readonly Row[]): VNode | null {
  const alarms = rows.filter(isAlarm);
  const [first] = alarms;
  if (!first) return null;
  const acute = alarms.filter(({ urgency }) => urgency === 'acute').length;
  const late = alarms.length - acute;
  const words = [acute > 0 && `${acute} akut venter`, late > 0 && `${late} over fristen`];
  return html`
    <p class="alarm" role="alert">
      <span aria-hidden="true">▲</span> <strong>${words.filter(Boolean).join(' · ')}</strong>
      <a href=${`/desk?enquiry=${first.id}`} data-open=${first.id}>Åbn nu</a>
    </p>
  `;
}
