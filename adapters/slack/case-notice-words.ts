/** What is told privately about a case file, in Danish: see `case-notices.ts` for when. No word about the young person. */

import { outcomeWords, roleWords } from '../staff-words.ts';
import { actions, button, escaped, message, plain, section } from './block-kit.ts';
import { caseAnd } from './case-about.ts';
import type { Notice } from './case-notices.ts';
import { deskLink, type Said, type Showing, whoInWords } from './case-overview.ts';
import { goneWords, noChannelWords, notInvitedWords } from './case-words.ts';
import type { Block, SlackParts } from './parts.ts';

type NoticeOf<Kind extends Notice['kind']> = Extract<Notice, { kind: Kind }>;
type Needs = Pick<SlackParts, 'people' | 'kommune'>;

interface Told {
  readonly words: string;
  readonly blocks?: readonly Block[];
}

export async function noticeMessage(needs: Needs, showing: Showing, notice: Notice): Promise<Said> {
  const tellOf = telling[notice.kind] as (needs: Needs, showing: Showing, notice: Notice) => Promise<Told>;
  const { words, blocks = [] } = await tellOf(needs, showing, notice);
  const whole = `Sag ${showing.caseFile.code}: ${words}`;
  return message(escaped(whole), [section(plain(whole)), ...blocks]);
}

type Telling = {
  readonly [Kind in Notice['kind']]: (needs: Needs, showing: Showing, notice: NoticeOf<Kind>) => Promise<Told>;
};

const telling: Telling = {
  missing: async (_, { kommune }, { staff }) => ({
    words: `${whoInWords(kommune, staff)} er ikke i kanalen. Ingen i Slack har den e-mail. Ring, eller brug desk.`,
  }),
  uninvitable: async (needs, { kommune }, { user, code }) => {
    const staff = await needs.people.bySlack(user);
    const who = staff === null ? 'Et medlem af teamet' : whoInWords(kommune, staff.id);
    return { words: `${who} kunne ikke komme med i kanalen. ${notInvitedWords(code)}` };
  },
  asked: async (_, { kommune, caseFile }, { staff, role, by }) => ({
    words: `${whoInWords(kommune, by)} vil have ${whoInWords(kommune, staff)} med (${roleWords[role]}). Intet samtykke dækker det.`,
    blocks: [decision(caseAnd(caseFile.id, staff))],
  }),
  intruder: async (needs, { kommune, caseFile }, { user }) => {
    const staff = await needs.people.bySlack(user);
    const seen = 'blev lukket ind i kanalen uden at være med i sagen. Indgang har fjernet personen igen.';
    if (staff === null) return { words: `En person uden for kommunens liste ${seen} Spørg teamet, hvad der skete.` };
    const question = 'Skal personen være med, så notér et samtykke.';
    return {
      words: `${whoInWords(kommune, staff.id)} ${seen} ${question}`,
      blocks: caseFile.status === 'open' ? [decision(caseAnd(caseFile.id, staff.id))] : [],
    };
  },
  left: async (needs, { kommune }, { user }) => {
    const staff = await needs.people.bySlack(user);
    const who = staff === null ? 'Et medlem af teamet' : whoInWords(kommune, staff.id);
    return { words: `${who} har forladt kanalen, men er stadig med i sagen. Du kan invitere igen i Slack.` };
  },
  lost: async (_, { caseFile }, { why, name }) => {
    const again = caseFile.status === 'open' && why !== 'public';
    const next = again ? ' Indgang laver en ny kanal med det samme team.' : '';
    return { words: `Kanalen ${name} ${goneWords[why]}.${next}` };
  },
  shared: async (_, __, { name }) => ({
    words: `Kanalen ${name} blev delt med folk uden for kommunen. Indgang har lukket den. Skriv ikke mere der.`,
  }),
  no_channel: async (_, __, { why }) => ({
    words: `Der er ingen kanal til sagen. ${noChannelWords[why]} Brug desk imens.`,
  }),
  closed: async (_, showing) => {
    const { caseFile } = showing;
    const outcome = caseFile.closing === null ? '' : ` Udfald: ${outcomeWords[caseFile.closing.outcome]}.`;
    const link = deskLink(showing);
    const buttons = [
      ...(link === null ? [] : [button('case_link', 'Hent sagen i desk', { url: link })]),
      button('reopen_case', 'Genåbn sagen', { value: caseFile.id }),
    ];
    return { words: `Sagen er lukket, og kanalen er arkiveret.${outcome}`, blocks: [actions(buttons, 'closed')] };
  },
};

/** The coordinator's choice about somebody who is not let in. */
function decision(value: string): Block {
  return actions(
    [
      button('cover_invitation', 'Notér samtykke, og invitér', { value, style: 'primary' }),
      button('refuse_invitation', 'Nej, lad være', { value }),
    ],
    'decision',
  );
}
