/** The server that the peers talk to. */
import { directLineServer } from '../fakes/direct-line-server.ts';

/** A bot that repeats what it hears and offers a choice. */
export function startServer() {
  return directLineServer({
    answer: (text) => ({
      text: `Du skrev: ${text}`,
      quickReplies: [
        { code: 'human:yes', title: 'Ja, et menneske' },
        { code: 'human:no', title: 'Nej tak' },
      ],
    }),
  });
}
