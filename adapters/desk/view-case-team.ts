/** The team of a case file: who is in it and why they may be, whom it lacks, and who has been asked for. */
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { teamRoles } from '../../src/domain/case-file.ts';
import { roleWords } from '../staff-words.ts';
import type { CaseDetail, Invited, TeamMember } from './case-model.ts';
import { caseActionWords, groundWords, listWords } from './case-words.ts';
import { caseForm, foldedCaseForm, peopleGroups, selectField } from './view-case-fields.ts';
import { type CasePage, can, personWords, shapeOf } from './view-case-shape.ts';

export function teamView(page: CasePage): VNode {
  const { team } = page.caseFile;
  return html`
    <section class="case-panel" aria-labelledby="team-title">
      <h2 id="team-title">Teamet</h2>
      ${team.length === 0 && html`<p class="quiet">Ingen andre end dem, der svarer for sagen, er med endnu.</p>`}
      <ul class="case-items">${team.map((member) => memberView(page, member))}</ul>
      ${page.caseFile.status === 'open' && missingView(page.caseFile)}
      ${can(page, 'invite') && inviteForm(page)}
      ${invitationsView(page)}
    </section>
  `;
}

function missingView(caseFile: CaseDetail): VNode {
  if (caseFile.missing.length === 0) return html`<p>Alle roller er på plads.</p>`;
  return html`<p class="case-missing"><span aria-hidden="true">◆</span> <strong>Mangler:</strong> ${missingWords(caseFile)}.</p>`;
}

export function missingWords({ missing }: Pick<CaseDetail, 'missing'>): string {
  return listWords(missing.map((role) => roleWords[role]));
}

/** On what somebody is in it, with the last day: "Samtykke fra den unge, til 4. februar 2027". */
export function coverWords(
  { coveredBy }: TeamMember,
  { consents }: Pick<CaseDetail, 'consents'>,
  { times }: Pick<CasePage, 'times'>,
): string {
  const covering = consents.filter(({ id }) => coveredBy.includes(id));
  return covering.map((consent) => `${groundWords(consent)}, til ${times.date(consent.until)}`).join('; ');
}

function memberView(page: CasePage, member: TeamMember): VNode {
  const shape = shapeOf(page, 'remove_member', `remove_member-${member.id}`);
  return html`
    <li class="case-item" key=${member.id}>
      <p><strong>${personWords(member)}</strong></p>
      <p>Rolle: ${roleWords[member.role]}</p>
      <p class="quiet">Må være med på: ${coverWords(member, page.caseFile, page)}</p>
      ${
        can(page, 'remove_member') &&
        foldedCaseForm(
          { ...shape, summary: shape.button, button: `Ja, tag ${member.name} ud` },
          html`<p>${member.name} kan så ikke længere se sagen.</p><input type="hidden" name="staff" value=${member.id} />`,
        )
      }
    </li>
  `;
}

function inviteForm(page: CasePage): VNode {
  const shape = shapeOf(page, 'invite');
  const { coordinator, standIn, team } = page.caseFile;
  const inIt = new Set([coordinator.id, standIn?.id, ...team.map(({ id }) => id)]);
  const roles = teamRoles.map((role) => ({ value: role, words: roleWords[role] }));
  return foldedCaseForm(
    { ...shape, summary: shape.button, button: 'Foreslå' },
    html`
      ${selectField({
        shape,
        name: 'staff',
        label: 'Hvem?',
        hint: 'Dækker et samtykke dem, er de med straks. Ellers bestemmer koordinatoren.',
        empty: 'Vælg …',
        groups: peopleGroups(page.people.filter(({ id }) => !inIt.has(id))),
      })}
      ${selectField({ shape, name: 'role', label: 'Rolle', empty: 'Den, deres sted plejer at have', groups: [{ name: '', choices: roles }] })}
    `,
  );
}

function invitationsView(page: CasePage): VNode | null {
  const { invitations } = page.caseFile;
  if (invitations.length === 0) return null;
  return html`
    <h3>Foreslået til teamet</h3>
    <ul class="case-items">${invitations.map((invited) => invitedView(page, invited))}</ul>
  `;
}

function invitedView(page: CasePage, invited: Invited): VNode {
  const { id, name, role, askedBy, party, partyName } = invited;
  const shape = shapeOf(page, 'refuse_invitation', `refuse_invitation-${id}`);
  const record = `/desk/cases/${page.caseFile.id}?party=${party}#form-record_consent-consent`;
  return html`
    <li class="case-item" key=${id}>
      <p><strong>${personWords(invited)}</strong></p>
      <p>${askedBy} foreslog ${name} (${roleWords[role]}) ${page.times.day(invited.at)}.</p>
      <p>Intet samtykke dækker ${partyName}.</p>
      ${
        can(page, 'refuse_invitation')
          ? html`<div class="case-choose">
            <a class="button" href=${record}>${caseActionWords.record_consent}</a>
            ${caseForm({ ...shape, quiet: true, button: `${caseActionWords.refuse_invitation} til ${name}` }, html`<input type="hidden" name="staff" value=${id} />`)}
          </div>`
          : html`<p class="quiet">Koordinatoren bestemmer.</p>`
      }
    </li>
  `;
}
