/** The list of keys, with the switch that WCAG 2.1.4 asks for. */
import { html } from 'htm/preact';
import { render } from 'preact';

const keys = [
  ['J eller ↓', 'Næste i køen'],
  ['K eller ↑', 'Forrige i køen'],
  ['Enter', 'Åbn den valgte'],
  ['T', 'Tag den'],
  ['R', 'Skriv svar'],
  ['Ctrl + Enter', 'Send'],
  ['F2', 'Ny henvendelse på telefon'],
  ['F3', 'Ny henvendelse i skranken'],
  ['/', 'Søg på kode'],
  ['Esc Esc', 'Skjul skærmen'],
  ['?', 'Vis denne liste'],
] as const;

interface Switch {
  readonly on: boolean;
  readonly turn: (on: boolean) => void;
}

export function showHelp({ on, turn }: Switch): void {
  const place =
    document.getElementById('desk-help') ??
    document.body.appendChild(Object.assign(document.createElement('div'), { id: 'desk-help' }));
  const changed = (event: Event) => event.target instanceof HTMLInputElement && turn(event.target.checked);
  render(
    html`
      <dialog class="help" aria-labelledby="help-title">
        <h2 id="help-title">Genveje</h2>
        <dl class="keys">${keys.map(([key, words]) => html`<dt key=${key}><kbd>${key}</kbd></dt><dd>${words}</dd>`)}</dl>
        <p><label class="switch"><input type="checkbox" checked=${on} onChange=${changed} /> Brug genveje med ét bogstav</label></p>
        <form method="dialog"><button class="button button-main">Luk listen</button></form>
      </dialog>
    `,
    place,
  );
  const dialog = place.querySelector('dialog');
  if (dialog && !dialog.open) dialog.showModal();
}
