/** What has happened to an enquiry, one Danish sentence per event. Messages are left out: the conversation shows them. */
import type { Called } from '../../src/domain/enquiry.ts';
import type { EnquiryEvent } from '../../src/domain/enquiry-event.ts';
import type { Kommune } from '../../src/domain/kommune.ts';
import type { PartyCode, RiskLevel, StaffId } from '../../src/domain/words.ts';
import { ageWords, outcomeWords, partyName, riskWords, staffName, urgencyMarks } from './card-words.ts';

const whoWasCalled = {
  party: 'stedet',
  leader: 'lederen',
  duty: 'vagten',
} satisfies Record<Called, string>;

const riskFound = (level: RiskLevel) => riskWords[level] ?? 'Robotten ser ikke længere tegn på fare.';

/** @returns null for what the conversation itself shows */
export function eventWords(event: EnquiryEvent, kommune: Kommune): string | null {
  const staff = (id: StaffId) => staffName(kommune, id);
  const party = (code: PartyCode) => partyName(kommune, code);
  switch (event.type) {
    case 'MessageReceived':
    case 'BotSaid':
    case 'StaffReplied':
    case 'AnswerCorrected':
      return null;
    case 'EnquiryOpened':
      return 'Samtalen begyndte.';
    case 'EnquiryTakenIn':
      return `${staff(event.by)} skrev henvendelsen ned.`;
    case 'RiskFound':
      return riskFound(event.level);
    case 'AgeBandTold':
      return `Alder: ${ageWords[event.ageBand]}.`;
    case 'HandoffQueued':
      return `Sendt til ${party(event.party)}.`;
    case 'HandoffRerouted':
      return `Flyttet til ${party(event.party)}, fordi vi ved mere nu.`;
    case 'UrgencyRaised':
      return `Haster mere nu: ${urgencyMarks[event.urgency]}.`;
    case 'HandoffClaimed':
      return `${staff(event.by)} tog den.`;
    case 'HandoffWithdrawn':
      return 'Borgeren tog den tilbage.';
    case 'TextsErased':
      return 'Borgeren slettede det, der var skrevet.';
    case 'AnswerRemoved':
      return `${staff(event.by)} fjernede et svar.`;
    case 'CitizenSpokenTo':
      return `${staff(event.by)} talte med borgeren.`;
    case 'HelperInvited':
      return `${staff(event.by)} inviterede ${staff(event.helper)} til at hjælpe.`;
    case 'HelperLeft':
      return `${staff(event.helper)} hjælper ikke længere.`;
    case 'TransferOffered':
      return `${staff(event.by)} tilbød den til ${party(event.to)}.`;
    case 'TransferAccepted':
      return `${staff(event.by)} tog imod for ${party(event.party)}.`;
    case 'TransferDeclined':
      return `${staff(event.by)} sagde nej til den.`;
    case 'TransferExpired':
      return 'Ingen svarede på tilbuddet i tide. Giveren har den igen.';
    case 'HandoffReturned':
      return `${staff(event.by)} gav den tilbage til ${party(event.party)}.`;
    case 'EnquiryClosed':
      return `${staff(event.by)} lukkede den: ${outcomeWords[event.outcome]}.`;
    case 'EnquiryReopened':
      return `Åbnet igen, fordi borgeren skrev. Hos ${party(event.party)}.`;
    case 'DeadlinePassed':
      return `Fristen gik, og ${whoWasCalled[event.calls]} blev kaldt.`;
    case 'DeliveryFailed':
      return 'En besked nåede ikke frem.';
  }
}
