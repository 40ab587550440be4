/** Opening a case file for a conversation in hand: who coordinates, who stands in, and what the team will need. */
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { roleWords } from '../staff-words.ts';
import type { Opening } from './case-model.ts';
import { listWords, loadWords } from './case-words.ts';
import { caseForm, peopleGroups, selectField, type Tried, triedHere } from './view-case-fields.ts';

type Candidate = Opening['coordinators'][number];

const tooManyWords = 'Flere end fem er for mange til at være tæt på alle.';

export function openCaseView({ enquiry, topic, coordinators, missing }: Opening, tried: Tried | null): VNode {
  const [best] = coordinators;
  const shape = { form: 'open', path: `/desk/enquiries/${enquiry}/case`, button: 'Åbn sagen', tried };
  const turned = triedHere(shape)?.typed.past17Half !== undefined;
  return html`
    <p><a class="back-link" href=${`/desk?enquiry=${enquiry}`}>‹ Samtalen</a></p>
    <h1>Åbn en sag</h1>
    <p class="quiet">Om: ${topic}</p>
    <p>En sag har én koordinator. Skrev den unge selv, får den unge koordinatorens navn.</p>
    ${best && suggestionView(best)}
    <p>Teamet skal have: ${listWords(missing.map((role) => roleWords[role]))}. De kommer først med, når et samtykke dækker dem.</p>
    ${caseForm(
      shape,
      html`
        ${selectField({
          shape,
          name: 'coordinator',
          label: 'Hvem koordinerer?',
          hint: 'Den bedst egnede står først, efter alder og relation.',
          empty: 'Vælg …',
          ...(best && { first: best.id }),
          groups: [{ name: '', choices: coordinators.map((one) => ({ value: one.id, words: candidateWords(one) })) }],
        })}
        ${selectField({ shape, name: 'standIn', label: 'Stedfortræder', empty: 'Ingen endnu', groups: peopleGroups(coordinators) })}
        <label class="case-choice"><input type="checkbox" name="past17Half" value="on" checked=${turned} /><span>Den unge er fyldt 17½. Så skal voksenområdet med.</span></label>
      `,
    )}
  `;
}

function suggestionView({ name, title, load, tooMany }: Candidate): VNode {
  return html`
    <p class=${tooMany ? 'notice case-warning' : 'notice'}>
      <strong>Forslag: ${name}, ${title}.</strong> Har ${loadWords(load)}.
      ${tooMany && html` <strong><span aria-hidden="true">▲</span> ${tooManyWords}</strong>`}
    </p>
  `;
}

function candidateWords({ name, title, load, tooMany }: Candidate): string {
  return `${name}, ${title} – ${loadWords(load)}${tooMany ? ' (for mange med en til)' : ''}`;
}
