/** Case files as pages and plain forms: everything works without a script. Registered inside `pages.ts`. */
import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { VNode } from 'preact';
import { z } from 'zod';
import { mayAppoint, mayKnow } from '../../src/domain/case-access.ts';
import type { CaseFileId } from '../../src/domain/case-file.ts';
import type { Staff } from '../../src/domain/kommune.ts';
import type { EnquiryId, PartyCode } from '../../src/domain/words.ts';
import type { CaseRefusal } from '../../src/ports.ts';
import { partyName } from '../staff-words.ts';
import { caseRefusalStatus } from './case-answers.ts';
import { caseReaders, fromForm, readOpening, refusedFields } from './case-commands.ts';
import { dayOf, timesOf } from './case-days.ts';
import { caseRowOf, colleagueOf } from './case-draw.ts';
import { CaseExport, exportOf } from './case-export.ts';
import type { CaseAction, CaseDetail } from './case-model.ts';
import { readCasePage, readOpeningPage } from './case-reading.ts';
import { CaseActionParams, CaseParams, CaseQuery } from './case-schemas.ts';
import { caseDoneWords, caseRefusalWords } from './case-words.ts';
import { documentOf } from './document.ts';
import { iso, personOf } from './draw-model.ts';
import type { DeskParts } from './needs.ts';
import { headed, movedTo, page } from './page-reply.ts';
import { EnquiryParams, ErrorAnswer } from './schemas.ts';
import { caseView } from './view-case.ts';
import { chooseCoordinatorView } from './view-case-coordinator.ts';
import type { Tried } from './view-case-fields.ts';
import { caseFrame, type Frame } from './view-case-frame.ts';
import { caseListView } from './view-case-list.ts';
import { openCaseView } from './view-case-open.ts';
import { casePrintView } from './view-case-print.ts';
import type { CasePage } from './view-case-shape.ts';
import { errorView } from './view-pages.ts';

const yearMs = 365 * 24 * 60 * 60_000;
const wrongWords = 'Ret det, der mangler.';

export function casePages(parts: DeskParts): FastifyPluginAsyncZod {
  return async (app) => {
    await app.register(readingPages(parts));
    await app.register(takingAway(parts));
    await app.register(openingPages(parts));
    await app.register(actingPages(parts));
  };
}

function readingPages(parts: DeskParts): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/desk/cases',
      { schema: { ...page('Case files you are in'), querystring: CaseQuery } },
      async ({ deskStaff: me, query }, reply) => {
        if (me === null) return movedTo(reply, '/desk');
        const mine = await parts.cases.mine(me.id);
        const rows = await Promise.all(mine.map((file) => caseRowOf(parts, me, file)));
        const view = caseListView(rows, timesNow(parts));
        return framed(parts, reply, me, { title: 'Mine sager', view, said: query.done });
      },
    );
    app.get(
      '/desk/cases/:id',
      { schema: { ...page('One case file; reading it is recorded'), params: CaseParams, querystring: CaseQuery } },
      async ({ deskStaff: me, params: { id }, query }, reply) => {
        if (me === null) return movedTo(reply, '/desk');
        return showCase(parts, reply, me, { id, said: query.done, forParty: query.party ?? null });
      },
    );
    app.get(
      '/desk/cases/:id/coordinator',
      { schema: { ...page('Choosing a coordinator without being in the case file'), params: CaseParams } },
      async ({ deskStaff: me, params: { id } }, reply) =>
        me === null ? movedTo(reply, '/desk') : showChoosing(parts, reply, me, id, null),
    );
  };
}

/** On paper and as a file; both are readings. */
function takingAway(parts: DeskParts): FastifyPluginAsyncZod {
  const { kommune } = parts.staffSide;
  return async (app) => {
    app.get(
      '/desk/cases/:id/print',
      { schema: { ...page('One case file to print; recorded as a reading'), params: CaseParams } },
      async ({ deskStaff: me, params: { id } }, reply) => {
        if (me === null) return movedTo(reply, '/desk');
        const read = await readCasePage(parts, me, id);
        if (!read.ok) return refusedPage(parts, reply, read.reason);
        const caseFile = read.value.drawn;
        const place = frameOf(parts, me).place;
        const printed = { printedBy: me.name, printedAt: iso(parts.clock.now()) };
        const view = casePrintView({ caseFile, times: timesNow(parts), place, ...printed });
        return headed(
          reply,
          200,
          documentOf(parts.assets, { title: `Sag ${caseFile.code} – udskrift`, view, model: null }),
        );
      },
    );
    const answers = { 200: CaseExport, 303: z.string(), 404: ErrorAnswer, 410: ErrorAnswer };
    app.get(
      '/desk/cases/:id/export.json',
      {
        schema: {
          summary: 'One case file as a document to be filed; recorded as a reading',
          params: CaseParams,
          response: answers,
        },
      },
      async ({ deskStaff: me, params: { id } }, reply) => {
        if (me === null) return reply.code(303).header('location', '/desk').send('');
        const read = await parts.cases.read(me.id, id);
        reply.header('cache-control', 'no-store');
        if (!read.ok) {
          const status = caseRefusalStatus(read.reason) === 410 ? 410 : 404;
          return reply.code(status).send({ error: { code: read.reason, message: caseRefusalWords[read.reason] } });
        }
        reply.header('content-disposition', `attachment; filename="sag-${read.value.caseFile.code}.json"`);
        return exportOf(read.value, me, kommune, parts.clock.now());
      },
    );
  };
}

function openingPages(parts: DeskParts): FastifyPluginAsyncZod {
  const schema = { ...page('Opening a case file for an enquiry in hand'), params: EnquiryParams };
  return async (app) => {
    app.get('/desk/enquiries/:id/case', { schema }, async ({ deskStaff: me, params: { id } }, reply) =>
      me === null ? movedTo(reply, '/desk') : showOpening(parts, reply, me, { id, status: 200, tried: null }),
    );
    app.post('/desk/enquiries/:id/case', { schema }, async ({ deskStaff: me, params: { id }, body }, reply) => {
      if (me === null) return movedTo(reply, '/desk');
      const typed = { form: 'open', typed: typedIn(body) };
      const read = readOpening(fromForm('open', body));
      if (!read.ok) {
        const tried = { ...typed, message: wrongWords, fields: read.fields };
        return showOpening(parts, reply, me, { id, status: 400, tried });
      }
      const opened = await parts.cases.open(me.id, id, read.value);
      if (opened.ok) {
        const sees = mayKnow(opened.value, me.id, parts.staffSide.kommune, parts.clock.now());
        return movedTo(reply, sees ? `/desk/cases/${opened.value.id}` : `/desk?enquiry=${id}`);
      }
      const message = caseRefusalWords[opened.reason];
      const tried = { ...typed, message, fields: refusedFields('open', opened.reason, message) };
      return showOpening(parts, reply, me, { id, status: caseRefusalStatus(opened.reason), tried });
    });
  };
}

function actingPages(parts: DeskParts): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/desk/cases/:id/:action',
      { schema: { ...page('An action on a case file as a form'), params: CaseActionParams } },
      async ({ deskStaff: me, params: { id, action }, body }, reply) => {
        if (me === null) return movedTo(reply, '/desk');
        const sent = { form: formOf(action, body), typed: typedIn(body) };
        const read = caseReaders[action](fromForm(action, body), parts.staffSide.kommune);
        if (!read.ok) {
          const tried = { ...sent, message: wrongWords, fields: read.fields };
          return showAgain(parts, reply, me, { id, action, status: 400, tried });
        }
        const acted = await parts.cases.act(me.id, id, read.value);
        if (acted.ok) {
          const sees = mayKnow(acted.value, me.id, parts.staffSide.kommune, parts.clock.now());
          return movedTo(reply, `/desk/cases${sees ? `/${id}` : ''}?done=${action}`);
        }
        const message = caseRefusalWords[acted.reason];
        const tried = { ...sent, message, fields: refusedFields(action, acted.reason, message) };
        return showAgain(parts, reply, me, { id, action, status: caseRefusalStatus(acted.reason), tried });
      },
    );
  };
}

const Typed = z.record(z.string(), z.union([z.string().max(20_000), z.array(z.string().max(20_000))]));

/** What was typed, so that a page with an error shows it again. */
function typedIn(body: unknown): Tried['typed'] {
  const read = Typed.safeParse(body ?? {});
  return Object.fromEntries(Object.entries(read.data ?? {}).map(([field, value]) => [field, [value].flat()]));
}

/** The field that tells forms of the same action apart. */
const toldApartBy: Partial<Record<CaseAction, string>> = {
  record_consent: 'kind',
  withdraw_consent: 'consent',
  refuse_invitation: 'staff',
  remove_member: 'staff',
};

/** Which form of the page this came from. */
function formOf(action: CaseAction, body: unknown): string {
  const field = toldApartBy[action];
  return field === undefined ? action : `${action}-${typedIn(body)[field]?.[0] ?? ''}`;
}

interface Again {
  readonly id: CaseFileId;
  readonly action: CaseAction;
  readonly status: number;
  readonly tried: Tried;
}

/** The same page with the error; for who may only choose the coordinator, the page they chose on. */
async function showAgain(parts: DeskParts, reply: FastifyReply, me: Staff, { id, action, ...shown }: Again) {
  const { reader, staffSide, clock } = parts;
  const file = action === 'choose_coordinator' ? await reader.caseFile(id) : null;
  if (file !== null && !mayKnow(file, me.id, staffSide.kommune, clock.now())) {
    return showChoosing(parts, reply, me, id, shown);
  }
  return showCase(parts, reply, me, { id, ...shown });
}

interface ShownCase {
  readonly id: CaseFileId;
  readonly status?: number;
  readonly tried?: Tried;
  readonly said?: CaseAction | undefined;
  readonly forParty?: PartyCode | null;
}

async function showCase(parts: DeskParts, reply: FastifyReply, me: Staff, shown: ShownCase): Promise<string> {
  const { id, status = 200, tried = null, said, forParty = null } = shown;
  const read = await readCasePage(parts, me, id);
  if (!read.ok) return refusedPage(parts, reply, read.reason);
  const caseFile = read.value.drawn;
  const view = caseView(casePageOf(parts, caseFile, tried, forParty));
  return framed(parts, reply, me, { title: `Sag ${caseFile.code}`, view, said, status });
}

function casePageOf(parts: DeskParts, caseFile: CaseDetail, tried: Tried | null, forParty: PartyCode | null): CasePage {
  const { kommune } = parts.staffSide;
  const now = parts.clock.now();
  return {
    caseFile,
    tried,
    people: peopleOf(parts),
    parties: [...kommune.parties.values()].map(({ code, name }) => ({ code, name })),
    forParty,
    times: timesNow(parts),
    today: dayOf(now, kommune.timeZone),
    inAYear: dayOf(now + yearMs, kommune.timeZone),
  };
}

function peopleOf({ staffSide: { kommune } }: DeskParts) {
  return [...kommune.staff.keys()].map((id) => colleagueOf(kommune, id));
}

async function showChoosing(
  parts: DeskParts,
  reply: FastifyReply,
  me: Staff,
  id: CaseFileId,
  again: Pick<Again, 'status' | 'tried'> | null,
): Promise<string> {
  const { kommune } = parts.staffSide;
  const file = await parts.reader.caseFile(id);
  if (file === null || !mayAppoint(file, me, kommune)) return refusedPage(parts, reply, 'unknown-case');
  const standIn = file.standIn === null ? null : colleagueOf(kommune, file.standIn);
  const caseFile = { id, coordinator: colleagueOf(kommune, file.coordinator), standIn };
  const view = chooseCoordinatorView(file.code, { caseFile, people: peopleOf(parts), tried: again?.tried ?? null });
  return framed(parts, reply, me, { title: 'Vælg koordinator', view, status: again?.status ?? 200 });
}

interface ShownOpening {
  readonly id: EnquiryId;
  readonly status: number;
  readonly tried: Tried | null;
}

async function showOpening(parts: DeskParts, reply: FastifyReply, me: Staff, { id, status, tried }: ShownOpening) {
  const read = await readOpeningPage(parts, me, id);
  if (!read.ok) return refusedPage(parts, reply, read.reason);
  return framed(parts, reply, me, { title: 'Åbn en sag', view: openCaseView(read.value, tried), status });
}

interface Framed {
  readonly title: string;
  readonly view: VNode;
  readonly said?: CaseAction | undefined;
  readonly status?: number;
}

function framed(parts: DeskParts, reply: FastifyReply, me: Staff, { title, view, said, status = 200 }: Framed): string {
  const words = said === undefined ? null : caseDoneWords[said];
  const whole = caseFrame(frameOf(parts, me), words, view);
  return headed(reply, status, documentOf(parts.assets, { title, view: whole, model: null }));
}

function frameOf({ staffSide: { kommune }, slackHealth }: DeskParts, me: Staff): Frame {
  return {
    me: personOf(me),
    partyName: partyName(kommune, me.party),
    place: `${kommune.entrance} · ${kommune.name}`,
    slack: slackHealth?.() ?? 'off',
  };
}

function timesNow({ staffSide: { kommune }, clock }: DeskParts) {
  return timesOf(kommune.timeZone, clock.now());
}

function refusedPage({ assets }: DeskParts, reply: FastifyReply, refusal: CaseRefusal): string {
  const view = errorView(caseRefusalWords[refusal]);
  return headed(reply, caseRefusalStatus(refusal), documentOf(assets, { title: 'Desk', view, model: null }));
}
