/** Asks for a draft summary, one at a time. The draft lives on this page alone. */
import type { Summary } from '../view-state.ts';
import { summaryWords } from '../words.ts';
import type { Screen } from './screen.ts';

type Answer = { readonly sentences: readonly string[] } | { readonly error: { readonly message: string } };

export async function askSummary(screen: Screen): Promise<void> {
  const { conversation } = screen.model();
  if (conversation === null || screen.ui().summary?.is === 'asked') return;
  const enquiry = conversation.enquiry.id;
  const upTo = conversation.messages.at(-1)?.seq ?? 0;
  const asked: Summary = { enquiry, is: 'asked' };
  screen.change({ ui: { summary: asked } });
  const answer = await post(enquiry);
  if (screen.ui().summary !== asked) return;
  if (answer === 'signed-out') return screen.change({ ui: { summary: null, link: 'signed-out' } });
  const summary: Summary =
    'error' in answer
      ? { enquiry, is: 'failed', message: answer.error.message }
      : { enquiry, is: 'shown', sentences: answer.sentences, upTo };
  screen.change({ ui: { summary } });
}

async function post(enquiry: string): Promise<Answer | 'signed-out'> {
  try {
    const path = `/desk/api/enquiries/${encodeURIComponent(enquiry)}/summary`;
    const response = await fetch(path, { method: 'POST', signal: AbortSignal.timeout(20_000) });
    return response.status === 401 ? 'signed-out' : await response.json();
  } catch {
    return { error: { message: summaryWords.failed } };
  }
}
