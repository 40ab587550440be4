import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf, readCode } from '../../src/domain/code.ts';
import type { EnquiryId } from '../../src/domain/words.ts';
import { seeded } from '../seed.ts';

const anyId = fc.uuid().map((id) => `e-${id}` as EnquiryId);

describe('the code of an enquiry', () => {
  it('is six characters that cannot be taken for each other, the same every time', () => {
    fc.assert(
      fc.property(anyId, (id) => {
        expect(codeOf(id)).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ2-9]{6}$/);
        expect(codeOf(id)).toBe(codeOf(id));
      }),
      seeded('codes', 500),
    );
  });

  it('never changes from one release to the next, for the database has it too', () => {
    expect(['e1', 't-abc', 'bf-ø'].map((id) => codeOf(id as EnquiryId))).toEqual(['KMQ53V', 'NF423K', 'BWT2PH']);
  });

  it('is hardly ever shared: 20,000 enquiries have a pair at the most', () => {
    const codes = Array.from({ length: 20_000 }, (_, index) => codeOf(`t-${index}-${index * 7919}` as EnquiryId));

    expect(new Set(codes).size).toBeGreaterThanOrEqual(19_998);
  });

  it('is read as people write it down', () => {
    expect(readCode(' bcd 2-34')).toBe('BCD234');
    expect(readCode('BCD23')).toBeNull();
    expect(readCode('BCD2O1')).toBeNull();
    expect(readCode('')).toBeNull();
  });
});
