/**
 * Takes out what identifies a person by pattern: CPR before anything is stored, and also e-mail, account and phone
 * before text leaves the house. Names and addresses have no pattern and stay. Every pattern is linear in the text.
 */
import { cprShapes } from './redact-cpr.ts';
import { accountShapes, emailShapes } from './redact-mail.ts';
import { phoneShapes } from './redact-phone.ts';
import { coverAll } from './redact-shape.ts';

const cprGone = '[CPR fjernet]';

/** Every CPR number becomes `[CPR fjernet]`; all else stays to the letter. */
export function maskCpr(text: string): string {
  return coverAll(text, cprShapes, cprGone);
}

/**
 * E-mail, account, CPR and phone, in this order, become placeholders. Help lines everybody knows stay, and so do short
 * numbers such as 112.
 */
export function redact(text: string): string {
  const withoutMail = coverAll(text, emailShapes, '[e-mail fjernet]');
  const withoutAccounts = coverAll(withoutMail, accountShapes, '[konto fjernet]');
  return coverAll(maskCpr(withoutAccounts), phoneShapes, '[telefon fjernet]');
}
