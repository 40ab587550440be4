/**
 * The page of one case file: who answers for it, what comes next, who is in it, who may know what, and how it went.
 * Goals and meetings get panels of their own after the next step.
 */
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { ageBands, outcomes } from '../../src/domain/words.ts';
import { ageWords, outcomeWords } from '../staff-words.ts';
import { caseStatusWords, dueWords } from './case-words.ts';
import { consentsView } from './view-case-consents.ts';
import { coordinatorForm } from './view-case-coordinator.ts';
import { caseForm, choiceField, dateField, foldedCaseForm, selectField, textField } from './view-case-fields.ts';
import { type CasePage, can, personWords, shapeOf } from './view-case-shape.ts';
import { teamView } from './view-case-team.ts';

export function caseView(page: CasePage): VNode {
  const { caseFile, tried } = page;
  return html`
    <p><a class="back-link" href="/desk/cases">‹ Mine sager</a></p>
    <h1>Sag ${caseFile.code} <span class="mark">${caseStatusWords[caseFile.status]}</span></h1>
    ${tried && html`<p class="strip case-tried" role="alert"><strong>${tried.message}</strong> <a href=${`#form-${tried.form}`}>Gå til feltet</a></p>`}
    ${acuteView(page)}
    <div class="case-columns">
      <div class="case-main">
        ${closingView(page)} ${answerableView(page)} ${nextStepView(page)} ${teamView(page)} ${consentsView(page)}
        ${contactView(page)} ${endView(page)}
      </div>
      <aside class="case-aside" aria-label="Om sagen">${factsView(page)} ${timelineView(page)} ${readersView(page)}</aside>
    </div>
  `;
}

function acuteView({ caseFile: { acuteAt, status }, times }: CasePage): VNode | null {
  if (acuteAt === null || status === 'closed') return null;
  return html`<p class="notice case-warning"><span aria-hidden="true">▲</span> Der blev hørt tegn på fare i samtalen ${times.moment(acuteAt)}.</p>`;
}

function closingView({ caseFile: { closing }, times }: CasePage): VNode | null {
  if (closing === null) return null;
  return html`
    <section class="case-panel" aria-labelledby="closing-title">
      <h2 id="closing-title">Sådan endte det</h2>
      <p><strong>${outcomeWords[closing.outcome]}</strong> · lukket ${times.day(closing.at)}</p>
      <p class="case-words">${closing.summary}</p>
    </section>
  `;
}

function answerableView(page: CasePage): VNode {
  const { coordinator, standIn } = page.caseFile;
  return html`
    <section class="case-panel" aria-labelledby="answerable-title">
      <h2 id="answerable-title">Hvem svarer for sagen</h2>
      <dl class="facts">
        <dt>Koordinator</dt><dd>${personWords(coordinator)}</dd>
        <dt>Stedfortræder</dt><dd>${standIn === null ? 'Ingen endnu' : personWords(standIn)}</dd>
      </dl>
      ${can(page, 'choose_coordinator') && coordinatorForm(page, true)}
    </section>
  `;
}

function nextStepView(page: CasePage): VNode | null {
  const { nextStep, status } = page.caseFile;
  if (status === 'closed') return null;
  const shape = shapeOf(page, 'set_next_step');
  return html`
    <section class="case-panel" aria-labelledby="next-title">
      <h2 id="next-title">Næste skridt</h2>
      ${nextStep === null && html`<p class="quiet">Intet er sat.</p>`}
      ${nextStep && html`<p class="case-words">${nextStep.text}</p><p class=${nextStep.late ? 'late' : ''}>${dueWords(nextStep, page.times)}</p>`}
      ${
        can(page, 'set_next_step') &&
        foldedCaseForm(
          { ...shape, summary: nextStep === null ? 'Sæt næste skridt' : 'Sæt et nyt' },
          html`
          ${textField({ shape, name: 'text', label: 'Hvad skal der ske?' })}
          ${dateField({ shape, name: 'by', label: 'Senest', min: page.today })}
        `,
        )
      }
    </section>
  `;
}

function contactView(page: CasePage): VNode {
  const { lastContactAt } = page.caseFile;
  return html`
    <section class="case-panel" aria-labelledby="contact-title">
      <h2 id="contact-title">Kontakt med den unge</h2>
      <p>${lastContactAt === null ? 'Ingen kontakt er skrevet ned endnu.' : `Sidste kontakt var ${page.times.day(lastContactAt)}.`}</p>
      ${can(page, 'had_contact') && caseForm(shapeOf(page, 'had_contact'), null)}
    </section>
  `;
}

function endView(page: CasePage): VNode | null {
  if (can(page, 'reopen')) {
    const shape = shapeOf(page, 'reopen');
    const field = textField({ shape, name: 'reason', label: 'Hvorfor skal den åbnes igen?' });
    return html`<section class="case-panel">${foldedCaseForm({ ...shape, summary: shape.button }, field)}</section>`;
  }
  if (!can(page, 'close') && !can(page, 'leave')) return null;
  return html`<section class="case-panel case-end">${can(page, 'close') && closeForm(page)} ${can(page, 'leave') && leaveForm(page)}</section>`;
}

function closeForm(page: CasePage): VNode {
  const shape = shapeOf(page, 'close');
  const choices = outcomes.map((outcome) => ({ value: outcome, words: outcomeWords[outcome] }));
  return foldedCaseForm(
    { ...shape, summary: shape.button },
    html`
      ${selectField({ shape, name: 'outcome', label: 'Hvordan endte det?', empty: 'Vælg …', groups: [{ name: '', choices }] })}
      ${textField({ shape, name: 'summary', label: 'Resumé', hint: 'Hvad skete der, og hvad er aftalt?', rows: 4 })}
      <p class="quiet">Hent sagen ned, før du lukker, hvis den skal gemmes et andet sted.</p>
    `,
  );
}

function leaveForm(page: CasePage): VNode {
  const shape = shapeOf(page, 'leave');
  return foldedCaseForm(
    { ...shape, summary: shape.button, button: 'Ja, gå ud af sagen' },
    html`<p>Så kan du ikke længere se sagen.</p>`,
  );
}

function factsView(page: CasePage): VNode {
  const { caseFile, times } = page;
  const { ageBand, past17Half, conversation, enquiry, id } = caseFile;
  return html`
    <section class="panel" aria-labelledby="facts-title">
      <h2 class="small-title" id="facts-title">Om sagen</h2>
      <dl class="facts">
        <dt>Alder</dt><dd>${ageBand === null ? 'Ukendt' : ageWords[ageBand]}${past17Half ? ', er fyldt 17½' : ''}</dd>
        <dt>Åbnet</dt><dd>${times.date(caseFile.openedAt)} af ${caseFile.openedBy}</dd>
      </dl>
      ${can(page, 'turned_17_half') && caseForm({ ...shapeOf(page, 'turned_17_half'), quiet: true }, null)}
      ${can(page, 'tell_age') && ageForm(page)}
      <ul class="plain case-links">
        <li>${conversation ? html`<a class="case-link" href=${`/desk?enquiry=${enquiry}`}>Åbn samtalen</a>` : 'Samtalen kan du ikke se. Spørg koordinatoren.'}</li>
        <li><a class="case-link" href=${`/desk/cases/${id}/print`}>Udskriv sagen</a></li>
        <li><a class="case-link" href=${`/desk/cases/${id}/export.json`} download>Hent sagen som fil</a></li>
      </ul>
    </section>
  `;
}

function ageForm(page: CasePage): VNode {
  const shape = shapeOf(page, 'tell_age');
  const { ageBand } = page.caseFile;
  return foldedCaseForm(
    { ...shape, summary: ageBand === null ? 'Skriv alderen' : 'Ret alderen' },
    choiceField({
      shape,
      name: 'ageBand',
      label: 'Hvor gammel er den unge?',
      hint: 'Alderen bestemmer, hvem der kan sige ja. Et samtykke fra en, der ikke kan, holder op med at gælde.',
      many: false,
      choices: ageBands.map((band) => ({ value: band, words: ageWords[band] })),
      chosen: ageBand === null ? [] : [ageBand],
    }),
  );
}

function timelineView({ caseFile, times }: CasePage): VNode {
  return html`
    <section class="panel" aria-labelledby="timeline-title">
      <h2 class="small-title" id="timeline-title">Forløb</h2>
      <ol class="plain timeline">
        ${caseFile.timeline.map(({ text, at }, index) => html`<li key=${index}>${text} <time datetime=${at}>${times.moment(at)}</time></li>`)}
      </ol>
    </section>
  `;
}

function readersView({ caseFile, times }: CasePage): VNode {
  return html`
    <section class="panel" aria-labelledby="readers-title">
      <h2 class="small-title" id="readers-title">Hvem har læst den</h2>
      <ul class="plain">
        ${caseFile.readBy.map(({ staff, name, at }) => html`<li key=${staff}>${name} <time datetime=${at}>${times.moment(at)}</time></li>`)}
      </ul>
    </section>
  `;
}
