/**
 * The answer of every decision: what follows, or the name of the state that stands in the way.
 */
export type Result<Value, Refusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: Refusal };

/** A decision that goes through. */
export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** A decision that is refused; the reason names the state that was found. */
export function refuse<Refusal extends string>(reason: Refusal): { readonly ok: false; readonly reason: Refusal } {
  return { ok: false, reason };
}
