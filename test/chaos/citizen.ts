/**
 * One citizen after another at one keyboard: begins conversations, writes numbered messages in them, sends some twice,
 * cuts some off, tries again under the same id until it is answered, and reads along over a socket or by asking.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { type Book, newPage, type Page, show } from './book.ts';
import type { Chance } from './chance.ts';
import {
  type ActivitySet,
  type Answer,
  ask,
  begin,
  type Conversation,
  cutOff,
  NoAnswerError,
  posting,
  readAfter,
  seqOf,
} from './wire-client.ts';

export interface Storm {
  readonly url: string;
  readonly book: Book;
  /** True from the moment no new message is begun. */
  readonly stopping: () => boolean;
  /** True when the run is given up: nobody tries again. */
  readonly abandoned: () => boolean;
}

interface Said {
  readonly text: string;
  readonly choice?: string;
}

const opening: readonly Said[] = [
  { text: 'jeg er droppet ud af gymnasiet og ved ikke hvad jeg skal' },
  { text: 'Ja tak, jeg vil gerne tale med et menneske', choice: 'human:yes' },
  { text: '18-24 år', choice: 'age:18_24' },
];
const everyday = [
  'hvad er en FGU?',
  'jeg mangler penge til husleje',
  'min mor vil ikke have mig boende',
  'hvornår svarer I mig?',
  'æ, ø og å 👩‍🚀 er også en besked',
  'jeg vil gerne tale med et menneske',
  'I need help with a job application',
] as const;
const doubledShare = 0.1;
const cutShare = 0.1;
const catchUpMs = 20_000;

/** Goes on until the run stops; resolves when what was begun has been answered and read. */
export async function citizen(storm: Storm, name: string, chance: Chance): Promise<void> {
  for (let matter = 1; !storm.stopping(); matter++) {
    const conversation = await beginSomehow(storm, chance);
    if (conversation === null) return;
    const page = newPage(conversation);
    storm.book.pages.push(page);
    const reading = new AbortController();
    const reader = chance.happens(0.75) ? watchStream : pollPages;
    const readerDone = reader(storm, page, chance.apart(matter), reading.signal);
    await converse(storm, page, `${name} sag ${matter}`, chance);
    await caughtUp(page);
    reading.abort();
    await readerDone;
  }
}

async function beginSomehow({ url, stopping }: Storm, chance: Chance): Promise<Conversation | null> {
  const from = `10.${chance.between(0, 255)}.${chance.between(0, 255)}.${chance.between(1, 254)}`;
  while (!stopping()) {
    const begun = await begin(url, from).catch(() => null);
    if (begun !== null) return begun;
    await sleep(chance.between(50, 300));
  }
  return null;
}

async function converse(storm: Storm, page: Page, name: string, chance: Chance): Promise<void> {
  const length = chance.between(8, 40);
  for (let number = 1; number <= length && !storm.stopping(); number++) {
    const said = opening[number - 1] ?? { text: `${name} nr ${number}: ${chance.pick(everyday)}` };
    await say(storm, page, { ...said, clientId: `${name.replaceAll(' ', '-')}-${number}` }, chance);
    await sleep(chance.between(0, 120));
  }
}

type Post = Said & { readonly clientId: string };

/** Sends one message until it is answered, however often that takes. */
async function say({ url, book, abandoned }: Storm, page: Page, message: Post, chance: Chance): Promise<void> {
  const sentAt = performance.now();
  const { url: address, asked } = posting(url, page.conversation, message);
  const note = (answer: Answer): boolean => {
    const answeredAt = performance.now();
    if (answer.status !== 200) {
      if (answer.status !== 429 && answer.status !== 503)
        book.strange.push(`${answer.status} ${answer.text.slice(0, 80)}`);
      return false;
    }
    const { clientId, text } = message;
    const seq = seqOf((answer.json as { id: string }).id);
    page.acknowledged.push({ enquiry: page.enquiry, clientId, seq, text, sentAt, answeredAt });
    return true;
  };
  if (chance.happens(cutShare)) {
    book.retries++;
    await cutOff(address, asked, chance.happens(0.5) ? 1 : chance.next());
  }
  let copies = chance.happens(doubledShare) ? 2 : 1;
  book.retries += copies - 1;
  while (!abandoned()) {
    const answers = await Promise.allSettled(Array.from({ length: copies }, () => ask(address, asked)));
    const noted = answers.map((answer) => answer.status === 'fulfilled' && note(answer.value));
    if (noted.includes(true)) return;
    if (!answers.every(wasRefused)) book.retries++;
    copies = 1;
    await sleep(chance.between(30, 300));
  }
}

/** Nobody was there to take it: the next attempt is no repeat. */
function wasRefused(answer: PromiseSettledResult<Answer>): boolean {
  if (answer.status === 'fulfilled') return false;
  const { cause } = answer.reason instanceof NoAnswerError ? answer.reason : {};
  return cause instanceof Error && 'code' in cause && cause.code === 'ECONNREFUSED';
}

/** The reader has been shown what the writer was promised. */
async function caughtUp(page: Page): Promise<void> {
  const promised = Math.max(0, ...page.acknowledged.map(({ seq }) => seq));
  const until = performance.now() + catchUpMs;
  while ((page.shown.at(-1) ?? 0) < promised && performance.now() < until) await sleep(20);
}

/** Comes back after every cut, from the last watermark; now and then cuts the line itself. */
async function watchStream({ url }: Storm, page: Page, chance: Chance, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const streamUrl = await freshStream(url, page).catch(() => null);
    if (streamUrl !== null && !signal.aborted) await readStream(streamUrl, page, chance, signal);
    await sleep(chance.between(20, 250));
  }
}

async function freshStream(url: string, { conversation, watermark }: Page): Promise<string | null> {
  const path = `/v3/directline/conversations/${conversation.conversationId}?watermark=${watermark}`;
  const answer = await ask(`${url}${path}`, { headers: { authorization: `Bearer ${conversation.token}` } });
  return answer.status === 200 ? (answer.json as Conversation).streamUrl : null;
}

function readStream(streamUrl: string, page: Page, chance: Chance, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const socket = new WebSocket(streamUrl, { perMessageDeflate: false });
    const leave = () => socket.terminate();
    signal.addEventListener('abort', leave, { once: true });
    socket.on('error', () => {});
    socket.on('message', (data) => {
      const frame = String(data);
      if (frame === '' || socket.readyState !== WebSocket.OPEN) return;
      show(page, JSON.parse(frame) as ActivitySet);
      if (chance.happens(0.02)) leave();
    });
    socket.on('close', () => {
      signal.removeEventListener('abort', leave);
      resolve();
    });
  });
}

async function pollPages({ url }: Storm, page: Page, chance: Chance, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const news = await readAfter(url, page.conversation, page.watermark).catch(() => null);
    if (news !== null) show(page, news);
    await sleep(chance.between(50, 400));
  }
}
