import { CLOCK_TOLERANCE_MS, EARLIEST } from '../../file/dates.rules.js';
import { type CaseType, caseTypes } from '../../records/case-types.js';
import type { CaseTypeShape, RecordField } from '../../records/record-shape.js';
import {
  type CaseFieldShape,
  type CaseTypeShapeType,
  type FilingRulesType,
  kindName,
} from './shape.types.js';

/** The shapes of all types as the API publishes them: the web's forms, its check page and its summaries follow them. */
export const publishedShapes: readonly CaseTypeShapeType[] = caseTypes.map(
  (shape: CaseTypeShape<CaseType>) => ({
    type: shape.type,
    recordField: shape.record?.field ?? null,
    causeList: shape.causeList,
    notToldBy: shape.rules?.notToldBy ?? [],
    fields: fieldsOf(shape),
  }),
);

function fieldsOf({ record, causeList }: CaseTypeShape): CaseFieldShape[] {
  if (!record) {
    const chosen = { kind: 'code', list: causeList, description: '' } as const;
    return [fieldShape('cause', 'cause', chosen, true)];
  }
  return Object.entries(record.fields).map(([name, field]) =>
    fieldShape(name, `${record.field}.${name}`, field, name === record.cause),
  );
}

function fieldShape(name: string, path: string, field: RecordField, cause: boolean): CaseFieldShape {
  return {
    name,
    path,
    labelKey: field.labelKey ?? path,
    kind: kindName(field.kind),
    list: 'list' in field ? field.list : null,
    target: 'target' in field ? field.target : null,
    cause,
    required: cause,
    early: cause || field.early === true,
    most: 'most' in field ? field.most : 'max' in field ? field.max : null,
  };
}

/** Limits that a form can keep before anything is sent. */
export const publishedRules: FilingRulesType = {
  clockToleranceSeconds: CLOCK_TOLERANCE_MS / 1000,
  earliestDay: EARLIEST,
};
