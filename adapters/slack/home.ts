/** The Home tab, drawn: pure, from what there is to what Slack shows. Within 100 blocks whatever there is. */

import type { Availability } from './availability.ts';
import {
  actions,
  button,
  context,
  divider,
  escapedToFit,
  fitted,
  header,
  home,
  markdown,
  most,
  plain,
  section,
} from './block-kit.ts';
import { availabilityWords, homeWords } from './form-words.ts';
import { availabilities, type HomeList, homeLists } from './home-memory.ts';
import type { Block, View } from './parts.ts';

/** Rows of a list before one asks for more. */
const fewRows = 10;
/** Rows of the one list that is unfolded; more do not fit beside the others. */
const manyRows = 30;

export interface HomeRow {
  readonly title: string;
  readonly facts: readonly string[];
  /** What can be done with it: one thing. */
  readonly offers:
    | { readonly do: 'claim' | 'accept' | 'reminder_done'; readonly id: string }
    | { readonly do: 'open'; readonly url: string }
    | null;
}

export interface HomeState {
  readonly availability: Availability;
  readonly expanded: HomeList | null;
  readonly lists: Readonly<Record<HomeList, readonly HomeRow[]>>;
}

export function homeView({ availability, expanded, lists }: HomeState): View {
  return home([
    header(homeWords.status),
    actions(availabilities.map((one) => statusButton(one, one === availability))),
    context([plain(homeWords.statusHint)]),
    actions([
      button('new_enquiry', homeWords.newEnquiry, { value: 'none', style: 'primary' }),
      button('home_find', homeWords.find, { value: 'none' }),
      button('remind', homeWords.remind, { value: 'none' }),
    ]),
    ...homeLists.flatMap((list) => listBlocks(list, lists[list], expanded === list)),
    divider(),
    context([plain(homeWords.help)]),
  ]);
}

/** For somebody who is not in the municipality's file. */
export function strangerView(): View {
  return home([section(plain(homeWords.notStaff))]);
}

/** The chosen one is told by a mark, not by colour alone. */
function statusButton(one: Availability, chosen: boolean) {
  const words = availabilityWords[one];
  return button(`home_${one}`, chosen ? `✓ ${words}` : words, {
    value: one,
    ...(chosen && { style: 'primary' as const, spoken: `${words}, valgt` }),
  });
}

const whenEmpty: Readonly<Partial<Record<HomeList, string>>> = { mine: homeWords.noneMine, waiting: homeWords.empty };

/** Lists that are empty are left out, but for one's own and the team's: there the emptiness is news. */
function listBlocks(list: HomeList, rows: readonly HomeRow[], expanded: boolean): Block[] {
  const empty = whenEmpty[list];
  if (rows.length === 0 && empty === undefined) return [];
  const title = header(homeWords[list](rows.length), `home_${list}`);
  if (rows.length === 0) return [divider(), title, section(plain(empty ?? ''))];
  const shown = rows.slice(0, expanded ? manyRows : fewRows);
  return [divider(), title, ...shown.map(rowBlock), ...moreBlocks(list, rows.length, expanded)];
}

function rowBlock({ title, facts, offers }: HomeRow): Block {
  const words = markdown(`*${escapedToFit(title, 300)}*\n${escapedToFit(facts.join(' · '), 500)}`);
  return offers === null ? section(words) : section(words, { accessory: offerButton(offers, title) });
}

function offerButton(offers: NonNullable<HomeRow['offers']>, title: string) {
  const spoken = (words: string) => ({ spoken: fitted(`${words}: ${title}`, most.button) });
  switch (offers.do) {
    case 'claim':
      return button('claim', homeWords.claim, { value: offers.id, ...spoken(homeWords.claim) });
    case 'accept':
      return button('accept', homeWords.accept, { value: offers.id, ...spoken(homeWords.accept) });
    case 'reminder_done':
      return button('reminder_done', homeWords.finish, { value: offers.id, ...spoken(homeWords.finish) });
    case 'open':
      return button('home_open', homeWords.open, { url: offers.url, ...spoken(homeWords.open) });
  }
}

function moreBlocks(list: HomeList, count: number, expanded: boolean): Block[] {
  if (count <= fewRows) return [];
  const rest = count - manyRows;
  const toggle = expanded
    ? button('home_fewer', homeWords.fewer, { value: list })
    : button('home_more', homeWords.more(count - fewRows), { value: list });
  return [actions([toggle]), ...(expanded && rest > 0 ? [context([plain(homeWords.restInDesk(rest))])] : [])];
}
