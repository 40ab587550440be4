/**
 * One question to a language model, asked once: over the SDK, within a time limit, through a circuit breaker, with an
 * answer that is parsed or not used. Whatever goes wrong is an outcome that is counted; nothing is thrown.
 */
import OpenAI from 'openai';
import { ContentFilterFinishReasonError } from 'openai/core/error';
import { zodResponseFormat } from 'openai/helpers/zod';
import { z } from 'zod';
import type { Clock, Log, ModelFigures, ModelOutcome, ModelPurpose } from '../../src/ports.ts';
import { AnswerTooLongError, boundedFetch } from './bounded-fetch.ts';
import { afterFailure, type Circuit, closedCircuit, passing } from './circuit.ts';

const mostBytes = 64 * 1024;

export interface LanguageModelNeeds {
  readonly apiKey: string;
  /** Null is OpenAI's own. */
  readonly baseUrl: string | null;
  readonly model: string;
  readonly clock: Clock;
  readonly figures: ModelFigures;
  readonly log: Log;
  /** Instead of the purposes' own time limits; for tests. */
  readonly withinMs?: number;
}

export interface Question<Answer> {
  readonly purpose: ModelPurpose;
  /** What to do; of our own making. */
  readonly task: string;
  /** What to do it with; whatever stands in it is data. */
  readonly material: object;
  /** The same for every question of a purpose: a provider prepares a new one for seconds. */
  readonly answer: z.ZodType<Answer>;
  /** What the zod type cannot tell a provider: whether the answer can be used, and whether it fits nothing offered. */
  readonly judge: (answer: Answer) => 'answered' | 'none' | 'invalid';
  readonly withinMs: number;
  readonly mostTokens: number;
}

export interface LanguageModel {
  /** @returns null when there is no answer to use */
  ask<Answer>(question: Question<Answer>): Promise<Answer | null>;
}

interface Heard<Answer> {
  readonly outcome: ModelOutcome;
  readonly answer: Answer | null;
  readonly status?: number | undefined;
}

const failures: ReadonlySet<ModelOutcome> = new Set(['invalid', 'timeout', 'failed']);

/** Asks nobody until asked to. */
export function languageModel(needs: LanguageModelNeeds): LanguageModel {
  const { clock, figures, log } = needs;
  const client = clientFor(needs);
  const circuits: Record<ModelPurpose, Circuit> = { understand: closedCircuit, summarise: closedCircuit };
  const turn = (purpose: ModelPurpose, circuit: Circuit): void => {
    circuits[purpose] = circuit;
    figures.circuit(purpose, circuit.is !== 'closed');
  };
  return {
    async ask(question) {
      const { purpose } = question;
      const passed = passing(circuits[purpose], clock.now());
      if (passed === null) {
        figures.called(purpose, 'open_circuit', 0);
        return null;
      }
      turn(purpose, passed);
      const began = performance.now();
      const { outcome, answer, status } = await hear(client, needs, question);
      const seconds = (performance.now() - began) / 1000;
      figures.called(purpose, outcome, seconds);
      const failed = failures.has(outcome);
      if (failed) log.warn({ purpose, outcome, status }, 'language model gave nothing to use');
      turn(purpose, failed ? afterFailure(circuits[purpose], clock.now()) : closedCircuit);
      return answer;
    },
  };
}

/** Nothing is taken from the environment, retried, logged or looked for elsewhere. */
function clientFor({ apiKey, baseUrl }: LanguageModelNeeds): OpenAI {
  return new OpenAI({
    apiKey,
    baseURL: baseUrl ?? 'https://api.openai.com/v1',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    logLevel: 'off',
    fetch: boundedFetch(mostBytes),
  });
}

async function hear<Answer>(
  client: OpenAI,
  { model, figures, withinMs }: LanguageModelNeeds,
  { purpose, task, material, answer, judge, ...limits }: Question<Answer>,
): Promise<Heard<Answer>> {
  try {
    const completion = await client.chat.completions.parse(
      {
        model,
        messages: [
          { role: 'system', content: task },
          { role: 'user', content: JSON.stringify(material) },
        ],
        response_format: zodResponseFormat(answer, purpose),
        max_completion_tokens: limits.mostTokens,
        store: false,
      },
      { timeout: withinMs ?? limits.withinMs },
    );
    const used = Usage.safeParse(completion.usage);
    if (used.success) figures.used(purpose, used.data);
    const message = completion.choices[0]?.message;
    if (message?.refusal) return { outcome: 'refused', answer: null };
    const parsed = message?.parsed ?? null;
    const outcome = parsed === null ? 'invalid' : judge(parsed);
    return { outcome, answer: outcome === 'invalid' ? null : parsed };
  } catch (error) {
    return { ...outcomeOf(error), answer: null };
  }
}

const tokens = z.number().int().min(0).max(1_000_000);
const Usage = z
  .object({ prompt_tokens: tokens, completion_tokens: tokens })
  .transform(({ prompt_tokens: prompt, completion_tokens: completion }) => ({ prompt, completion }));

/** What cannot be parsed throws too: the SDK's errors tell it from what did not arrive. */
function outcomeOf(error: unknown): { readonly outcome: ModelOutcome; readonly status?: number | undefined } {
  if (error instanceof OpenAI.APIConnectionTimeoutError || error instanceof OpenAI.APIUserAbortError) {
    return { outcome: 'timeout' };
  }
  if (error instanceof ContentFilterFinishReasonError) return { outcome: 'refused' };
  if (error instanceof Error && error.cause instanceof AnswerTooLongError) return { outcome: 'invalid' };
  if (error instanceof OpenAI.APIError) return { outcome: 'failed', status: error.status };
  return { outcome: 'invalid' };
}
