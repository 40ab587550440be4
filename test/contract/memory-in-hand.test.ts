/** The memory that tests hold in their hand keeps what the database's memory keeps. */
import { describe } from 'vitest';
import type { Store } from '../../src/ports.ts';
import { memoryInHand } from '../fakes/memory.ts';
import { memoryContract } from './memory.contract.ts';

describe('a memory without a database', () => {
  memoryContract(async () => {
    const store = { memory: memoryInHand() } as unknown as Store;
    const nothing = async () => '';
    return {
      store,
      statements: () => 0,
      everything: nothing,
      again: async () => store,
      [Symbol.asyncDispose]: async () => undefined,
    };
  });
});
