/** What stands around every page about case files: who is signed in, the way to the queue, and what has just happened. */
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Board } from './model.ts';
import { slackBanner } from './view-slack-banner.ts';

export type Frame = Pick<Board, 'me' | 'partyName' | 'place' | 'slack'>;

export function caseFrame({ me, partyName, place, slack }: Frame, said: string | null, content: VNode): VNode {
  return html`
    <div class="case-screen">
      <header class="bar">
        <p class="bar-title">Desk <span class="bar-place">${place}</span></p>
        <p class="bar-me"><strong>${me.name}</strong><span class="bar-role">, ${me.role} · ${partyName}</span></p>
        <nav class="bar-tools" aria-label="Desken">
          <a class="button button-quiet" href="/desk">Kø</a>
          <a class="button button-quiet" href="/desk/cases">Mine sager</a>
          <form method="post" action="/desk/session/end"><button class="button button-quiet">Log ud</button></form>
        </nav>
      </header>
      ${slackBanner(slack)}
      ${said !== null && html`<p class="case-said" role="status">${said}</p>`}
      <main class="case-page">${content}</main>
    </div>
  `;
}
