/** What has happened to an enquiry, one Danish sentence per event. Messages are left out: the conversation shows them. */
import type { Called } from '../../src/domain/enquiry.ts';
import type { EnquiryEvent } from '../../src/domain/enquiry-event.ts';
import type { Kommune } from '../../src/domain/kommune.ts';
import type { PartyCode, StaffId, Urgency } from '../../src/domain/words.ts';
import { ageWords, askerWords, outcomeWords } from './words.ts';

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

export function staffName(kommune: Kommune, id: StaffId): string {
  return kommune.staff.get(id)?.name ?? 'En tidligere kollega';
}

export function partyName(kommune: Kommune, code: PartyCode): string {
  return kommune.parties.get(code)?.name ?? code;
}

/** @returns null for what the conversation itself shows */
export function eventWords(event: EnquiryEvent, kommune: Kommune): string | null {
  const staff = (id: StaffId) => staffName(kommune, id);
  const party = (code: PartyCode) => partyName(kommune, code);
  switch (event.type) {
    case 'MessageReceived':
    case 'BotSaid':
    case 'StaffReplied':
      return null;
    case 'EnquiryOpened':
      return `Samtalen begyndte (${askerWords[event.asker].toLowerCase()}).`;
    case 'RiskFound':
      return riskFound[event.level];
    case 'AgeBandTold':
      return `Borgeren fortalte sin alder: ${ageWords[event.ageBand].toLowerCase()}.`;
    case 'HandoffQueued':
      return `Sendt til ${party(event.party)}.`;
    case 'HandoffRerouted':
      return `Flyttet til ${party(event.party)}, fordi vi ved mere nu.`;
    case 'UrgencyRaised':
      return `Haster mere nu: ${raisedTo[event.urgency]}.`;
    case 'HandoffClaimed':
      return `${staff(event.by)} tog den.`;
    case 'HandoffWithdrawn':
      return 'Borgeren tog den tilbage, før nogen havde taget den.';
    case 'TextsErased':
      return 'Borgeren slettede det, der var skrevet.';
    case 'TransferOffered':
      return `${staff(event.by)} tilbød den til ${party(event.to)}.`;
    case 'TransferAccepted':
      return `${staff(event.by)} modtog den for ${party(event.party)}.`;
    case 'TransferDeclined':
      return `${staff(event.by)} sagde nej til at modtage den.`;
    case 'TransferExpired':
      return 'Ingen svarede på tilbuddet i tide. Den er tilbage hos giveren.';
    case 'HandoffReturned':
      return `${staff(event.by)} gav den tilbage til ${party(event.party)}.`;
    case 'EnquiryClosed':
      return `${staff(event.by)} lukkede den: ${outcomeWords[event.outcome].toLowerCase()}.`;
    case 'EnquiryReopened':
      return `Åbnet igen, fordi borgeren skrev. Hos ${party(event.party)}.`;
    case 'DeadlinePassed':
      return `Fristen gik, og ${whoWasCalled[event.calls]} blev kaldt.`;
    case 'CaseFileOpened':
      return `En sag er åben. ${staff(event.coordinator)} er koordinator.`;
    case 'CoordinatorChanged':
      return `${staff(event.coordinator)} er nu koordinator.`;
    case 'CaseFileClosed':
      return 'Sagen er lukket. Der er ikke længere en koordinator.';
    case 'DeliveryFailed':
      return 'En besked kunne ikke leveres.';
  }
}
