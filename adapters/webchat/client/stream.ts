/** One live line to the server: hands over every frame until it ends. */
import { type Frame, readFrame } from './frames.ts';

/** An empty frame from us, so that proxies keep the line open and a dead one is noticed. */
const pingEveryMs = 20_000;
/** A server that has once sent an empty frame sends them all the time: this much silence means that the line is dead. */
const silenceMs = 65_000;

export interface StreamEvents {
  readonly opened: () => void;
  readonly frame: (frame: Frame) => void;
}

export interface Line {
  /** Resolves when the line has ended, however it ended. */
  readonly ended: Promise<void>;
  /** Ends it at once: a dead line would take its time to say goodbye. */
  readonly end: () => void;
}

export function openStream(url: string, { opened, frame }: StreamEvents): Line {
  const socket = new WebSocket(url);
  let resolve = () => {};
  const ended = new Promise<void>((done) => {
    resolve = done;
  });
  let heardAt = Number.POSITIVE_INFINITY;
  const end = () => {
    clearInterval(ping);
    socket.onopen = null;
    socket.onmessage = null;
    socket.close();
    resolve();
  };
  const ping = setInterval(() => {
    if (performance.now() - heardAt > silenceMs) end();
    else if (socket.readyState === WebSocket.OPEN) socket.send('');
  }, pingEveryMs);
  socket.onopen = opened;
  socket.onclose = end;
  socket.onmessage = ({ data }) => {
    if (data === '' || heardAt < Number.POSITIVE_INFINITY) heardAt = performance.now();
    frame(readFrame(data));
  };
  return { ended, end };
}
