/** The windows of case files, as pure views: what is asked of a person, and what may be chosen. Block ids name the answers. */
import type { CaseFile, Consent, ConsentGiver, TeamRole } from '../../src/domain/case-file.ts';
import { consentGivers, consentScopes, legalBases, teamRoles } from '../../src/domain/case-file.ts';
import { giversFor } from '../../src/domain/consent.ts';
import type { Kommune } from '../../src/domain/kommune.ts';
import { type AgeBand, ageBands, outcomes, type PartyCode, type StaffId } from '../../src/domain/words.ts';
import type { CaseSuggestion } from '../../src/ports.ts';
import { ageWords, basisWords, giverWords, outcomeWords, roleWords, scopeWords } from '../staff-words.ts';
import {
  type Choice,
  checkboxes,
  datePicker,
  fitted,
  input,
  modal,
  most,
  personSelect,
  plain,
  section,
  select,
  selectMany,
  textField,
} from './block-kit.ts';
import { consentLine, listInWords, whoInWords } from './case-overview.ts';
import type { Block, View } from './parts.ts';

const noteLetters = 2_000;
/** "Ingen" must fit beside the rest. */
const mostPeople = most.options - 1;

// ---------------------------------------------------------------------------------------------------------------
// Opening, and who coordinates

/** @param about the enquiry's id */
export function openWindow(kommune: Kommune, about: string, { coordinators, missing }: CaseSuggestion): View {
  const people = coordinators.slice(0, mostPeople);
  const roles = missing.map((role) => roleWords[role]);
  return modal({
    callback: 'open_case',
    title: 'Åbn en sag',
    submit: 'Åbn sagen',
    about,
    blocks: [
      section(plain('Brug en sag, når flere skal hjælpe den samme unge. Sagen får sin egen private kanal.')),
      ...coordinatorFields(kommune, people, { coordinator: people[0]?.staff ?? null, standIn: null }),
      input('past17Half', 'Alder', checkboxes('past17Half', [{ value: 'yes', text: 'Den unge er fyldt 17½ år' }]), {
        optional: true,
        hint: 'Så skal voksensocialområdet med i teamet.',
      }),
      ...(roles.length === 0 ? [] : [section(plain(`Teamet skal have: ${listInWords(roles)}.`))]),
    ],
  });
}

export interface Candidate {
  readonly staff: StaffId;
  /** Open case files they coordinate; null when we do not know. */
  readonly load: number | null;
  readonly tooMany: boolean;
}
type Candidates = readonly Candidate[];

export function coordinatorWindow(kommune: Kommune, caseFile: CaseFile, candidates: Candidates): View {
  const { coordinator, standIn } = caseFile;
  const first = candidates.filter(({ staff }) => staff === coordinator || staff === standIn);
  const people = [...new Set([...first, ...candidates])].slice(0, mostPeople);
  return modal({
    callback: 'choose_coordinator',
    title: 'Skift koordinator',
    submit: 'Skift',
    about: caseFile.id,
    blocks: coordinatorFields(kommune, people, { coordinator, standIn }),
  });
}

function coordinatorFields(
  kommune: Kommune,
  people: Candidates,
  chosen: { readonly coordinator: StaffId | null; readonly standIn: StaffId | null },
): readonly Block[] {
  const choices = people.map((one) => candidateChoice(kommune, one));
  const busy = people.filter(({ tooMany }) => tooMany).slice(0, 5);
  const names = busy.map(({ staff }) => kommune.staff.get(staff)?.name ?? staff);
  const warning = `⚠️ ${listInWords(names)} har allerede fem sager eller flere. Vælg helst en anden.`;
  return [
    input('coordinator', 'Koordinator', select('coordinator', choices, chosenIn(choices, chosen.coordinator)), {
      hint: 'Den første passer bedst til alder og relation. Du bestemmer.',
    }),
    ...(busy.length === 0 ? [] : [section(plain(warning))]),
    input('standIn', 'Stedfortræder', select('standIn', choices, chosenIn(choices, chosen.standIn)), {
      optional: true,
      hint: 'Tager over ved ferie og sygdom.',
    }),
  ];
}

function chosenIn(choices: readonly Choice[], staff: StaffId | null): { readonly chosen?: string } {
  return staff !== null && choices.some(({ value }) => value === staff) ? { chosen: staff } : {};
}

function candidateChoice(kommune: Kommune, { staff, load, tooMany }: Candidates[number]): Choice {
  const party = kommune.staff.get(staff)?.party;
  const where = party === undefined ? [] : [kommune.parties.get(party)?.name ?? party];
  const about = [...where, ...(load === null ? [] : [loadInWords(load)])].join(', ');
  return {
    value: staff,
    text: fitted(whoInWords(kommune, staff), most.option),
    ...(about !== '' && { description: fitted(`${tooMany ? '⚠️ ' : ''}${about}`, most.option) }),
  };
}

/** "ingen sager", "1 sag", "3 sager". */
export function loadInWords(load: number): string {
  if (load === 0) return 'ingen sager';
  return load === 1 ? '1 sag' : `${load} sager`;
}

// ---------------------------------------------------------------------------------------------------------------
// Consent

export interface ConsentFor {
  readonly staff: StaffId;
  readonly party: PartyCode | null;
  readonly role: TeamRole;
}

/** @param invited whom it is to let in, when it is asked for somebody's sake */
export function consentWindow(kommune: Kommune, caseFile: CaseFile, about: string, invited: ConsentFor | null): View {
  const parties = [...kommune.parties.values()].slice(0, most.options);
  const chosen = invited?.party === undefined || invited.party === null ? [] : [invited.party];
  const title = invited === null ? [] : [section(plain(`Så kan ${whoInWords(kommune, invited.staff)} være med.`))];
  return modal({
    callback: 'record_consent',
    title: 'Nyt samtykke',
    submit: 'Notér',
    about,
    blocks: [
      ...title,
      ...(invited === null ? [] : [roleField(invited.role)]),
      ...(caseFile.ageBand === null ? [ageField()] : []),
      input('ground', 'Hvem siger ja, eller hvilken lov?', select('ground', groundChoices(caseFile.ageBand)), {
        hint: 'Under 15: forældremyndigheden. 15–17: den unge, gerne begge. 18 og over: den unge.',
      }),
      input(
        'parties',
        'Hvem må vide noget?',
        selectMany(
          'parties',
          parties.map(({ code, name }) => ({ value: code, text: fitted(name, most.option) })),
          { chosen },
        ),
      ),
      input(
        'scopes',
        'Hvad må de vide?',
        selectMany(
          'scopes',
          consentScopes.map((scope) => ({ value: scope, text: scopeWords[scope] })),
        ),
      ),
      input('purpose', 'Hvad skal det bruges til?', textField('purpose', { lines: 'many', most: noteLetters }), {
        hint: 'Ved en lov: skriv også hvorfor. Ingen navne og CPR-numre.',
      }),
      input('until', 'Til og med', datePicker('until'), { hint: 'Højst et år.' }),
    ],
  });
}

function ageField(): Block {
  const choices = ageBands.map((band) => ({ value: band, text: ageWords[band] }));
  return input('age', 'Hvor gammel er den unge?', select('age', choices), {
    hint: 'Alderen afgør, hvem der kan sige ja.',
  });
}

function roleField(role: TeamRole): Block {
  const choices = teamRoles.map((one) => ({ value: one, text: roleWords[one] }));
  return input('role', 'Opgave i teamet', select('role', choices, { chosen: role }));
}

/** `consent:youth`, `legal:ssp`. Who can say yes follows from the age; unknown, all are offered and the answer checked. */
function groundChoices(ageBand: AgeBand | null): readonly Choice[] {
  const givers: readonly ConsentGiver[] = ageBand === null ? consentGivers : giversFor(ageBand);
  return [
    ...givers.map((giver) => ({ value: `consent:${giver}`, text: fitted(`Samtykke fra ${giverWords[giver]}`, 75) })),
    ...legalBases.map((basis) => ({ value: `legal:${basis}`, text: fitted(`Lov: ${basisWords[basis]}`, 75) })),
  ];
}

/** @param live those that can be withdrawn, at least one */
export function withdrawWindow(kommune: Kommune, caseFile: CaseFile, live: readonly Consent[]): View {
  const shown = live.slice(0, 10);
  const choices = shown.map(({ id }, index) => ({ value: id, text: `Samtykke ${index + 1}` }));
  const [only] = choices;
  return modal({
    callback: 'withdraw_consent',
    title: 'Samtykke trukket',
    submit: 'Træk tilbage',
    about: caseFile.id,
    blocks: [
      section(plain('Et nej gælder med det samme. De, der kun er med på dette samtykke, fjernes straks.')),
      ...shown.map((consent, index) =>
        section(plain(`Samtykke ${index + 1}: ${fitted(consentLine(kommune, consent), 2_500)}`)),
      ),
      input(
        'consent',
        'Hvilket samtykke?',
        select('consent', choices, only !== undefined && choices.length === 1 ? { chosen: only.value } : {}),
      ),
    ],
  });
}

// ---------------------------------------------------------------------------------------------------------------
// The course

export function inviteWindow(caseFile: CaseFile): View {
  return modal({
    callback: 'invite_member',
    title: 'Invitér til teamet',
    submit: 'Invitér',
    about: caseFile.id,
    blocks: [
      input('person', 'Hvem skal med?', personSelect('person'), {
        hint: 'Dækker intet samtykke personen, spørges koordinatoren først.',
      }),
      roleField('other'),
    ],
  });
}

/** Instead of the window: the coordinator has been asked. */
export function askedWindow(who: string): View {
  const words = `${who} er ikke dækket af et samtykke endnu. Koordinatoren er spurgt og svarer dig.`;
  return modal({ callback: 'case_asked', title: 'Spurgt', close: 'Luk', blocks: [section(plain(words))] });
}

export function nextStepWindow(caseFile: CaseFile): View {
  return modal({
    callback: 'set_next_step',
    title: 'Næste skridt',
    submit: 'Gem',
    about: caseFile.id,
    blocks: [
      input('text', 'Hvad skal ske nu?', textField('text', { lines: 'many', most: noteLetters, focus: true }), {
        hint: 'Skriv hvem der gør hvad. Ingen navne på den unge.',
      }),
      input('by', 'Senest', datePicker('by')),
    ],
  });
}

export function closeWindow(caseFile: CaseFile): View {
  return modal({
    callback: 'close_case',
    title: 'Luk sagen',
    submit: 'Luk sagen',
    about: caseFile.id,
    blocks: [
      section(plain('Opsummeringen skrives i kanalen. Så arkiveres den. Sagen kan hentes i desk og genåbnes.')),
      input(
        'outcome',
        'Hvordan endte det?',
        select(
          'outcome',
          outcomes.map((outcome) => ({ value: outcome, text: outcomeWords[outcome] })),
        ),
      ),
      input('summary', 'Opsummering', textField('summary', { lines: 'many', most: noteLetters }), {
        hint: 'Hvad blev aftalt, og hvem følger op? Ingen navne og CPR-numre.',
      }),
    ],
  });
}

export function reopenWindow(caseFile: CaseFile): View {
  return modal({
    callback: 'reopen_case',
    title: 'Genåbn sagen',
    submit: 'Genåbn',
    about: caseFile.id,
    blocks: [
      section(plain('Teamet kommer tilbage i en ny kanal. Kun de, et samtykke stadig dækker, er med.')),
      input('reason', 'Hvorfor?', textField('reason', { lines: 'many', most: noteLetters, focus: true })),
    ],
  });
}
