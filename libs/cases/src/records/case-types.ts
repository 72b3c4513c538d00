import { crimeVictim } from './crime-victim/crime-victim.record.js';
import { death } from './death/death.record.js';
import { detention } from './detention/detention.record.js';
import { insurance } from './insurance/insurance.record.js';
import { labour } from './labour/labour.record.js';
import { medical } from './medical/medical.record.js';
import { missing } from './missing/missing.record.js';
import type { CaseTypeShape, RecordShape } from './record-shape.js';
import { welfare } from './welfare/welfare.record.js';

/** The types of case, one folder each, in the order in which people read them. A new type is a new folder and a line here. */
const all = [detention, death, missing, crimeVictim, labour, insurance, medical, welfare] as const;

export type CaseType = (typeof all)[number]['type'];
/** Name of a record's field in the API. */
export type RecordName = NonNullable<(typeof all)[number]['record']>['field'];

export const caseTypes: readonly CaseTypeShape<CaseType, RecordName>[] = all;
export const CASE_TYPES: readonly CaseType[] = all.map(({ type }) => type);

const byType = new Map<string, CaseTypeShape>(all.map((shape) => [shape.type, shape]));

/** What is known of a type; undefined for one that there is not. */
export function shapeOf(type: string): CaseTypeShape | undefined {
  return byType.get(type);
}

/** The records by type; types whose cause is chosen directly have none. */
export const recordShapes: Readonly<Partial<Record<CaseType, RecordShape<RecordName>>>> = Object.fromEntries(
  caseTypes.flatMap(({ type, record }) => (record ? [[type, record]] : [])),
);

export const RECORD_NAMES: readonly RecordName[] = caseTypes.flatMap(({ record }) => record?.field ?? []);
