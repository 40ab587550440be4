/** Choosing who coordinates a case file: on its page, and alone for the leader who may choose without seeing more. */
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { CaseDetail } from './case-model.ts';
import { caseActionWords } from './case-words.ts';
import { caseForm, foldedCaseForm, peopleGroups, selectField } from './view-case-fields.ts';
import type { CasePage } from './view-case-shape.ts';

interface Choosing extends Pick<CasePage, 'tried' | 'people'> {
  readonly caseFile: Pick<CaseDetail, 'id' | 'coordinator' | 'standIn'>;
}

/** @param folded false when it is all there is on the page */
export function coordinatorForm(page: Choosing, folded: boolean): VNode {
  const { id, coordinator, standIn } = page.caseFile;
  const shape = {
    form: 'choose_coordinator',
    path: `/desk/cases/${id}/choose_coordinator`,
    button: caseActionWords.choose_coordinator,
    tried: page.tried,
  };
  const groups = peopleGroups(page.people);
  const fields = html`
    ${selectField({ shape, name: 'coordinator', label: 'Hvem koordinerer?', empty: 'Vælg …', first: coordinator.id, groups })}
    ${selectField({ shape, name: 'standIn', label: 'Stedfortræder', empty: 'Ingen', first: standIn?.id ?? '', groups })}
    <p class="quiet">Den, der går fra opgaven, bliver kun i teamet, hvis et samtykke dækker dem.</p>
  `;
  return folded ? foldedCaseForm({ ...shape, summary: 'Vælg en anden' }, fields) : caseForm(shape, fields);
}

/** @param code the only thing of the case file that is shown beside who answers for it */
export function chooseCoordinatorView(code: string, page: Choosing): VNode {
  return html`
    <p><a class="back-link" href="/desk">‹ Kø</a></p>
    <h1>Vælg koordinator for sag ${code}</h1>
    <p>Du kan vælge, hvem der koordinerer. Resten af sagen kan du ikke se.</p>
    ${coordinatorForm(page, false)}
  `;
}
