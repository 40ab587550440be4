/** One case file on paper: everything in reading order, tables with captions, nothing said by colour alone. */
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { ageWords, outcomeWords, roleWords } from '../staff-words.ts';
import type { Times } from './case-days.ts';
import type { CaseDetail, ConsentItem } from './case-model.ts';
import { caseStatusWords, consentStateWords, dueWords, groundWords } from './case-words.ts';
import { sharedWords } from './view-case-consents.ts';
import { personWords } from './view-case-shape.ts';
import { coverWords, missingWords } from './view-case-team.ts';

export interface PrintPage {
  readonly caseFile: CaseDetail;
  readonly times: Times;
  /** "Ungeindgangen · Eksempel Kommune". */
  readonly place: string;
  readonly printedBy: string;
  readonly printedAt: string;
}

export function casePrintView(page: PrintPage): VNode {
  const { caseFile, times, place, printedBy, printedAt } = page;
  return html`
    <main class="print-page">
      <p class="print-away"><a class="print-back" href=${`/desk/cases/${caseFile.id}`}>‹ Sag ${caseFile.code}</a> Udskriv med Ctrl + P.</p>
      <p>${place}</p>
      <h1>Sag ${caseFile.code}</h1>
      <p>Udskrevet af ${printedBy} ${times.moment(printedAt)}. Papiret er fortroligt.</p>
      ${aboutView(page)} ${closingView(page)} ${nextStepView(page)} ${teamTable(page)} ${consentTables(page)} ${askedTable(page)}
      ${table(
        'Forløb',
        ['Hvornår', 'Hvad skete der'],
        caseFile.timeline.map(({ text, at }) => [times.moment(at), text]),
      )}
      ${table(
        'Hvem har læst sagen',
        ['Hvem', 'Senest'],
        caseFile.readBy.map(({ name, at }) => [name, times.moment(at)]),
      )}
    </main>
  `;
}

function aboutView({ caseFile, times }: PrintPage): VNode {
  const { ageBand, past17Half, coordinator, standIn, lastContactAt } = caseFile;
  const age = ageBand === null ? 'Ukendt' : ageWords[ageBand];
  return html`
    <h2>Om sagen</h2>
    <dl class="facts">
      <dt>Status</dt><dd>${caseStatusWords[caseFile.status]}</dd>
      <dt>Koordinator</dt><dd>${personWords(coordinator)}</dd>
      <dt>Stedfortræder</dt><dd>${standIn === null ? 'Ingen' : personWords(standIn)}</dd>
      <dt>Alder</dt><dd>${age}${past17Half ? ', er fyldt 17½' : ''}</dd>
      <dt>Åbnet</dt><dd>${times.moment(caseFile.openedAt)} af ${caseFile.openedBy}</dd>
      <dt>Sidste kontakt</dt><dd>${lastContactAt === null ? 'Ikke skrevet ned' : times.moment(lastContactAt)}</dd>
    </dl>
  `;
}

function closingView({ caseFile: { closing }, times }: PrintPage): VNode | null {
  if (closing === null) return null;
  return html`
    <h2>Sådan endte det</h2>
    <p>${outcomeWords[closing.outcome]}. Lukket ${times.moment(closing.at)}.</p>
    <p class="case-words">${closing.summary}</p>
  `;
}

function nextStepView({ caseFile: { nextStep, status }, times }: PrintPage): VNode | null {
  if (status === 'closed') return null;
  return html`
    <h2>Næste skridt</h2>
    ${nextStep === null ? html`<p>Intet er sat.</p>` : html`<p class="case-words">${nextStep.text}</p><p>${dueWords(nextStep, times)}.</p>`}
  `;
}

function teamTable(page: PrintPage): VNode {
  const { caseFile } = page;
  const rows = caseFile.team.map((member) => [
    `${member.name}, ${member.title}`,
    member.partyName,
    roleWords[member.role],
    coverWords(member, caseFile, page),
  ]);
  const missing = caseFile.missing.length === 0 ? 'Alle roller er på plads' : `Mangler: ${missingWords(caseFile)}`;
  return html`
    ${table('Teamet', ['Navn', 'Sted', 'Rolle', 'Må være med på'], rows)}
    ${caseFile.status === 'open' && html`<p>${missing}.</p>`}
  `;
}

function askedTable({ caseFile: { invitations }, times }: PrintPage): VNode | null {
  if (invitations.length === 0) return null;
  const rows = invitations.map(({ name, partyName, role, askedBy, at }) => {
    return [name, partyName, roleWords[role], `${askedBy}, ${times.moment(at)}`];
  });
  return table('Foreslået til teamet, ikke afgjort', ['Navn', 'Sted', 'Rolle', 'Foreslået af'], rows);
}

function consentTables({ caseFile: { consents }, times }: PrintPage): readonly VNode[] {
  const until = ({ until: last }: ConsentItem) => times.date(last);
  const over = ({ state, overAt }: ConsentItem) =>
    `${consentStateWords[state]}${overAt === null ? '' : `, ${times.moment(overAt)}`}`;
  const rows = (some: readonly ConsentItem[], end: (one: ConsentItem) => string) =>
    some.map((one) => [
      sharedWords(one),
      groundWords(one),
      one.purpose,
      times.date(one.from),
      end(one),
      one.recordedBy,
    ]);
  const live = consents.filter(({ state }) => state === 'live');
  const gone = consents.filter(({ state }) => state !== 'live');
  const columns = (end: string) => ['Hvem må vide hvad', 'Grundlag', 'Formål', 'Fra', end, 'Skrevet ned af'];
  return [
    table('Samtykker og lovgrundlag, der gælder nu', columns('Til og med'), rows(live, until)),
    ...(gone.length === 0 ? [] : [table('Gælder ikke længere', columns('Ophørt'), rows(gone, over))]),
  ];
}

function table(caption: string, columns: readonly string[], rows: readonly (readonly string[])[]): VNode {
  if (rows.length === 0) return html`<h2>${caption}</h2><p>Ingen.</p>`;
  return html`
    <div class="print-scroll" role="region" tabindex="0" aria-label=${caption}>
      <table class=${columns.length > 3 ? 'print-table print-wide' : 'print-table'}>
        <caption><h2>${caption}</h2></caption>
        <thead><tr>${columns.map((column) => html`<th scope="col" key=${column}>${column}</th>`)}</tr></thead>
        <tbody>${rows.map((cells, at) => html`<tr key=${at}>${cells.map(cellView)}</tr>`)}</tbody>
      </table>
    </div>
  `;
}

function cellView(words: string, column: number): VNode {
  return column === 0 ? html`<th scope="row" key=${column}>${words}</th>` : html`<td key=${column}>${words}</td>`;
}
