/**
 * `fetch` that follows nobody elsewhere and reads the whole answer at once, up to a limit. The SDK's time limit ends
 * with the headers when the status is an error, so the body must be read inside it.
 */

/** The answer is longer than anything we asked for. */
export class AnswerTooLongError extends Error {
  constructor() {
    super('the answer is too long');
    this.name = 'AnswerTooLongError';
  }
}

/**
 * @throws AnswerTooLongError past `mostBytes`, counted after unpacking
 * @throws TypeError as `fetch` does, and on any redirect: a text must not travel on to an address nobody chose
 */
export function boundedFetch(mostBytes: number): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, redirect: 'error' });
    const { status, headers } = response;
    const body = response.body === null ? null : await readWhole(response.body, mostBytes);
    return new Response(body, { status, headers });
  };
}

async function readWhole(body: ReadableStream<Uint8Array>, mostBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body) {
    bytes += part.length;
    if (bytes > mostBytes) throw new AnswerTooLongError();
    parts.push(part);
  }
  return Buffer.concat(parts);
}
