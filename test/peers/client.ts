/** The real botframework-directlinejs as a client that remembers what it saw. */
import { type Activity, ConnectionStatus, DirectLine } from 'botframework-directlinejs';
import XMLHttpRequest from 'xhr2';
import { until } from '../fakes/direct-line-server.ts';

Object.assign(globalThis, { XMLHttpRequest });

type Options = ConstructorParameters<typeof DirectLine>[0];

/** A client that remembers what it saw and the sockets it opened. Waits 3 s before reconnecting: the least it can. */
export async function connect({ base }: { readonly base: string }, options: Partial<Options> & { token: string }) {
  const sockets: WebSocket[] = [];
  class CountedSocket extends WebSocket {
    constructor(url: string) {
      super(url);
      sockets.push(this);
    }
  }
  const services = { WebSocket: CountedSocket, random: () => 0 };
  const line = new DirectLine({ domain: base, ...services, ...options } as Options);
  const seen: Activity[] = [];
  const statuses: ConnectionStatus[] = [];
  const statusSubscription = line.connectionStatus$.subscribe((status) => statuses.push(status));
  const subscription = line.activity$.subscribe((activity) => seen.push(activity));
  await until(() => statuses.at(-1) === ConnectionStatus.Online);
  return {
    line,
    seen,
    sockets,
    statuses,
    texts: () => seen.map((activity) => ('text' in activity ? activity.text : undefined)),
    post: (activity: object) =>
      new Promise<string>((resolve, reject) => line.postActivity(activity as Activity).subscribe(resolve, reject)),
    [Symbol.dispose]() {
      subscription.unsubscribe();
      statusSubscription.unsubscribe();
      line.end();
      for (const socket of sockets) socket.close();
    },
  };
}

/** What Web Chat would post. */
export const message = (text: string, clientActivityID: string) => ({
  type: 'message',
  text,
  from: { id: 'me' },
  channelData: { clientActivityID },
});
