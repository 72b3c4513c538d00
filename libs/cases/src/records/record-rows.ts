import type { EntityManager } from 'typeorm';
import { type CaseType, recordShapes } from './case-types.js';
import type { RecordInput } from './record-shape.js';
import { recordColumns, recordFrom, recordPlaces, recordValues } from './record.storage.js';

/**
 * The row of a type's own table, for the acts. Its columns follow from the type's shape, so it has no entity: its two statements are
 * made here.
 */
export async function readRecord(
  manager: EntityManager,
  type: CaseType,
  caseId: string,
): Promise<RecordInput | null> {
  const shape = recordShapes[type];
  if (!shape) return null;
  const [row] = await manager.query<{ record: Readonly<Record<string, unknown>> | null }[]>(
    'select cases.record_of($1, $2) as record',
    [type, caseId],
  );
  return recordFrom(row?.record ?? {}, shape);
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
  const columns = recordColumns(shape).map(({ name }) => name);
  const sets = columns.map((column) => `${column} = excluded.${column}`);
  await manager.query(
    `insert into cases.${shape.table} (case_id, mission_id, ${columns.join(', ')})
     values ($1, $2, ${recordPlaces(shape, 3).join(', ')})
     on conflict (case_id) do update set ${sets.join(', ')}`,
    [id, missionId, ...recordValues(record, shape)],
  );
}
