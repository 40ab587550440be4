/** A process that stores messages in a data folder as fast as it can, saying each sequence number once it is committed. */
import { openPglite } from '../../adapters/storage/pglite.ts';
import type { EnquiryId } from '../../src/domain/words.ts';
import { changeOf, message, opened, received } from './enquiries.ts';

const [folder = '', id = ''] = process.argv.slice(2);
const store = await openPglite(folder);
let state = await opened(store, [], { id: id as EnquiryId });
for (;;) {
  const seq = state.lastSeq + 1;
  const change = changeOf(state.id, state, [received(seq)], { messages: [message(state.id, seq)] });
  if ((await store.commit(change)) !== 'committed') throw new Error('nobody else is here');
  process.stdout.write(`${seq}\n`);
  state = change.after;
}
