/** A case file at the desk of the fake town: Sara has the enquiry, Else coordinates, and forms are sent as browsers send them. */
import type { CaseFileId } from '../../src/domain/case-file.ts';
import { type DeskServer, deskServer } from '../fakes/desk-server.ts';

export type Fields = Readonly<Record<string, string | readonly string[]>>;

export interface CaseTown {
  readonly desk: DeskServer;
  readonly cookies: Readonly<Record<'sara' | 'else' | 'jonas' | 'yusuf' | 'mette', string>>;
  get(url: string, who?: Who): Promise<Answer>;
  form(url: string, fields?: Fields, who?: Who): Promise<Answer>;
  post(url: string, payload?: object, who?: Who): Promise<Answer>;
  /** Sara opens one about `e1`; Else coordinates. */
  opened(fields?: Fields): Promise<CaseFileId>;
}

export type Who = 'sara' | 'else' | 'jonas' | 'yusuf' | 'mette';
type Answer = Awaited<ReturnType<DeskServer['app']['inject']>>;

/** A consent from the youth for Jobcenter Ung, as its form sends it. */
export const consentForm = {
  kind: 'consent',
  givenBy: 'youth',
  parties: 'employment',
  scopes: ['education', 'employment'],
  purpose: 'Find en praktikplads til kolibri',
  until: '2027-03-01',
} as const;

export async function caseTown(options: Parameters<typeof deskServer>[0] = {}): Promise<CaseTown> {
  const desk = await deskServer(options);
  const names = ['sara', 'else', 'jonas', 'yusuf', 'mette'] as const;
  const signedIn = await Promise.all(names.map(async (name) => [name, await desk.signIn(name)] as const));
  const cookies = Object.fromEntries(signedIn) as CaseTown['cookies'];
  const get: CaseTown['get'] = (url, who = 'else') =>
    desk.app.inject({ method: 'GET', url, headers: { cookie: cookies[who] } });
  const form: CaseTown['form'] = (url, fields = {}, who = 'else') => {
    const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
    return desk.app.inject({
      method: 'POST',
      url,
      headers: {
        cookie: cookies[who],
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
      },
      payload: new URLSearchParams(pairs as [string, string][]).toString(),
    });
  };
  return {
    desk,
    cookies,
    get,
    form,
    post: (url, payload, who = 'else') =>
      desk.app.inject({ method: 'POST', url, headers: { cookie: cookies[who] }, ...(payload && { payload }) }),
    opened: async (fields = {}) => {
      desk.staffSide.arrive({ id: 'e1' });
      await form('/desk/enquiries/e1/claim', {}, 'sara');
      const answer = await form('/desk/enquiries/e1/case', { coordinator: 'else', standIn: '', ...fields }, 'sara');
      const [mine] = await desk.cases.mine('else' as Parameters<typeof desk.cases.mine>[0]);
      if (answer.statusCode !== 303 || mine === undefined) throw new Error(`no case file: ${answer.body}`);
      return mine.id;
    },
  };
}
