/**
 * What differs from one municipality to the next: the shape of `intents/<kommune>/kommune.yaml`.
 */
import type { AgeBand, Instant, IntentId, PartyCode, StaffId, Urgency } from './words.ts';

export interface Staff {
  readonly id: StaffId;
  readonly name: string;
  /** Title that citizens read beside the name, e.g. "ungevejleder". */
  readonly role: string;
  readonly party: PartyCode;
  readonly email: string;
  /** Leads the party: called when a deadline has passed twice. */
  readonly leads: boolean;
  /** On the duty rota: called when the leader has not acted either. */
  readonly duty: boolean;
}

export interface Party {
  readonly code: PartyCode;
  /** Danish name, e.g. "Ungevejledningen (UU)". */
  readonly name: string;
  /** In plain words for citizens, e.g. "en ungevejleder". */
  readonly who: string;
  /** Texts of its enquiries may be shown to the language model; absent is no. */
  readonly languageModel?: boolean | undefined;
  /** Other names people use for it, e.g. "UU" or "studievejlederen". */
  readonly alsoCalled: readonly string[];
}

/** What the municipality's file says of Slack. */
export interface SlackFile {
  /** `full` shows the citizen's first words on the card, masked; `slim` none. */
  readonly content: 'full' | 'slim';
  /** The private channel (Slack's id) of each party; one without uses the front desk's, which is always there. */
  readonly channels: ReadonlyMap<PartyCode, string>;
}

/** A help line as citizens see it. */
export interface HelpLine {
  readonly name: string;
  /** Digits as shown, e.g. "70 201 201"; absent when the line has only a web page. */
  readonly phone?: string | undefined;
  /** A web page as people say it, e.g. "headspace.dk". */
  readonly url?: string | undefined;
  /** Opening hours in words, e.g. "døgnet rundt". */
  readonly hours: string;
  /** True when someone answers at every hour. */
  readonly alwaysOpen: boolean;
  /** When it answers, where that is known for certain; a line that neither this nor `alwaysOpen` vouches for comes last. */
  readonly openingHours?: WeekHours | undefined;
  /** The dangers and worries it is made for; absent when it is for all. */
  readonly about?: readonly IntentId[] | undefined;
  readonly ages: readonly AgeBand[];
  /** Day the number was last tried, `YYYY-MM-DD`. */
  readonly checked: string;
}

/**
 * How long a waiting citizen may wait: minutes by the clock (`minutes`),
 * minutes of opening time (`openMinutes`), or until closing time so many opening days after today (`openDays`).
 */
export type Patience = { readonly minutes: number } | { readonly openMinutes: number } | { readonly openDays: number };

/** What happens when a deadline passes: minutes between the calls, by the clock when acute, else of opening time. */
export interface Ladder {
  readonly acuteMinutes: number;
  readonly openMinutes: number;
}

/** Minutes since local midnight, start included, end not. */
export interface DayHours {
  readonly from: number;
  readonly to: number;
}

/** Index 0 is Monday. */
export type WeekHours = readonly [
  readonly DayHours[],
  readonly DayHours[],
  readonly DayHours[],
  readonly DayHours[],
  readonly DayHours[],
  readonly DayHours[],
  readonly DayHours[],
];

export interface ContactCard {
  readonly phone: string;
  readonly email: string;
  readonly address: string;
}

export interface Kommune {
  readonly id: string;
  /** "Eksempel Kommune". */
  readonly name: string;
  /** What the entrance is called on its pages, e.g. "Ungeindgangen". */
  readonly entrance: string;
  /** IANA name, e.g. "Europe/Copenhagen". */
  readonly timeZone: string;
  readonly openingHours: WeekHours;
  readonly contact: ContactCard;
  readonly parties: ReadonlyMap<PartyCode, Party>;
  readonly staff: ReadonlyMap<StaffId, Staff>;
  readonly patience: Readonly<Record<Urgency, Patience>>;
  readonly ladder: Ladder;
  /** Opening minutes before an unanswered offer goes back to the giver. */
  readonly offerOpenMinutes: number;
  readonly helpLines: readonly HelpLine[];
  /** Values that answers may name in braces, e.g. amounts with their year. */
  readonly facts: Readonly<Record<string, string>>;
  /** Page that "Luk hurtigt" leads to. */
  readonly exitUrl: string;
}

/** A moment as a clock on the wall shows it: weekday (0 is Monday) and minutes since midnight. */
export interface LocalTime {
  readonly weekday: number;
  readonly minutes: number;
}

/** One stretch of opening time; `day` is the local date `YYYY-MM-DD` it belongs to. */
export interface OpenInterval {
  readonly from: Instant;
  readonly to: Instant;
  readonly day: string;
}
