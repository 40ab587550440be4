import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wellFormed } from '../../src/domain/well-formed.ts';

it('replaces what the database cannot keep and leaves the rest', () => {
  expect(wellFormed('a\u0000b\ud800c\udc00 👩‍👧 å\ufeff')).toBe('a\ufffdb\ufffdc\ufffd 👩‍👧 å\ufeff');
  expect(wellFormed('\ufeff\ufeffhej')).toBe('hej');
});

it('changes nothing the second time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(wellFormed(wellFormed(text))).toBe(wellFormed(text));
    }),
  );
});
