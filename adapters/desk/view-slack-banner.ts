/** Says on every desk page that Slack is away, so that nobody waits for it. */
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { SlackHealth } from './model.ts';
import { slackDownWords } from './words.ts';

export function slackBanner(slack: SlackHealth): VNode | null {
  return slack === 'down' ? html`<p class="strip" role="status"><strong>${slackDownWords}</strong></p>` : null;
}
