import { Injectable } from '@nestjs/common';
import type { Asking } from '#access';
import { Refusal } from '#platform';
import { EARLIEST, isFutureInstant, notLaterThanNow } from '../file/dates.rules.js';
import { type EntryKind, TYPED_KINDS } from '../timeline/timeline-entry.entity.js';
import { Acting, type CaseAtHand } from './acting.js';

export interface EntryInput {
  id: string;
  caseId: string;
  kind: EntryKind;
  at: string;
  text: string;
}

/** The act of writing into the timeline: a note, or something that was done. It leaves the case's version as it is. */
@Injectable()
export class NoteAct {
  constructor(private readonly acting: Acting) {}

  /** The same entry sent twice is one entry. @throws Refusal when it is of no kind or time that a person can give. */
  async note(asking: Asking, input: EntryInput): Promise<void> {
    checkEntry(input);
    await this.acting.on(asking, 'cases.note', { id: input.caseId, field: 'caseId' }, async (at) => {
      if (!(await isAdded(at, input))) await checkSameEntry(at, input);
    });
  }
}

function checkEntry({ kind, at, text }: EntryInput): void {
  if (!(TYPED_KINDS as readonly string[]).includes(kind)) throw Refusal.of('KIND_NOT_TYPED', 'kind');
  if (isFutureInstant(at)) throw Refusal.of('FUTURE_DATE', 'at');
  if (at < EARLIEST) throw Refusal.of('TOO_OLD', 'at');
  if (!text.trim()) throw Refusal.of('REQUIRED', 'text');
}

/** Whether the entry is new. */
async function isAdded({ asking, entries, file }: CaseAtHand, input: EntryInput): Promise<boolean> {
  const added = await entries
    .createQueryBuilder()
    .insert()
    .values({
      id: input.id,
      caseId: file.id,
      missionId: file.missionId,
      kind: input.kind,
      at: new Date(notLaterThanNow(input.at)),
      staffId: asking.actor.staffId,
      body: input.text.trim(),
    })
    .orIgnore()
    .returning('id')
    .execute();
  return (added.raw as unknown[]).length > 0;
}

async function checkSameEntry({ entries }: CaseAtHand, input: EntryInput): Promise<void> {
  const there = await entries.findOneBy({ id: input.id });
  const same =
    there?.caseId === input.caseId && there.kind === input.kind && there.body === input.text.trim();
  if (!same) throw Refusal.of('ID_ALREADY_USED', 'id');
}
