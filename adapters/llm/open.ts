/** Everything that a language model does for us, made together: both ask the same one, and stop asking each on its own. */
import type { Summariser, Understander } from '../../src/ports.ts';
import { type LanguageModelNeeds, languageModel } from './language-model.ts';
import { modelSummariser } from './summariser.ts';
import { languageModelUnderstander, type SecondOpinionNeeds } from './understander.ts';

/** Asks nobody until there is something to ask. */
export function openLanguageModel(needs: LanguageModelNeeds & Omit<SecondOpinionNeeds, 'model'>): {
  readonly understander: Understander;
  readonly summariser: Summariser;
} {
  const model = languageModel(needs);
  return { understander: languageModelUnderstander({ ...needs, model }), summariser: modelSummariser({ model }) };
}
