import type { EntityManager } from 'typeorm';
import type { RecordInput } from '../filing/filing.js';
import { recordPlace, recordValues } from '../filing/filing.statements.js';
import { type CaseType, columnOf, type RecordShape, recordShapes } from './case-types.js';

/** The row of a type's own table. Its columns follow from the type's shape, so it has no entity, and its statements are written here. */
export async function readRecord(
  manager: EntityManager,
  type: CaseType,
  caseId: string,
): Promise<RecordInput | null> {
  const shape = recordShapes[type];
  if (!shape) return null;
  const [row] = await manager.query<{ record: Readonly<Record<string, string | string[] | null>> | null }[]>(
    'select cases.record_of($1, $2) as record',
    [type, caseId],
  );
  const fields = Object.keys(shape.fields);
  return Object.fromEntries(fields.map((field) => [field, row?.record?.[columnOf(field)] ?? null]));
}

/** Writes the whole record, also of a type that the case has only become. */
export async function writeRecord(
  manager: EntityManager,
  type: CaseType,
  { id, missionId }: { id: string; missionId: string },
  record: RecordInput | null,
): Promise<void> {
  const shape = recordShapes[type];
  if (!shape) return;
  const columns = Object.keys(shape.fields).map(columnOf);
  await manager.query(
    `insert into cases.${shape.table} (case_id, mission_id, ${columns.join(', ')})
     values ($1, $2, ${placesOf(shape).join(', ')})
     on conflict (case_id) do update set ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    [id, missionId, ...recordValues(record, shape)],
  );
}

const placesOf = (shape: RecordShape): string[] =>
  Object.keys(shape.fields).map((field, at) => recordPlace(shape, field, at + 3));
