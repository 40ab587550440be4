/** What the page of one case file is drawn from, and what its parts have in common. */
import type { PartyCode } from '../../src/domain/words.ts';
import type { Times } from './case-days.ts';
import type { CaseAction, CaseDetail, Colleague } from './case-model.ts';
import { caseActionWords } from './case-words.ts';
import type { FormShape, Tried } from './view-case-fields.ts';

export interface CasePage {
  readonly caseFile: CaseDetail;
  readonly tried: Tried | null;
  /** Everybody in the municipality's file. */
  readonly people: readonly Colleague[];
  readonly parties: readonly { readonly code: PartyCode; readonly name: string }[];
  /** The place a new consent is for, when that has been asked for. */
  readonly forParty: PartyCode | null;
  readonly times: Times;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly inAYear: string;
}

/** @param form names it when the page has several of the same action */
export function shapeOf(
  { caseFile, tried }: Pick<CasePage, 'caseFile' | 'tried'>,
  action: CaseAction,
  form: string = action,
): FormShape {
  return { form, path: `/desk/cases/${caseFile.id}/${action}`, button: caseActionWords[action], tried };
}

export function can({ caseFile }: Pick<CasePage, 'caseFile'>, action: CaseAction): boolean {
  return caseFile.actions.includes(action);
}

export function personWords({ name, title, partyName }: Colleague): string {
  return [name, title, partyName].filter((words) => words !== '').join(' · ');
}
