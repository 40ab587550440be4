/** What goes wrong by order: in calls to Slack, and in events from it. The same seed goes wrong in the same way. */

export type CallFault =
  | { readonly kind: 'ratelimited'; readonly retryAfterSeconds: number }
  | { readonly kind: 'http'; readonly status: 500 | 502 | 503 }
  /** The connection is cut, and nothing has happened. */
  | { readonly kind: 'drop-before' }
  /** The connection is cut, and it has happened all the same. */
  | { readonly kind: 'drop-after' }
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'error'; readonly error: string };

export type EventFault =
  | { readonly kind: 'doubled' }
  | { readonly kind: 'dropped' }
  /** It comes after the next one; or alone, when there is none for a while. */
  | { readonly kind: 'reordered'; readonly atMostMs?: number };

/** When a fault strikes: the next so many times, or each time with a probability. Once, when neither is said. */
export interface Strikes {
  readonly times?: number;
  readonly probability?: number;
}

export type CallRule = CallFault & Strikes & { readonly method?: string | RegExp };
export type EventRule = EventFault & Strikes & { readonly type?: string };

export interface Faults<Rule extends Strikes> {
  /** The answer takes the rule away. */
  add(rule: Rule): () => void;
  /** The first rule that fits and strikes now. */
  strike(fits: (rule: Rule) => boolean): Rule | null;
}

export function faults<Rule extends Strikes>(random: () => number): Faults<Rule> {
  const rules: { readonly rule: Rule; left: number }[] = [];
  return {
    add(rule) {
      const entry = { rule, left: rule.times ?? (rule.probability === undefined ? 1 : Number.POSITIVE_INFINITY) };
      rules.push(entry);
      return () => {
        entry.left = 0;
      };
    },
    strike(fits) {
      const hit = rules.find(
        ({ rule, left }) => left > 0 && fits(rule) && (rule.probability === undefined || random() < rule.probability),
      );
      if (hit === undefined) return null;
      hit.left -= 1;
      return hit.rule;
    },
  };
}

export function fitsMethod(rule: CallRule, method: string): boolean {
  if (rule.method === undefined) return true;
  return typeof rule.method === 'string' ? rule.method === method : rule.method.test(method);
}
