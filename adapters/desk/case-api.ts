/** Case files in the desk's JSON API. Registered inside `api.ts`, behind its sign-in. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Staff } from '../../src/domain/kommune.ts';
import { errorAnswer } from './answers.ts';
import { caseRefusalAnswer, caseRefusalStatus } from './case-answers.ts';
import { caseReaders, readOpening } from './case-commands.ts';
import { caseRowOf, changedRow } from './case-draw.ts';
import { type CaseAction, caseActions } from './case-model.ts';
import { readCasePage, readOpeningPage } from './case-reading.ts';
import {
  CaseAnswer,
  CaseChangedAnswer,
  CaseParams,
  CasesAnswer,
  caseBodies,
  OpenCaseBody,
  OpeningAnswer,
} from './case-schemas.ts';
import type { DeskParts } from './needs.ts';
import { EnquiryParams, ErrorAnswer } from './schemas.ts';

const security = [{ session: [] }];
const refused = { 400: ErrorAnswer, 401: ErrorAnswer, 403: ErrorAnswer, 503: ErrorAnswer };
const unseen = { ...refused, 404: ErrorAnswer, 410: ErrorAnswer };
const invalidWords = 'Noget i det sendte er ikke rigtigt.';

const summaries = {
  choose_coordinator: 'Choose who coordinates a case file, and who stands in',
  turned_17_half: 'The youth has turned 17½: adult social services belong in the team',
  tell_age: 'Tell or correct the age; consents from somebody who cannot give them at it end',
  record_consent: 'Record a consent or a legal basis; those who were asked for and are covered join',
  withdraw_consent: 'Take a consent back; whoever it alone covered leaves at once',
  invite: 'Ask for a member: joins when covered, otherwise the coordinator decides',
  refuse_invitation: 'Say no to a member who was asked for',
  remove_member: 'Take a member out of the team',
  leave: 'Leave the team oneself',
  set_next_step: 'Set what must be done next, and by which day',
  had_contact: 'Note contact with the youth',
  close: 'Close a case file with how it ended and a summary',
  reopen: 'Open a closed case file again',
} satisfies Record<CaseAction, string>;

const withoutBody: ReadonlySet<CaseAction> = new Set(['turned_17_half', 'leave', 'had_contact']);

/** Only behind the sign-in hook of `api.ts`. */
function signedIn({ deskStaff }: { deskStaff: Staff | null }): Staff {
  if (deskStaff === null) throw new Error('desk: a route was reached without sign-in');
  return deskStaff;
}

export function caseApi(parts: DeskParts): FastifyPluginAsyncZod {
  return async (app) => {
    await app.register(reading(parts));
    await app.register(opening(parts));
    for (const action of caseActions) await app.register(acting(parts, action));
  };
}

function reading(parts: DeskParts): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/desk/api/cases',
      {
        schema: {
          summary: 'Open case files you are in, those you coordinate first',
          security,
          response: { ...refused, 200: CasesAnswer },
        },
      },
      async (request) => {
        const me = signedIn(request);
        const mine = await parts.cases.mine(me.id);
        return { items: await Promise.all(mine.map((file) => caseRowOf(parts, me, file))) };
      },
    );
    app.get(
      '/desk/api/cases/:id',
      {
        schema: {
          summary: 'One case file; reading it is recorded',
          security,
          params: CaseParams,
          response: { ...unseen, 200: CaseAnswer },
        },
      },
      async (request, reply) => {
        const read = await readCasePage(parts, signedIn(request), request.params.id);
        if (read.ok) return read.value.drawn;
        const status = caseRefusalStatus(read.reason);
        return reply.code(status === 409 ? 404 : status).send(caseRefusalAnswer(read.reason, 'read'));
      },
    );
  };
}

function opening(parts: DeskParts): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/desk/api/enquiries/:id/case',
      {
        schema: {
          summary: 'Who could coordinate a case file for an enquiry you have in hand, best first',
          security,
          params: EnquiryParams,
          response: { ...unseen, 200: OpeningAnswer, 409: ErrorAnswer },
        },
      },
      async (request, reply) => {
        const read = await readOpeningPage(parts, signedIn(request), request.params.id);
        if (read.ok) return read.value;
        return reply.code(caseRefusalStatus(read.reason)).send(caseRefusalAnswer(read.reason, 'read'));
      },
    );
    app.post(
      '/desk/api/enquiries/:id/case',
      {
        schema: {
          summary: 'Open a case file for an enquiry you have in hand',
          security,
          params: EnquiryParams,
          body: OpenCaseBody,
          response: { ...unseen, 200: CaseChangedAnswer, 409: ErrorAnswer },
        },
      },
      async (request, reply) => {
        const me = signedIn(request);
        const read = readOpening(request.body);
        if (!read.ok) return reply.code(400).send(errorAnswer('invalid', invalidWords, read.fields));
        const opened = await parts.cases.open(me.id, request.params.id, read.value);
        if (opened.ok) return { caseFile: await changedRow(parts, me, opened.value) };
        return reply.code(caseRefusalStatus(opened.reason)).send(caseRefusalAnswer(opened.reason, 'open'));
      },
    );
  };
}

function acting(parts: DeskParts, action: CaseAction): FastifyPluginAsyncZod {
  const body = withoutBody.has(action) ? caseBodies[action].nullish() : caseBodies[action];
  return async (app) => {
    app.post(
      `/desk/api/cases/:id/${action}`,
      {
        schema: {
          summary: summaries[action],
          security,
          params: CaseParams,
          body,
          response: { ...unseen, 200: CaseChangedAnswer, 409: ErrorAnswer },
        },
      },
      async (request, reply) => {
        const me = signedIn(request);
        const read = caseReaders[action](request.body, parts.staffSide.kommune);
        if (!read.ok) return reply.code(400).send(errorAnswer('invalid', invalidWords, read.fields));
        const acted = await parts.cases.act(me.id, request.params.id, read.value);
        if (acted.ok) return { caseFile: await changedRow(parts, me, acted.value) };
        return reply.code(caseRefusalStatus(acted.reason)).send(caseRefusalAnswer(acted.reason, action));
      },
    );
  };
}
