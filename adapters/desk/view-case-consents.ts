/** Who may know what of a case file: consents and legal bases that count now, new ones, and those that count no more. */
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { consentScopes, legalBases } from '../../src/domain/case-file.ts';
import { basisWords, giverWords, scopeWords } from '../staff-words.ts';
import type { ConsentItem } from './case-model.ts';
import { caseActionWords, consentStateWords, groundWords, listWords } from './case-words.ts';
import { choiceField, dateField, type FormShape, foldedCaseForm, textField, triedHere } from './view-case-fields.ts';
import { type CasePage, can, shapeOf } from './view-case-shape.ts';

export function consentsView(page: CasePage): VNode {
  const { consents } = page.caseFile;
  const live = consents.filter(({ state }) => state === 'live');
  const over = consents.filter(({ state }) => state !== 'live');
  return html`
    <section class="case-panel" aria-labelledby="consents-title">
      <h2 id="consents-title">Hvem må vide hvad</h2>
      ${live.length === 0 && html`<p class="quiet">Intet samtykke og intet lovgrundlag gælder nu.</p>`}
      <ul class="case-items">${live.map((consent) => liveView(page, consent))}</ul>
      ${can(page, 'record_consent') && recordForms(page)}
      ${over.length > 0 && overView(page, over)}
    </section>
  `;
}

/** "Jobcenter Ung må vide om uddannelse og arbejde". */
export function sharedWords({ parties, scopes }: Pick<ConsentItem, 'parties' | 'scopes'>): string {
  const who = listWords(parties.map(({ name }) => name));
  return `${who} må vide om ${listWords(scopes.map((scope) => scopeWords[scope]))}`;
}

function consentFacts(page: CasePage, consent: ConsentItem): VNode {
  const { date } = page.times;
  return html`
    <p><strong>${sharedWords(consent)}</strong></p>
    <p>${groundWords(consent)}</p>
    <p class="case-words">${consent.purpose}</p>
    <p class="quiet">Fra ${date(consent.from)} til og med ${date(consent.until)}. Skrevet ned af ${consent.recordedBy}.</p>
  `;
}

function liveView(page: CasePage, consent: ConsentItem): VNode {
  const shape = shapeOf(page, 'withdraw_consent', `withdraw_consent-${consent.id}`);
  const what = consent.kind === 'consent' ? 'samtykket' : 'lovgrundlaget';
  return html`
    <li class="case-item" key=${consent.id}>
      ${consentFacts(page, consent)}
      ${
        can(page, 'withdraw_consent') &&
        foldedCaseForm(
          { ...shape, summary: `${caseActionWords.withdraw_consent} …`, button: `Ja, tag ${what} tilbage` },
          html`<p>${leavingWords(consent)}</p><input type="hidden" name="consent" value=${consent.id} />`,
        )
      }
    </li>
  `;
}

function leavingWords({ leaving }: ConsentItem): string {
  if (leaving.length === 0) return 'Ingen går ud af teamet af den grund. Det kan ikke fortrydes.';
  return `${listWords(leaving)} går ud af teamet med det samme. Det kan ikke fortrydes.`;
}

function recordForms(page: CasePage): VNode {
  const { givers } = page.caseFile;
  return html`
    <div class="case-folds">
      ${givers.length === 0 ? html`<p class="notice">Alderen er ukendt. Skriv den først, for den bestemmer, hvem der kan sige ja.</p>` : consentForm(page)}
      ${legalForm(page)}
    </div>
  `;
}

function consentForm(page: CasePage): VNode {
  const shape = shapeOf(page, 'record_consent', 'record_consent-consent');
  const choices = page.caseFile.givers.map((giver) => ({ value: giver, words: capital(giverWords[giver]) }));
  const only = choices.length === 1 ? choices.map(({ value }) => value) : [];
  return foldedCaseForm(
    { ...shape, summary: shape.button, open: page.forParty !== null && triedHere(shape) === null },
    html`
      <input type="hidden" name="kind" value="consent" />
      ${choiceField({ shape, name: 'givenBy', label: 'Hvem har sagt ja?', many: false, choices, chosen: only })}
      ${sharedFields(page, shape)}
      ${textField({ shape, name: 'purpose', label: 'Hvad skal det bruges til?' })}
      ${untilField(page, shape)}
    `,
  );
}

function legalForm(page: CasePage): VNode {
  const shape = shapeOf(page, 'record_consent', 'record_consent-legal_basis');
  const choices = legalBases.map((basis) => ({ value: basis, words: basisWords[basis] }));
  return foldedCaseForm(
    { ...shape, summary: 'Del uden samtykke', button: 'Skriv lovgrundlaget ned' },
    html`
      <p>Brug kun dette, når loven giver lov. Spørg altid om samtykke først, når det kan lade sig gøre.</p>
      <input type="hidden" name="kind" value="legal_basis" />
      ${choiceField({ shape, name: 'basis', label: 'Hvilket lovgrundlag?', many: false, choices })}
      ${sharedFields(page, shape)}
      ${textField({ shape, name: 'purpose', label: 'Hvad skal det bruges til, og hvorfor uden samtykke?' })}
      ${untilField(page, shape)}
    `,
  );
}

function sharedFields(page: CasePage, shape: FormShape): VNode {
  const chosen = page.forParty === null ? [] : [page.forParty];
  const parties = page.parties.map(({ code, name }) => ({ value: code, words: name }));
  const scopes = consentScopes.map((scope) => ({ value: scope, words: capital(scopeWords[scope]) }));
  return html`
    ${choiceField({ shape, name: 'parties', label: 'Hvem må vide det?', many: true, choices: parties, chosen })}
    ${choiceField({ shape, name: 'scopes', label: 'Hvad må de vide noget om?', many: true, choices: scopes })}
  `;
}

function untilField({ today, inAYear }: CasePage, shape: FormShape): VNode {
  const hint = 'Højst et år frem. Den dag tæller med.';
  return dateField({ shape, name: 'until', label: 'Til og med', hint, min: today, max: inAYear });
}

function overView(page: CasePage, over: readonly ConsentItem[]): VNode {
  return html`
    <details class="case-fold">
      <summary class="button">Gælder ikke længere (${over.length})</summary>
      <ul class="case-items">
        ${over.map(
          (consent) => html`
            <li class="case-item" key=${consent.id}>
              <p><strong>${consentStateWords[consent.state]}</strong>${consent.overAt !== null && ` ${page.times.day(consent.overAt)}`}</p>
              ${consentFacts(page, consent)}
            </li>
          `,
        )}
      </ul>
    </details>
  `;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
