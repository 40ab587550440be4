/** What every store must do. */
import { describe } from 'vitest';
import { caseContract } from './store-cases.contract.ts';
import { commitContract } from './store-commits.contract.ts';
import { earlierContract } from './store-earlier.contract.ts';
import { effectContract } from './store-effects.contract.ts';
import { erasingContract } from './store-erasing.contract.ts';
import { removingContract } from './store-removing.contract.ts';
import { textContract } from './store-texts.contract.ts';
import type { OpenStore } from './store-under-test.ts';
import { viewContract } from './store-views.contract.ts';

export function storeContract(open: OpenStore): void {
  describe('a decision', () => commitContract(open));
  describe('effects', () => effectContract(open));
  describe('what people write', () => textContract(open));
  describe('what citizens delete', () => erasingContract(open));
  describe('what staff take back', () => removingContract(open));
  describe('what an earlier release stored', () => earlierContract(open));
  describe('case files', () => caseContract(open));
  describe('views', () => viewContract(open));
}
