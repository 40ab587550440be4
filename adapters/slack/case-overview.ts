/**
 * Every message about a case file, as Slack shows it: the overview, the welcome, the alert, the last word, the pointer.
 * Pure. Says "den unge" and a number, never a name; staff's own words are masked, and left out in slim mode.
 */
import type { CaseFile, Consent } from '../../src/domain/case-file.ts';
import { isLive, membersNow, missingRoles, roleOf } from '../../src/domain/case-team.ts';
import type { Instant, StaffId } from '../../src/domain/words.ts';
import { basisWords, giverWords, outcomeWords, roleWords, scopeWords } from '../staff-words.ts';
import {
  actions,
  button,
  context,
  type Element,
  escaped,
  escapedToFit,
  fitted,
  header,
  markdown,
  message,
  plain,
  section,
} from './block-kit.ts';
import type { Block, Post, SlackParts } from './parts.ts';

export type Said = Required<Pick<Post, 'text' | 'blocks'>>;

export interface Showing extends Pick<SlackParts, 'kommune' | 'redact' | 'file' | 'publicUrl'> {
  readonly caseFile: CaseFile;
  /** Staff's words by note id. */
  readonly notes: ReadonlyMap<string, string>;
  readonly now: Instant;
}

const mostConsents = 8;
const mostMembers = 30;
const noteLetters = 600;

/** Where the desk shows the case file; null when nobody knows the desk's address. */
export function deskLink({ publicUrl, caseFile }: Pick<Showing, 'publicUrl' | 'caseFile'>): string | null {
  return publicUrl === null ? null : `${publicUrl}/desk/cases/${caseFile.id}`;
}

function dateInWords({ timeZone }: { readonly timeZone: string }, at: Instant): string {
  return new Intl.DateTimeFormat('da-DK', { timeZone, day: 'numeric', month: 'long', year: 'numeric' }).format(at);
}

/** "Sara Lund, ungevejleder". */
export function whoInWords(kommune: SlackParts['kommune'], id: StaffId): string {
  const staff = kommune.staff.get(id);
  return staff === undefined ? 'en medarbejder, der er stoppet' : `${staff.name}, ${staff.role}`;
}

// ---------------------------------------------------------------------------------------------------------------
// The overview

interface Line {
  readonly title: string;
  readonly words: string;
}

/** The pinned message; the same state gives the same blocks. */
export function overviewMessage(showing: Showing): Said {
  const { caseFile } = showing;
  const closed = caseFile.status === 'closed';
  const title = closed ? `Sag ${caseFile.code} er lukket` : `Sag ${caseFile.code}: overblik`;
  const lines = closed ? closedLines(showing) : openLines(showing);
  const text = [title, ...lines.map((line) => `${line.title}: ${line.words.replaceAll('\n', '; ')}`)].join('\n');
  const sections = lines.map((line) => section(markdown(`*${line.title}*\n${escapedToFit(line.words, 2_500)}`)));
  return message(fitted(escaped(text), 3_900), [
    header(title),
    ...sections,
    ...(closed ? [] : buttons(showing)),
    context([plain(closed ? 'Kanalen er arkiveret.' : 'Ret kun her med knapperne. Teksten skiftes af Indgang.')]),
  ]);
}

function openLines(showing: Showing): readonly Line[] {
  const { caseFile, kommune } = showing;
  const standIn = caseFile.standIn === null ? '' : `\nStedfortræder: ${whoInWords(kommune, caseFile.standIn)}`;
  return [
    { title: 'Ansvarlig', words: `${whoInWords(kommune, caseFile.coordinator)}${standIn}` },
    { title: 'Næste skridt', words: nextStepWords(showing) },
    { title: 'Samtykke', words: consentWords(showing) },
    { title: 'Team', words: teamWords(showing) },
    { title: 'Sidste kontakt med den unge', words: contactWords(showing) },
    ...waitingLines(showing),
  ];
}

function closedLines({ caseFile, kommune }: Showing): readonly Line[] {
  const { closing } = caseFile;
  if (closing === null) return [];
  return [
    { title: 'Udfald', words: outcomeWords[closing.outcome] },
    { title: 'Lukket', words: dateInWords(kommune, closing.at) },
    { title: 'Ansvarlig', words: whoInWords(kommune, caseFile.coordinator) },
  ];
}

/** Staff's words, masked; null in slim mode and when there are none. */
function noteOf({ notes, redact, file }: Showing, id: string, letters: number): string | null {
  const note = file.content === 'slim' ? '' : redact(notes.get(id) ?? '').trim();
  return note === '' ? null : fitted(note, letters);
}

function nextStepWords(showing: Showing): string {
  const { caseFile, kommune, now } = showing;
  const { nextStep } = caseFile;
  if (nextStep === null) return 'Intet er aftalt endnu.';
  const words = noteOf(showing, nextStep.note, noteLetters) ?? 'Står i desk.';
  const late = nextStep.by < now ? ' Datoen er gået.' : '';
  return `${words}\nSenest ${dateInWords(kommune, nextStep.by)}.${late}`;
}

function consentWords({ caseFile, kommune, now }: Showing): string {
  const live = caseFile.consents.filter((consent) => isLive(consent, now));
  if (live.length === 0) return 'Der er intet samtykke. Kun koordinator og stedfortræder må kende sagen.';
  const lines = live.slice(0, mostConsents).map((consent) => consentLine(kommune, consent));
  const more = live.length > mostConsents ? [`Og ${live.length - mostConsents} mere i desk.`] : [];
  return [...lines, ...more].join('\n');
}

/** "UU og Jobcenter må vide: uddannelse. Fra den unge. Til 1. marts 2027." */
export function consentLine(kommune: SlackParts['kommune'], { parties, scopes, ground, until }: Consent): string {
  const who = listInWords(parties.map((party) => kommune.parties.get(party)?.name ?? party));
  const what = listInWords(scopes.map((scope) => scopeWords[scope]));
  const why = ground.kind === 'consent' ? `Fra ${giverWords[ground.givenBy]}` : `Grundlag: ${basisWords[ground.basis]}`;
  return `${who} må vide: ${what}. ${why}. Til ${dateInWords(kommune, until)}.`;
}

/** "a", "a og b", "a, b og c". */
export function listInWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} og ${words.at(-1)}`;
}

function teamWords(showing: Showing): string {
  const { caseFile, kommune, now } = showing;
  const missing = missingRoles(caseFile, kommune, now).map((role) => roleWords[role]);
  const lack = missing.length === 0 ? [] : [`Mangler: ${listInWords(missing)}.`];
  return [...memberLines(showing), ...lack].join('\n');
}

/** Everybody who may know, coordinator first, each with their task. */
function memberLines({ caseFile, kommune, now }: Showing): readonly string[] {
  const roles = new Map(caseFile.team.map(({ staff, role }) => [staff, role]));
  const task = (staff: StaffId): string => {
    if (staff === caseFile.coordinator) return 'koordinator';
    if (staff === caseFile.standIn) return 'stedfortræder';
    return roleWords[roles.get(staff) ?? roleOf(kommune.staff.get(staff)?.party)];
  };
  const members = membersNow(caseFile, kommune, now);
  const lines = members.slice(0, mostMembers).map((staff) => `${whoInWords(kommune, staff)}: ${task(staff)}`);
  return members.length > mostMembers ? [...lines, `Og ${members.length - mostMembers} mere i desk.`] : lines;
}

function contactWords({ caseFile, kommune }: Showing): string {
  return caseFile.lastContactAt === null
    ? 'Ingen har noteret kontakt.'
    : `${dateInWords(kommune, caseFile.lastContactAt)}.`;
}

function waitingLines({ caseFile, kommune }: Showing): readonly Line[] {
  if (caseFile.invitations.length === 0) return [];
  const asked = caseFile.invitations.slice(0, mostMembers).map(({ staff }) => whoInWords(kommune, staff));
  return [{ title: 'Venter på koordinatorens svar', words: asked.join('\n') }];
}

function buttons({ caseFile, now }: Showing): readonly Block[] {
  const value = caseFile.id;
  const some = caseFile.consents.some((consent) => isLive(consent, now));
  const consent: readonly Element[] = [
    button('record_consent', 'Nyt samtykke', { value }),
    ...(some ? [button('withdraw_consent', 'Samtykke trukket tilbage', { value, style: 'danger' })] : []),
    button('invite_member', 'Invitér', { value }),
  ];
  const course: readonly Element[] = [
    button('set_next_step', 'Næste skridt', { value, style: 'primary' }),
    button('had_contact', 'Kontakt i dag', { value }),
    button('choose_coordinator', 'Skift koordinator', { value }),
    button('close_case', 'Luk sagen', { value }),
  ];
  const mayTurn = caseFile.ageBand === '15_17' && !caseFile.past17Half;
  const age = mayTurn ? [button('turned_17_half', 'Den unge er fyldt 17½', { value })] : [];
  return [actions(course, 'course'), actions([...consent, ...age], 'consent')];
}

// ---------------------------------------------------------------------------------------------------------------
// The other messages of the channel

/** What the channel is for; the id at its end is how we know it again. At most 250 letters. */
export function purposeOf(caseFile: CaseFile): string {
  return `Samarbejde om sag ${caseFile.code}. Kun for dem, samtykket dækker. Ingen navne og CPR-numre. ${markOf(caseFile)}`;
}

export function markOf({ id }: Pick<CaseFile, 'id'>): string {
  return `(indgang ${id})`;
}

export const topicWords = 'Overblikket er fastgjort. Skriv ikke navne eller CPR-numre her.';

/** The first word to everybody who is let in; edited when the people change. */
export function welcomeMessage(showing: Showing, formerName: string | null): Said {
  const { caseFile, publicUrl } = showing;
  const before = formerName === null ? [] : [`Den tidligere kanal hed ${formerName}. Den er arkiveret.`];
  const parts: readonly Line[] = [
    {
      title: 'Hvorfor kanalen er her',
      words: [
        `Her samarbejder vi om sag ${caseFile.code}.`,
        ...before,
        'Den unge mærker ét hold og én koordinator.',
      ].join(' '),
    },
    { title: 'Hvem er med', words: memberLines(showing).join('\n') },
    {
      title: 'Hvad må skrives',
      words: 'Skriv kun det, samtykket dækker. Skriv "den unge", aldrig navn eller CPR-nummer.',
    },
    {
      title: 'Hvem må ikke inviteres',
      words: 'Invitér ingen i Slack. Brug knappen Invitér. Er der intet samtykke, spørges koordinatoren først.',
    },
    { title: 'Vil du ud', words: 'Tryk på knappen herunder. Så er du ude af sagen og kanalen.' },
  ];
  const text = ['Velkommen', ...parts.map(({ title, words }) => `${title}: ${words}`)].join('\n');
  const leave = button('leave_case', 'Forlad sagen', {
    value: caseFile.id,
    confirm: { title: 'Forlad sagen', text: 'Du kan ikke længere se sagen.', yes: 'Forlad', no: 'Bliv' },
  });
  return message(fitted(escaped(text), 3_900), [
    header('Velkommen'),
    ...parts.map(({ title, words }) => section(markdown(`*${title}*\n${escapedToFit(words, 2_500)}`))),
    actions([leave], 'leave'),
    ...(publicUrl === null ? [] : [context([plain('Alt, der skal gemmes, hører til i desk.')])]),
  ]);
}

/** Danger was heard. No details: they stand in the desk, for those who may see them. */
export function alertMessage(showing: Showing, coordinator: string | null): Said {
  const mention = coordinator === null ? '' : `<@${coordinator}> `;
  const link = deskLink(showing);
  const text = `${mention}🔴 AKUT: Der er alvorligt nyt om den unge. Koordinatoren ser på det nu.`;
  return message(text, [
    section(markdown(text), link === null ? {} : { accessory: button('case_link', 'Åbn i desk', { url: link }) }),
  ]);
}

/** The last word before the channel is archived. */
export function summaryMessage(showing: Showing): Said {
  const { caseFile } = showing;
  const { closing } = caseFile;
  const outcome = closing === null ? '' : ` Udfald: ${outcomeWords[closing.outcome]}.`;
  const lead = `Sag ${caseFile.code} er lukket.${outcome} Kanalen arkiveres nu.`;
  const words = closing === null ? null : noteOf(showing, closing.note, 2_500);
  const link = deskLink(showing);
  return message(fitted(escaped(words === null ? lead : `${lead}\n${words}`), 3_900), [
    section(plain(lead)),
    ...(words === null ? [] : [section(plain(words))]),
    ...(link === null ? [] : [actions([button('case_link', 'Hent sagen i desk', { url: link })], 'export')]),
  ]);
}

/** In the card's internal thread: where the team is. Nobody outside the channel can open it. */
export function pointerMessage(channel: string): Said {
  const text = `Der er nu en sag med en fælles kanal: <#${channel}>. Samtalen med den unge fortsætter som før.`;
  return message(text, [section(markdown(text))]);
}
