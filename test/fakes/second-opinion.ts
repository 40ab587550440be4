/** A town that asks a language model, over the real SDK, with every call written down. */
import { languageModel } from '../../adapters/llm/language-model.ts';
import { modelSummariser } from '../../adapters/llm/summariser.ts';
import { languageModelUnderstander } from '../../adapters/llm/understander.ts';
import type { Kommune } from '../../src/domain/kommune.ts';
import type { Understanding } from '../../src/domain/understanding.ts';
import type { IntentId, PartyCode } from '../../src/domain/words.ts';
import { partyCodes } from '../../src/domain/words.ts';
import type { ModelFigures, ModelOutcome, ModelPurpose, Summariser, Understander } from '../../src/ports.ts';
import { maskCpr, redact } from '../../src/understanding/redact.ts';
import { kommune, rules, understood } from '../domain/town.ts';
import { account, type LanguageModelServer } from './language-model-server.ts';

export interface SecondOpinion {
  readonly understander: Understander;
  readonly summariser: Summariser;
  /** `understand answered`, in order. */
  readonly calls: readonly string[];
  readonly seconds: readonly number[];
  readonly tokens: readonly { readonly prompt: number; readonly completion: number }[];
  readonly circuits: readonly boolean[];
  /** Everything logged, as JSON. */
  readonly logged: readonly string[];
  /** Lets time pass for the circuit. */
  pass(ms: number): void;
}

interface Options {
  readonly local?: Partial<Understanding>;
  /** Parties with their switch on; all of them unless told otherwise. */
  readonly on?: readonly PartyCode[];
  /** Instead of the real limits. */
  readonly withinMs?: number;
}

/** Five the town's catalogue has, one of group A. */
export const candidates = [
  'dropped_out',
  'education_guidance',
  'family_conflict',
  'suicidal_thoughts',
  'benefit_missing',
] as IntentId[];

/** What an unsure local model says. */
export const unsure: Partial<Understanding> = {
  certainty: 'unsure',
  intents: candidates.map((intent, index) => ({ intent, score: 0.3 - index / 20 })),
};

/** The town with some parties' switches on. */
export function switchedOn(on: readonly PartyCode[] = partyCodes): Kommune {
  const parties = [...kommune.parties].map(
    ([code, party]) => [code, { ...party, languageModel: on.includes(code) }] as const,
  );
  return { ...kommune, parties: new Map(parties) };
}

export function secondOpinion(
  { baseUrl }: Pick<LanguageModelServer, 'baseUrl'>,
  { local = unsure, on, withinMs }: Options = {},
): SecondOpinion {
  const calls: string[] = [];
  const seconds: number[] = [];
  const tokens: { prompt: number; completion: number }[] = [];
  const circuits: boolean[] = [];
  const logged: string[] = [];
  let now = 0;
  const figures: ModelFigures = {
    called: (purpose: ModelPurpose, outcome: ModelOutcome, took: number) => {
      calls.push(`${purpose} ${outcome}`);
      seconds.push(took);
    },
    used: (_, used) => tokens.push(used),
    circuit: (_, open) => circuits.push(open),
  };
  const write = (data: object, message: string) => logged.push(JSON.stringify({ ...data, message }));
  const log = { info: write, warn: write, error: write };
  const limits = withinMs === undefined ? {} : { withinMs };
  const model = languageModel({ ...account, baseUrl, clock: { now: () => now }, figures, log, ...limits });
  const localOne: Understander = {
    understand: async (text) => understood({ ...local, masked: maskCpr(text), redacted: redact(text) }),
  };
  return {
    understander: languageModelUnderstander({
      local: localOne,
      model,
      intents: rules.intents,
      kommune: switchedOn(on),
    }),
    summariser: modelSummariser({ model }),
    calls,
    seconds,
    tokens,
    circuits,
    logged,
    pass: (ms) => {
      now += ms;
    },
  };
}
