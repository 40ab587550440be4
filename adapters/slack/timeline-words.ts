/** What has happened to an enquiry, one Danish sentence per event. Messages are left out: the conversation shows them. */
import type { Called } from '../../src/domain/enquiry.ts';
import type { EnquiryEvent, EventOf } from '../../src/domain/enquiry-event.ts';
import type { Kommune } from '../../src/domain/kommune.ts';
import type { PartyCode, StaffId } from '../../src/domain/words.ts';
import { ageWords, inSentence, outcomeWords } from '../staff-words.ts';
import { partyName, riskWords, staffName, urgencyMarks } from './card-words.ts';

const whoWasCalled = {
  party: 'stedet',
  leader: 'lederen',
  duty: 'vagten',
} satisfies Record<Called, string>;

interface Names {
  readonly staff: (id: StaffId) => string;
  readonly party: (code: PartyCode) => string;
}

const happened: { readonly [Type in EnquiryEvent['type']]: (event: EventOf<Type>, names: Names) => string | null } = {
  MessageReceived: () => null,
  BotSaid: () => null,
  StaffReplied: () => null,
  EnquiryOpened: () => 'Samtalen begyndte.',
  EnquiryTakenIn: (event, { staff }) => `${staff(event.by)} skrev den ned for borgeren.`,
  AnswerCorrected: (event, { staff }) => `${staff(event.by)} rettede et svar.`,
  AnswerRemoved: (event, { staff }) => `${staff(event.by)} fjernede et svar.`,
  CitizenSpokenTo: (event, { staff }) => `${staff(event.by)} talte med borgeren.`,
  HelperInvited: (event, { staff }) => `${staff(event.by)} bad ${staff(event.helper)} om at hjælpe.`,
  HelperLeft: (event, { staff }) => `${staff(event.helper)} hjælper ikke længere.`,
  RiskFound: (event) => riskWords[event.level] ?? 'Robotten ser ikke længere tegn på fare.',
  AgeBandTold: (event) => `Borgeren fortalte sin alder: ${inSentence(ageWords[event.ageBand])}.`,
  HandoffQueued: (event, { party }) => `Sendt til ${party(event.party)}.`,
  HandoffRerouted: (event, { party }) => `Flyttet til ${party(event.party)}, fordi vi ved mere nu.`,
  UrgencyRaised: (event) => `Haster mere nu: ${urgencyMarks[event.urgency]}.`,
  HandoffClaimed: (event, { staff }) => `${staff(event.by)} tog den.`,
  HandoffWithdrawn: () => 'Borgeren tog den tilbage, før nogen havde taget den.',
  TextsErased: () => 'Borgeren slettede det, der var skrevet.',
  TransferOffered: (event, { staff, party }) => `${staff(event.by)} tilbød den til ${party(event.to)}.`,
  TransferAccepted: (event, { staff, party }) => `${staff(event.by)} tog imod for ${party(event.party)}.`,
  TransferDeclined: (event, { staff }) => `${staff(event.by)} sagde nej til den.`,
  TransferExpired: () => 'Ingen svarede på tilbuddet i tide. Giveren har den igen.',
  HandoffReturned: (event, { staff, party }) => `${staff(event.by)} gav den tilbage til ${party(event.party)}.`,
  EnquiryClosed: (event, { staff }) => `${staff(event.by)} lukkede den: ${inSentence(outcomeWords[event.outcome])}.`,
  EnquiryReopened: (event, { party }) => `Åbnet igen, fordi borgeren skrev. Hos ${party(event.party)}.`,
  DeadlinePassed: (event) => `Fristen gik, og ${whoWasCalled[event.calls]} blev kaldt.`,
  CaseFileOpened: (event, { staff }) => `En sag er åben. ${staff(event.coordinator)} er koordinator.`,
  CoordinatorChanged: (event, { staff }) => `${staff(event.coordinator)} er nu koordinator.`,
  CaseFileClosed: () => 'Sagen er lukket. Der er ikke længere en koordinator.',
  DeliveryFailed: () => 'En besked nåede ikke frem.',
};

/** @returns null for what the conversation itself shows */
export function eventWords(event: EnquiryEvent, kommune: Kommune): string | null {
  const inWords = happened[event.type] as (event: EnquiryEvent, names: Names) => string | null;
  return inWords(event, { staff: (id) => staffName(kommune, id), party: (code) => partyName(kommune, code) });
}
