/** What the desk reads to show case files, for its pages and its API alike. Reading a case file is recorded. */
import { maySee } from '../../src/domain/access.ts';
import type { CaseFile, CaseFileId } from '../../src/domain/case-file.ts';
import type { Staff } from '../../src/domain/kommune.ts';
import { ok, type Result, refuse } from '../../src/domain/result.ts';
import type { EnquiryId } from '../../src/domain/words.ts';
import type { CaseRefusal, CaseView } from '../../src/ports.ts';
import { drawCase, drawOpening } from './case-draw.ts';
import type { CaseDetail, Opening } from './case-model.ts';
import { topicOf } from './draw-model.ts';
import type { DeskParts } from './needs.ts';

interface ReadCase {
  readonly view: CaseView;
  readonly drawn: CaseDetail;
}

export async function readCasePage(
  parts: DeskParts,
  me: Staff,
  id: CaseFileId,
): Promise<Result<ReadCase, CaseRefusal>> {
  const read = await parts.cases.read(me.id, id);
  if (!read.ok) return read;
  const conversation = await seesConversation(parts, me, read.value.caseFile);
  return ok({ view: read.value, drawn: drawCase(parts, me, read.value, conversation) });
}

async function seesConversation({ reader }: DeskParts, me: Staff, { enquiry: id }: CaseFile): Promise<boolean> {
  const enquiry = await reader.enquiry(id);
  return enquiry !== null && maySee(enquiry, me);
}

export async function readOpeningPage(
  parts: DeskParts,
  me: Staff,
  id: EnquiryId,
): Promise<Result<Opening, CaseRefusal>> {
  const suggested = await parts.cases.suggest(me.id, id);
  if (!suggested.ok) return suggested;
  if ((await parts.cases.ofEnquiry(id)) !== null) return refuse('case-exists');
  const enquiry = await parts.reader.enquiry(id);
  const topic = enquiry === null ? '' : topicOf(parts, enquiry);
  return ok(drawOpening(parts.staffSide.kommune, id, topic, suggested.value));
}
