/**
 * What in an answer makes us ask before it goes to the citizen: numbers and addresses of others, and links that lead
 * inside the house. Pure.
 */
import type { Kommune } from '../../src/domain/kommune.ts';

/** A CPR number never goes out; the others go when somebody says so. */
export type HoldReason = 'cpr' | 'phone' | 'email' | 'internal_link' | 'slack_link';

/** What may always be told: the municipality's own numbers and addresses. */
export interface House {
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  /** The desk's address without a slash at the end; null when nobody knows it. */
  readonly publicUrl: string | null;
  readonly redact: (text: string) => string;
}

export function houseOf(kommune: Kommune, publicUrl: string | null, redact: House['redact']): House {
  const { contact, helpLines, staff } = kommune;
  return {
    phones: [contact.phone, ...helpLines.flatMap(({ phone }) => phone ?? [])],
    emails: [contact.email, ...[...staff.values()].map(({ email }) => email)],
    publicUrl,
    redact,
  };
}

const placeholders = {
  cpr: '[CPR fjernet]',
  phone: '[telefon fjernet]',
  email: '[e-mail fjernet]',
} satisfies Partial<Record<HoldReason, string>>;

/**
 * Why an answer is held back; empty when it may go.
 *
 * @param text in plain words, as the citizen would read it
 * @param hadCpr a CPR number has been taken out of it already
 */
export function holdReasons(text: string, hadCpr: boolean, house: House): readonly HoldReason[] {
  const ours = withoutOurs(text, house);
  const masked = house.redact(ours);
  const appears = (placeholder: string) => count(masked, placeholder) > count(ours, placeholder);
  const links = linksIn(text);
  const reasons: readonly [HoldReason, boolean][] = [
    ['cpr', hadCpr || appears(placeholders.cpr)],
    ['phone', appears(placeholders.phone)],
    ['email', appears(placeholders.email)],
    ['internal_link', links.some((link) => leadsInside(link, house.publicUrl)) || namesShare(text)],
    ['slack_link', links.some(leadsToSlack)],
  ];
  return reasons.flatMap(([reason, found]) => (found ? [reason] : []));
}

/** Whether the words hold a CPR number that nobody has taken out yet. */
export function showsCpr(text: string, { redact }: Pick<House, 'redact'>): boolean {
  return count(redact(text), placeholders.cpr) > count(text, placeholders.cpr);
}

const count = (text: string, part: string) => text.split(part).length - 1;

/** The text without the numbers and addresses that are the municipality's own. */
function withoutOurs(text: string, { phones, emails }: House): string {
  const withoutPhones = phones.reduce((left, phone) => left.replace(numberPattern(phone), 'os'), text);
  return emails.reduce((left, email) => left.replace(addressPattern(email), 'os'), withoutPhones);
}

/** The number in any grouping, with or without +45. */
function numberPattern(phone: string): RegExp {
  const digits = phone.replace(/\D/g, '').replace(/^(?:00)?45(?=\d{8}$)/, '');
  const spaced = [...digits].join('[ .\\-\u00a0]{0,2}');
  return new RegExp(String.raw`(?<![\d+])(?:(?:\+|00)[ ]?45[ ]?)?${spaced}(?![ ]?\d)`, 'g');
}

function addressPattern(email: string): RegExp {
  const literal = email.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(String.raw`(?<![\p{L}\p{N}._%+\-])${literal}(?![\p{L}\p{N}\-]|\.[\p{L}\p{N}])`, 'giu');
}

const withScheme = /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,20}:\/{1,3}[^\s<>"'()]+/gi;
/** A host named without its scheme: one we know to be inside, or a number. */
const bare =
  /(?<![\p{L}\p{N}@.:/_-])(?:localhost|(?:[\p{L}\p{N}-]+\.)+\p{L}[\p{L}\p{N}-]+|\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:]+\])(?::\d+)?(?:\/[^\s<>"'()]*)?/giu;

interface Link {
  readonly scheme: string;
  readonly host: string;
  readonly path: string;
  readonly isBare: boolean;
}

function linksIn(text: string): readonly Link[] {
  const whole = [...text.matchAll(withScheme)].flatMap(([address]) => parsed(address, false));
  const short = [...text.matchAll(bare)].flatMap(([address]) => parsed(`https://${address}`, true));
  return [...whole, ...short];
}

function parsed(address: string, isBare: boolean): readonly Link[] {
  const url = URL.parse(address);
  if (url === null) return [];
  const host = url.hostname.toLowerCase().replace(/\.$/, '');
  return [{ scheme: url.protocol.slice(0, -1).toLowerCase(), host, path: url.pathname, isBare }];
}

const insideNames = /(?:^|\.)(?:local|localhost|localdomain|intern|internal|intra|intranet|lan|corp|home\.arpa)$/;
const insideNumbers =
  /^(?:(?:0|10|127)\.\d+|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\.\d+\.\d+$/;
const insideLongNumbers = /^\[(?:::1?\]|::ffff:|f[cd]|fe[89ab])/;

function leadsInside({ scheme, host, path, isBare }: Link, publicUrl: string | null): boolean {
  if (scheme === 'file' || scheme === 'smb') return true;
  const isWeb = /^(?:https?|ftps?|wss?)$/.test(scheme);
  const hasNoDot = isWeb && !isBare && !host.includes('.') && !host.startsWith('[');
  if (hasNoDot || insideNames.test(host) || insideNumbers.test(host) || insideLongNumbers.test(host)) return true;
  return isDesk({ host, path }, publicUrl);
}

function isDesk({ host, path }: Pick<Link, 'host' | 'path'>, publicUrl: string | null): boolean {
  const ours = publicUrl === null ? null : URL.parse(publicUrl);
  if (ours === null || ours.hostname.toLowerCase() !== host) return false;
  const desk = `${ours.pathname.replace(/\/$/, '')}/desk`;
  const reached = path.toLowerCase();
  return reached === desk || reached.startsWith(`${desk}/`);
}

function leadsToSlack({ scheme, host }: Link): boolean {
  return scheme === 'slack' || /(?:^|\.)slack(?:-files)?\.com$/.test(host);
}

/** `\\server\share` */
function namesShare(text: string): boolean {
  return /(?<![\p{L}\p{N}\\])\\\\[\p{L}\p{N}.-]+\\/u.test(text);
}
