/** A store as the contracts get it: a new one for each test. */
import { afterEach, beforeEach } from 'vitest';
import type { Enquiry } from '../../src/domain/enquiry.ts';
import type { EnquiryId } from '../../src/domain/words.ts';
import type { Store } from '../../src/ports.ts';

export interface StoreUnderTest extends AsyncDisposable {
  readonly store: Store;
  /** Statements sent to the database so far. */
  readonly statements: () => number;
  /** Every row of every table, as the database writes it. */
  readonly everything: () => Promise<string>;
  /** The same data, opened as another process would. */
  readonly again: () => Promise<Store>;
}

export type OpenStore = () => Promise<StoreUnderTest>;

/** Opens one before each test and disposes of it after. */
export function eachTest(open: OpenStore, use: (under: StoreUnderTest) => void): void {
  let under: StoreUnderTest;
  beforeEach(async () => {
    under = await open();
    use(under);
  });
  afterEach(async () => {
    await under[Symbol.asyncDispose]();
  });
}

export const twenty = Array.from({ length: 20 }, (_, index) => index);

export async function read(store: Store, id: EnquiryId): Promise<Enquiry> {
  const { enquiry } = await store.read(id);
  if (enquiry === null) throw new Error('it is not there');
  return enquiry;
}
