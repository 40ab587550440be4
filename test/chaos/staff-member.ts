/** People at the desk who take, answer, hand on, give back and close what the queue shows, as it comes. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from './chance.ts';
import type { Storm } from './citizen.ts';
import { type Answer, ask, cutOff } from './wire-client.ts';

interface Person {
  readonly id: string;
  readonly party: string;
}
interface QueueItem {
  readonly id: string;
  readonly state: string;
  readonly holder: string;
}
interface Act {
  readonly action: string;
  readonly body: Readonly<Record<string, string>>;
}

/** A signed-in member of staff. */
export interface AtDesk extends Person {
  readonly cookie: string;
}

/** Everybody of the demo, signed in. @throws Error when the server is not there or has nobody */
export async function signInAll(url: string): Promise<readonly [AtDesk, ...AtDesk[]]> {
  const people = await ask(`${url}/desk/api/staff`);
  if (people.status !== 200) throw new Error(`chaos: the desk answers ${people.status}`);
  const [first, ...others] = await Promise.all((people.json as Person[]).map((person) => signIn(url, person)));
  if (first === undefined) throw new Error('chaos: the desk has nobody');
  return [first, ...others];
}

async function signIn(url: string, person: Person): Promise<AtDesk> {
  const answer = await ask(`${url}/desk/api/session`, { body: { staffId: person.id } });
  const [cookie] = answer.headers['set-cookie'] ?? [];
  return { ...person, cookie: cookie?.split(';')[0] ?? '' };
}

export async function queueOf(url: string, { cookie }: AtDesk): Promise<readonly QueueItem[]> {
  const answer = await ask(`${url}/desk/api/queue`, { headers: { cookie } });
  return answer.status === 200 ? (answer.json as { items: QueueItem[] }).items : [];
}

/** One command at the desk. */
export function act(url: string, { cookie }: AtDesk, enquiry: string, { action, body }: Act): Promise<Answer> {
  return ask(`${url}/desk/api/enquiries/${enquiry}/${action}`, { headers: { cookie }, body });
}

/** Works until the run stops. */
export async function staffMember(storm: Storm, name: string, chance: Chance): Promise<void> {
  let people: readonly [AtDesk, ...AtDesk[]] | null = null;
  for (let number = 1; !storm.stopping(); number++) {
    people ??= await signInAll(storm.url).catch(() => null);
    if (people !== null) await workOnce(storm, people, `${name} svar ${number}`, chance).catch(() => {});
    await sleep(chance.between(20, 150));
  }
}

async function workOnce(
  storm: Storm,
  people: readonly [AtDesk, ...AtDesk[]],
  words: string,
  chance: Chance,
): Promise<void> {
  const me = chance.pick(people);
  const [first, ...others] = await queueOf(storm.url, me);
  if (first === undefined) return;
  const item = chance.pick([first, ...others]);
  const todo = choose(item, me, people, words, chance);
  if (todo === null) return;
  const answer =
    todo.action === 'reply' ? await reply(storm, me, item, todo, chance) : await act(storm.url, me, item.id, todo);
  storm.book.staffActs++;
  if (![200, 404, 409, 503].includes(answer.status)) storm.book.strange.push(`desk ${todo.action} ${answer.status}`);
  if (todo.action === 'reply' && answer.status === 200) {
    storm.book.staffReplies.push({ enquiry: item.id, text: todo.body.text ?? '' });
  }
}

/** A reply is sent twice or cut off like a citizen's post; its id makes it one. */
async function reply({ url }: Storm, me: AtDesk, item: QueueItem, todo: Act, chance: Chance): Promise<Answer> {
  const asked = { headers: { cookie: me.cookie }, body: todo.body };
  if (chance.happens(0.1)) await cutOff(`${url}/desk/api/enquiries/${item.id}/reply`, asked, chance.next());
  const [answer] = await Promise.all(
    Array.from({ length: chance.happens(0.1) ? 2 : 1 }, () => act(url, me, item.id, todo)),
  );
  if (answer === undefined) throw new Error('chaos: a reply was not sent');
  return answer;
}

function choose(
  { state, holder }: QueueItem,
  me: AtDesk,
  people: readonly [AtDesk, ...AtDesk[]],
  words: string,
  chance: Chance,
): Act | null {
  const reason = 'prøver noget andet';
  const transfer = { action: 'transfer', body: { party: chance.pick(people).party, reason } };
  const giveBack = { action: 'return', body: { reason } };
  if (state === 'waiting') {
    return chance.pick([
      { action: 'claim', body: {} },
      { action: 'claim', body: {} },
      { action: 'claim', body: {} },
      transfer,
      giveBack,
    ]);
  }
  if (state === 'offered' && holder !== me.id) {
    return chance.pick([
      { action: 'accept', body: {} },
      { action: 'decline', body: { reason } },
    ]);
  }
  if (holder !== me.id) return { action: 'claim', body: {} };
  const answer = { action: 'reply', body: { text: words, clientId: words.replaceAll(' ', '-') } };
  return chance.pick([
    answer,
    answer,
    answer,
    answer,
    transfer,
    giveBack,
    { action: 'close', body: { outcome: 'helped', reason } },
  ]);
}
