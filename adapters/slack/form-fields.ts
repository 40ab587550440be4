/**
 * Fields of the windows. Every field reports as it is written in (action `draft`), so that a closed window loses nothing.
 * A field's block id is its name in `values`, in drafts and in errors.
 */
import type { Choice, Element } from './block-kit.ts';
import { checkboxes, context, fitted, input, plain, radios, select, textField } from './block-kit.ts';
import type { Written } from './drafts.ts';
import { formWords } from './form-words.ts';
import { draftAction } from './happening-touches.ts';
import type { Block } from './parts.ts';

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
}

function field({ name, label, hint, optional }: Field, element: Element): Block {
  const more = { dispatch: true, ...(hint !== undefined && { hint }), ...(optional !== undefined && { optional }) };
  return input(name, label, element, more);
}

/** Several lines, reported while they are written. */
export function wordsField(of: Field, draft: Written | null, most: number): Block {
  return reporting(of, textField(draftAction, { lines: 'many', most, ...begun(draft, of.name, most) }));
}

/** One line. */
export function lineField(of: Field, draft: Written | null, most: number): Block {
  return reporting(of, textField(draftAction, { most, ...begun(draft, of.name, most) }));
}

function reporting(of: Field, element: Element): Block {
  return field(of, { ...element, dispatch_action_config: { trigger_actions_on: ['on_character_entered'] } });
}

function begun(draft: Written | null, name: string, most: number): { readonly written?: string } {
  const written = writtenIn(draft ?? {}, name);
  return written === '' ? {} : { written: fitted(written, most) };
}

/** One of up to 100, in a menu. */
export function menuField(of: Field, choices: readonly Choice[], draft: Written | null): Block {
  const chosen = writtenIn(draft ?? {}, of.name);
  return field(of, select(draftAction, choices, { placeholder: formWords.choose, ...(chosen !== '' && { chosen }) }));
}

/** One of up to 10, all seen. */
export function radioField(of: Field, choices: readonly Choice[], draft: Written | null): Block {
  const chosen = writtenIn(draft ?? {}, of.name);
  return field(of, radios(draftAction, choices, chosen === '' ? undefined : chosen));
}

/** A box to tick. */
export function tickField(of: Field, choice: Choice, draft: Written | null): Block {
  return field(of, checkboxes(draftAction, [choice], chosenIn(draft ?? {}, of.name)));
}

export function elementField(of: Field, element: Element): Block {
  return field(of, element);
}

/** What stands above the fields: which enquiry it is, and that a draft has been put back. */
export function above(lines: readonly string[], draft: Written | null): Block[] {
  const all = draft === null ? lines : [...lines, formWords.fromDraft];
  return all.length === 0 ? [] : [context(all.map((line) => plain(line)))];
}

/** Words of one field without space around them; empty when nothing was written. */
export function writtenIn(values: Written, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value.trim() : '';
}

export function chosenIn(values: Written, name: string): readonly string[] {
  const value = values[name];
  return Array.isArray(value) ? value : [];
}

/** By field, why it cannot be used. */
export type FieldErrors = Readonly<Record<string, string>>;
export type ReadForm<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly errors: FieldErrors };

export function correct(errors: FieldErrors): { readonly ok: false; readonly errors: FieldErrors } {
  return { ok: false, errors };
}
