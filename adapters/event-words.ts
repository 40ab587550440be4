/**
 * What has happened to an enquiry, one Danish sentence per event, the same on the desk and in Slack. Messages are left out:
 * the conversation shows them.
 */
import type { Called } from '../src/domain/enquiry.ts';
import type { EnquiryEvent, EventOf } from '../src/domain/enquiry-event.ts';
import type { Kommune } from '../src/domain/kommune.ts';
import type { PartyCode, StaffId, Urgency } from '../src/domain/words.ts';
import { ageWords, askerWords, inSentence, outcomeWords, partyName, staffName } from './staff-words.ts';

const raisedTo = {
  acute: 'akut',
  same_day: 'svar i dag',
  '3_days': 'svar inden 3 dage',
  normal: 'normal',
} satisfies Record<Urgency, string>;

const whoWasCalled = {
  party: 'stedet',
  leader: 'lederen',
  duty: 'vagten',
} satisfies Record<Called, string>;

const riskFound = {
  acute: 'Robotten fandt tegn på akut fare.',
  care: 'Robotten fandt tegn på, at borgeren har det svært.',
  none: 'Robotten ser ikke længere tegn på fare.',
} as const;

interface Names {
  readonly staff: (id: StaffId) => string;
  readonly party: (code: PartyCode) => string;
}

const happened: { readonly [Type in EnquiryEvent['type']]: (event: EventOf<Type>, names: Names) => string | null } = {
  MessageReceived: () => null,
  BotSaid: () => null,
  StaffReplied: () => null,
  EnquiryOpened: (event) => `Samtalen begyndte (${inSentence(askerWords[event.asker])}).`,
  EnquiryTakenIn: (event, { staff }) => `${staff(event.by)} skrev den ned for borgeren.`,
  AnswerCorrected: (event, { staff }) => `${staff(event.by)} rettede et svar.`,
  AnswerRemoved: (event, { staff }) => `${staff(event.by)} fjernede et svar. Ordene står under Internt.`,
  CitizenSpokenTo: (event, { staff }) => `${staff(event.by)} talte med borgeren.`,
  HelperInvited: (event, { staff }) => `${staff(event.by)} bad ${staff(event.helper)} om at hjælpe.`,
  HelperLeft: (event, { staff }) =>
    event.by === event.helper
      ? `${staff(event.by)} hjælper ikke længere.`
      : `${staff(event.by)} takkede ${staff(event.helper)} for hjælpen.`,
  RiskFound: (event) => riskFound[event.level],
  AgeBandTold: (event) => `Borgeren fortalte sin alder: ${inSentence(ageWords[event.ageBand])}.`,
  HandoffQueued: (event, { party }) => `Sendt til ${party(event.party)}.`,
  HandoffRerouted: (event, { party }) => `Flyttet til ${party(event.party)}, fordi vi ved mere nu.`,
  UrgencyRaised: (event) => `Haster mere nu: ${raisedTo[event.urgency]}.`,
  HandoffClaimed: (event, { staff }) => `${staff(event.by)} tog den.`,
  HandoffWithdrawn: () => 'Borgeren tog den tilbage, før nogen havde taget den.',
  TextsErased: () => 'Borgeren slettede det, der var skrevet.',
  TransferOffered: (event, { staff, party }) => `${staff(event.by)} tilbød den til ${party(event.to)}.`,
  TransferAccepted: (event, { staff, party }) => `${staff(event.by)} modtog den for ${party(event.party)}.`,
  TransferDeclined: (event, { staff }) => `${staff(event.by)} sagde nej til at modtage den.`,
  TransferExpired: () => 'Ingen svarede på tilbuddet i tide. Den er tilbage hos giveren.',
  HandoffReturned: (event, { staff, party }) => `${staff(event.by)} gav den tilbage til ${party(event.party)}.`,
  EnquiryClosed: (event, { staff }) => `${staff(event.by)} lukkede den: ${inSentence(outcomeWords[event.outcome])}.`,
  EnquiryReopened: (event, { party }) => `Åbnet igen, fordi borgeren skrev. Hos ${party(event.party)}.`,
  DeadlinePassed: (event) => `Fristen gik, og ${whoWasCalled[event.calls]} blev kaldt.`,
  CaseFileOpened: (event, { staff }) => `En sag er åben. ${staff(event.coordinator)} er koordinator.`,
  CoordinatorChanged: (event, { staff }) => `${staff(event.coordinator)} er nu koordinator.`,
  CaseFileClosed: () => 'Sagen er lukket. Der er ikke længere en koordinator.',
  DeliveryFailed: () => 'En besked kunne ikke leveres.',
};

/** @returns null for what the conversation itself shows */
export function eventWords(event: EnquiryEvent, kommune: Kommune): string | null {
  const inWords = happened[event.type] as (event: EnquiryEvent, names: Names) => string | null;
  return inWords(event, { staff: (id) => staffName(kommune, id), party: (code) => partyName(kommune, code) });
}
