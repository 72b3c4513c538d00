import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Asking, Door } from '#access';
import { Refusal, Refusals, type Row } from '#platform';
import { Codes } from '#reference';
import { checkVersion, entryOf, getCase } from './acts.service.js';
import { CaseFile } from '../file/case-file.entity.js';
import { recordShapes } from '../records/case-types.js';
import { recordColumns, recordFrom, recordPlaces, recordValues } from '../records/record.storage.js';
import { cutToPrecision, latestDay } from '../file/dates.rules.js';
import type { CaseContent } from '../filing/filing.js';
import { causeOf, checkAwareness, checkContent } from '../filing/filing.rules.js';
import { FilingService, personRow, trimmed } from '../filing/filing.service.js';
import { Person } from '../people/person.entity.js';
import { TimelineEntry } from '../timeline/timeline-entry.entity.js';

/** A correction: only what is given changes. */
export interface Amendment extends Partial<CaseContent> {
  id: string;
  version: number;
  reason: string;
}

/** Corrects what a case says. Nothing is lost: the timeline keeps what each field said before, and why it was changed. */
@Injectable()
export class AmendService {
  constructor(
    private readonly door: Door,
    private readonly codes: Codes,
    private readonly filing: FilingService,
  ) {}

  /** @throws Refusal when the version is stale, the result would not pass as a filing, or nothing differs. */
  amend(asking: Asking, amendment: Amendment): Promise<void> {
    if (!amendment.reason.trim()) throw Refusal.of('REASON_NEEDED', 'reason');
    checkNothingNeededIsTaken(amendment);
    return this.door.act(asking, amendment.id, async (manager) => {
      const file = await getCase(manager, asking, amendment.id);
      await checkVersion(manager, file, amendment.version);
      const before = await contentOf(manager, file);
      const after = merged(before, amendment);
      const timeZone = this.codes.mission(file.missionId)?.timeZone ?? 'UTC';
      const latest = latestDay(timeZone, after.hostCountry);
      const awareDay = file.openedOn;
      const refusals = checkContent(after, file.type, latest, this.filing.lists, { awareDay, before });
      checkAwareness(awareDay, after.occurred, latest, refusals);
      refusals.throwIfAny();
      const changes = differences(before, after);
      if (Object.keys(changes).length === 0) throw Refusal.of('NOTHING_TO_CHANGE');
      await this.write(manager, file, after);
      const entry = { ...entryOf(asking, file, amendment.reason), kind: 'AMENDED' as const };
      await manager.insert(TimelineEntry, { ...entry, changes: changes as never });
    });
  }

  private async write(manager: EntityManager, file: CaseFile, content: CaseContent): Promise<void> {
    const { birth, ...person } = personRow(content.subject);
    await manager.update(Person, file.subject.id, {
      ...person,
      birthOn: birth.date,
      birthPrecision: birth.precision,
    });
    await writeRecord(manager, file, content);
    const occurred = cutToPrecision(content.occurred);
    await manager.update(CaseFile, file.id, {
      hostCountry: content.hostCountry,
      place: trimmed(content.place),
      occurredOn: occurred.date,
      occurredPrecision: occurred.precision,
      source: content.source,
      summary: content.summary.trim(),
      cause: causeOf(content, file.type),
    });
  }
}

/** What every case has: a correction can change it, not take it away. */
const NEEDED = ['hostCountry', 'occurred', 'source', 'summary', 'subject'] as const;

function checkNothingNeededIsTaken(amendment: Amendment): void {
  const refusals = new Refusals();
  for (const field of NEEDED) if (amendment[field] === null) refusals.add('REQUIRED', field);
  refusals.throwIfAny();
}

/** What the case says now, in the shape of a filing. */
async function contentOf(manager: EntityManager, file: CaseFile): Promise<CaseContent> {
  const { subject } = file;
  const content: CaseContent = {
    hostCountry: file.hostCountry,
    place: file.place,
    occurred: { date: file.occurredOn, precision: file.occurredPrecision },
    source: file.source,
    summary: file.summary,
    subject: {
      clan: subject.clan,
      patronymic: subject.patronymic,
      given: subject.given,
      latinSurname: subject.latinSurname,
      latinGiven: subject.latinGiven,
      sex: subject.sex,
      birth: { date: subject.birthOn, precision: subject.birthPrecision },
    },
  };
  const shape = recordShapes[file.type];
  if (!shape) return { ...content, cause: file.cause };
  const [row] = await manager.query<{ record: Row }[]>(
    `select row_to_json(r) as record from cases.${shape.table} r where case_id = $1`,
    [file.id],
  );
  return { ...content, [shape.field]: recordFrom(row?.record ?? {}, shape) };
}

/** Given fields over what is there; a record and a person field by field, so that a correction of one keeps the others. */
function merged(before: CaseContent, amendment: Amendment): CaseContent {
  const after: Record<string, unknown> = { ...before };
  for (const [field, value] of Object.entries(given(amendment))) {
    if (field === 'id' || field === 'version' || field === 'reason') continue;
    const old = (before as unknown as Record<string, unknown>)[field];
    const nested = isRecord(value) && isRecord(old) && field !== 'occurred';
    after[field] = nested ? { ...old, ...given(value) } : value;
  }
  return after as unknown as CaseContent;
}

function given(value: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Each top-level field that differs, as it was before. */
function differences(before: CaseContent, after: CaseContent): Record<string, unknown> {
  const old = before as unknown as Record<string, unknown>;
  const changed = Object.entries(after).filter(
    ([field, value]) => field !== 'sure' && canonical(value) !== canonical(old[field]),
  );
  return Object.fromEntries(changed.map(([field]) => [field, old[field] ?? null]));
}

function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_, part: unknown) => {
    if (!isRecord(part)) return part;
    const entries = Object.entries(part).filter(([, field]) => field != null);
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

async function writeRecord(manager: EntityManager, file: CaseFile, content: CaseContent): Promise<void> {
  const shape = recordShapes[file.type];
  if (!shape) return;
  const places = recordPlaces(shape, 2);
  const sets = recordColumns(shape).map(({ name }, at) => `${name} = ${places[at] ?? ''}`);
  await manager.query(`update cases.${shape.table} set ${sets.join(', ')} where case_id = $1`, [
    file.id,
    ...recordValues(content[shape.field] ?? null, shape),
  ]);
}
