/** Pages that only the server draws: sign-in, closed, and errors. */
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Kommune } from '../../src/domain/kommune.ts';

export function signInView(kommune: Kommune, wrong: string | null): VNode {
  const people = [...kommune.staff.values()];
  const parties = [...kommune.parties.values()].filter(({ code }) => people.some(({ party }) => party === code));
  return html`
    <main class="sign-in">
      <h1>Desk</h1>
      <p class="sign-in-place">${kommune.entrance} · ${kommune.name}</p>
      <p class="notice"><strong>Prøveudgave.</strong> Vælg, hvem du vil være. Det virker kun på denne maskine og uden rigtige borgere.</p>
      ${wrong !== null && html`<p class="field-error" role="alert">${wrong}</p>`}
      <form method="post" action="/desk/session" class="people">
        ${parties.map(
          ({ code, name }) => html`
            <fieldset key=${code}>
              <legend>${name}</legend>
              ${people
                .filter(({ party }) => party === code)
                .map(
                  (person) => html`
                    <button class="person" name="staffId" value=${person.id} key=${person.id}>
                      <strong>${person.name}</strong> <span>${person.role}${person.leads ? ' · leder' : ''}${person.duty ? ' · vagt' : ''}</span>
                    </button>
                  `,
                )}
            </fieldset>
          `,
        )}
      </form>
    </main>
  `;
}

export function closedView(words: { readonly da: string; readonly en: string }): VNode {
  return html`
    <main class="sign-in">
      <h1>Desk</h1>
      <p class="notice">${words.da}</p>
      <p class="notice" lang="en">${words.en}</p>
    </main>
  `;
}

export function errorView(message: string): VNode {
  return html`
    <main class="sign-in">
      <h1>Desk</h1>
      <p class="notice" role="alert">${message}</p>
      <p><a class="button button-main" href="/desk">Til køen</a></p>
    </main>
  `;
}
