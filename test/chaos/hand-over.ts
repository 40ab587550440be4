/** A conversation that people have, for tests of what staff's surfaces and effects do. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type AtDesk, act, queueOf, signInAll } from './staff-member.ts';
import { ask, begin, type Conversation, posting } from './wire-client.ts';

const words = [
  { text: 'jeg vil gerne tale med et menneske', clientId: 'hand-1' },
  { text: 'Ja tak', clientId: 'hand-2', choice: 'human:yes' },
  { text: '18-24 år', clientId: 'hand-3', choice: 'age:18_24' },
];

/** Begun and handed to people; waits in a party's queue. */
export async function handedOver(url: string): Promise<Conversation> {
  const from = `10.9.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}`;
  const conversation = await begin(url, from);
  if (conversation === null) throw new Error('chaos: no conversation');
  for (const message of words) {
    const { url: address, asked } = posting(url, conversation, message);
    const answer = await ask(address, asked);
    if (answer.status !== 200) throw new Error(`chaos: a message was answered ${answer.status}`);
  }
  return conversation;
}

/** Somebody at the desk takes it. @throws Error when it is in nobody's queue */
export async function claimed(url: string, { conversationId }: Conversation): Promise<AtDesk> {
  for (let tries = 0; tries < 20; tries++) {
    for (const person of await signInAll(url)) {
      const waits = (await queueOf(url, person)).some(({ id }) => id === conversationId);
      if (waits && (await act(url, person, conversationId, { action: 'claim', body: {} })).status === 200)
        return person;
    }
    await sleep(100);
  }
  throw new Error('chaos: the enquiry is in no queue');
}

export function replyAs(url: string, person: AtDesk, { conversationId }: Conversation, text: string) {
  return act(url, person, conversationId, { action: 'reply', body: { text, clientId: text.replaceAll(/\W/g, '-') } });
}
