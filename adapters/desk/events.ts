/**
 * Server-Sent Events to every open desk page: hints that the queue or the open enquiry has changed.
 * One signal listener serves them all; a page that reads too slowly is closed and comes back by itself.
 */
import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';
import type { Signal } from '../../src/ports.ts';

const heartbeatMs = 15_000;
const maxBufferedBytes = 64 * 1024;

export interface DeskEvents {
  /** Takes over the reply and keeps it open until the reader leaves, the session ends or we close. */
  open(reply: FastifyReply, enquiry: string | null, forMs: number): void;
  close(): void;
}

interface Reader {
  readonly to: ServerResponse;
  readonly enquiry: string | null;
}

export function deskEvents({ signal }: { readonly signal: Signal }): DeskEvents {
  const readers = new Set<Reader>();
  const send = (reader: Reader, event: string) => {
    if (reader.to.writableLength > maxBufferedBytes) return void reader.to.destroy();
    reader.to.write(`event: ${event}\ndata: \n\n`);
  };
  const stopListening = signal.listen((topic) => {
    for (const reader of readers) {
      if (topic === 'queue') send(reader, 'queue');
      else if (topic === reader.enquiry) send(reader, 'enquiry');
    }
  });
  const beat = setInterval(() => {
    for (const reader of readers) send(reader, 'beat');
  }, heartbeatMs);
  beat.unref();

  return {
    open(reply, enquiry, forMs) {
      reply.header('content-type', 'text/event-stream; charset=utf-8').header('cache-control', 'no-store');
      reply.header('x-accel-buffering', 'no').hijack();
      const reader = { to: reply.raw, enquiry };
      reply.raw.writeHead(200, reply.getHeaders() as Record<string, string>);
      readers.add(reader);
      const sessionEnd = setTimeout(() => reply.raw.end(), forMs);
      reply.raw.on('close', () => {
        clearTimeout(sessionEnd);
        readers.delete(reader);
      });
      reply.raw.write('retry: 2000\n');
      send(reader, 'ready');
    },
    close() {
      stopListening();
      clearInterval(beat);
      for (const { to } of readers) to.end();
    },
  };
}
