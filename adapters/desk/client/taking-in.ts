/** Sends the form for phone and counter as JSON, so that what is typed stays when the net, or the session, is gone. */

import { newClientId, type Screen } from './screen.ts';
import { focusWrongField, post } from './sending.ts';

export async function takeIn(screen: Screen, form: HTMLFormElement): Promise<void> {
  if (screen.ui().busy !== null) return;
  screen.change({ ui: { busy: 'take_in', failed: null, status: '' } });
  const body = JSON.stringify(Object.fromEntries(new FormData(form)));
  const refused = await post('/desk/api/enquiries', body, showCode);
  if (refused === null) return;
  if (refused === 'signed-out') return screen.change({ ui: { busy: null, link: 'signed-out' } });
  const again = 'code' in refused && refused.code === 'other-body' ? { clientId: newClientId() } : {};
  const { message, fields = {} } = refused;
  screen.change({ ui: { busy: null, ...again, failed: { action: 'take_in', message, fields } } });
  focusWrongField(form);
}

/** The page that shows the code comes from the server, like the form. */
function showCode(answer: unknown): void {
  const { enquiry } = answer as { readonly enquiry: { readonly id: string } };
  location.assign(`/desk?taken=${encodeURIComponent(enquiry.id)}`);
}
