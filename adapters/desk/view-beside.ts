/** What stands beside the queue when no conversation is open: the form for phone and counter, a code to read out, what was found. */
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { ageBands, askers, urgencies } from '../../src/domain/words.ts';
import { ageWords, askerWords } from '../staff-words.ts';
import type { Beside, Board } from './model.ts';
import { draftKey, newEnquiry, type Ui } from './view-state.ts';
import { codeWords, urgencyWords } from './words.ts';

export function besideView(beside: Beside, board: Board, ui: Ui): VNode {
  return html`
    <section class="talk talk-beside" aria-labelledby="talk-title">
      <a class="back" href="/desk" data-back>‹ Kø</a>
      ${beside.is === 'taking' && takingView(beside, ui)}
      ${beside.is === 'taken' && takenView(beside, board)}
      ${beside.is === 'found' && foundView(beside)}
    </section>
  `;
}

type Taking = Extract<Beside, { readonly is: 'taking' }>;

const titles = { phone: 'Ny henvendelse på telefon', counter: 'Ny henvendelse i skranken' } as const;

function takingView({ channel, topics }: Taking, ui: Ui): VNode {
  const failed = ui.failed?.action === 'take_in' ? ui.failed : null;
  const busy = ui.busy !== null;
  return html`
    <h2 id="talk-title" tabindex="-1">${titles[channel]}</h2>
    <form class="taking" method="post" action="/desk/enquiries" data-action="take_in" key=${channel} novalidate>
      ${failed && html`<p class="field-error" role="alert">${failed.message}</p>`}
      <input type="hidden" name="channel" value=${channel} />
      <input type="hidden" name="clientId" value=${ui.clientId} />
      ${topicSelect(topics, ui)}
      ${wordsField(ui)}
      <div class="taking-row">
        ${select(ui, { field: 'asker', label: 'Hvem er det?', choices: choicesOf(askers, askerWords) })}
        ${select(ui, { field: 'ageBand', label: 'Den unges alder', first: 'Ved ikke', choices: choicesOf(ageBands, ageWords) })}
        ${select(ui, { field: 'urgency', label: 'Haster det?', first: 'Som emnet', choices: choicesOf(urgencies, urgencyWords) })}
      </div>
      <label class="switch"><input type="checkbox" name="keep" checked=${typed(ui, 'keep') === 'on'} /> Jeg tager den selv</label>
      <p class="quiet">Skriv ikke CPR-nummer. Skriv telefonnummer, hvis borgeren vil ringes op.</p>
      <div class="taking-end">
        <button class="button button-main" disabled=${busy}>${busy ? 'Gemmer …' : 'Gem og vis kode'}</button>
        <span class="quiet hint-keys">Ctrl + Enter gemmer</span>
      </div>
    </form>
  `;
}

function typed(ui: Ui, field: string): string {
  return ui.drafts[draftKey(newEnquiry, 'take_in', field)] ?? '';
}

function wrongWith(ui: Ui, field: string): string | undefined {
  return ui.failed?.action === 'take_in' ? ui.failed.fields[field] : undefined;
}

function topicSelect(topics: Taking['topics'], ui: Ui): VNode {
  const wrong = wrongWith(ui, 'intent');
  return html`
    <label class="label" for="take-intent">Emne</label>
    <select class="field" id="take-intent" name="intent" required autofocus value=${typed(ui, 'intent')}
      aria-invalid=${wrong ? 'true' : undefined} aria-describedby=${wrong ? 'take-intent-error' : undefined}>
      <option value="">Vælg …</option>
      <option value="unknown">Ved ikke endnu, eller noget andet</option>
      ${topics.map(
        ({ group, topics: known }) => html`
          <optgroup label=${group} key=${group}>
            ${known.map(({ id, title }) => html`<option value=${id} key=${id}>${title}</option>`)}
          </optgroup>
        `,
      )}
    </select>
    ${wrong && html`<p class="field-error" id="take-intent-error">${wrong}</p>`}
  `;
}

function wordsField(ui: Ui): VNode {
  const wrong = wrongWith(ui, 'text');
  return html`
    <label class="label" for="take-text">Det siger borgeren <span class="quiet">med egne ord</span></label>
    <textarea class="field" id="take-text" name="text" rows="4" required value=${typed(ui, 'text')}
      aria-invalid=${wrong ? 'true' : undefined} aria-describedby=${wrong ? 'take-text-error' : undefined}></textarea>
    ${wrong && html`<p class="field-error" id="take-text-error">${wrong}</p>`}
  `;
}

interface Select {
  readonly field: string;
  readonly label: string;
  /** Words for leaving it open; without them the first choice is the usual one. */
  readonly first?: string;
  readonly choices: readonly (readonly [string, string])[];
}

function choicesOf<Code extends string>(codes: readonly Code[], words: Readonly<Record<Code, string>>) {
  return codes.map((code) => [code, words[code]] as const);
}

function select(ui: Ui, { field, label, first, choices }: Select): VNode {
  const id = `take-${field}`;
  const value = typed(ui, field) || (first === undefined ? choices[0]?.[0] : '');
  return html`
    <div>
      <label class="label" for=${id}>${label}</label>
      <select class="field" id=${id} name=${field} value=${value}>
        ${first !== undefined && html`<option value="">${first}</option>`}
        ${choices.map(([code, words]) => html`<option value=${code} key=${code}>${words}</option>`)}
      </select>
    </div>
  `;
}

function takenView({ id, code }: Extract<Beside, { readonly is: 'taken' }>, { rows }: Board): VNode {
  const isOurs = rows.some((row) => row.id === id);
  return html`
    <h2 id="talk-title" tabindex="-1">Gemt</h2>
    <p>Læs koden op for borgeren. Med den kan I finde henvendelsen igen.</p>
    <p class="code-big">${codeWords(code)}</p>
    <p>${isOurs ? html`<a class="button button-main" href=${`/desk?enquiry=${id}`} data-open=${id}>Åbn henvendelsen</a>` : 'Den er sendt videre til det rette sted og venter dér.'}</p>
  `;
}

function foundView({ code, rows }: Extract<Beside, { readonly is: 'found' }>): VNode {
  return html`
    <h2 id="talk-title" tabindex="-1">Søgning på ${code}</h2>
    ${rows.length === 0 && html`<p role="alert">Ingen henvendelse hos jer har den kode. En kode har seks tegn. Den kan også høre til et andet sted.</p>`}
    <ul class="plain">
      ${rows.map((row) => html`<li key=${row.id}><a href=${`/desk?enquiry=${row.id}`} data-open=${row.id}>${row.topic}</a> · ${askerWords[row.asker]} · ${row.partyName}</li>`)}
    </ul>
  `;
}
