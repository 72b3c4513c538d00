import type { CaseType } from '../enums.ts';
import { graphql, type ResultOf } from '../graphql/tada.ts';
import { useAnswer, type Answered } from '../session/answers.ts';

const caseTypesDocument = graphql(`
  query CaseTypes {
    caseTypes {
      type
      recordField
      causeList
      notToldBy
      fields {
        name
        path
        labelKey
        kind
        list
        target
        cause
        required
        early
        most
      }
    }
  }
`);

/** What each type asks for beyond the common fields, as the server publishes it: forms, check page and summary follow it. */
export type CaseTypes = ResultOf<typeof caseTypesDocument>['caseTypes'];
export type TypeShape = CaseTypes[number];
/** One field of a type's record: how it is entered and from which list. */
export type RecordField = TypeShape['fields'][number];

/** The types change with a release of the server only, so they are asked for once. */
export function useCaseTypes(): Answered<{ caseTypes: CaseTypes }> {
  return useAnswer(caseTypesDocument, {}, { staleTime: Infinity });
}

export function shapeOf(types: CaseTypes | undefined, type: CaseType | undefined): TypeShape | undefined {
  return types?.find((shape) => shape.type === type);
}

/** The shape of a type once it is known; undefined for a moment at the first page that asks. */
export function useShape(type: CaseType | undefined): TypeShape | undefined {
  return shapeOf(useCaseTypes().data?.caseTypes, type);
}

/** The code lists that the form of a type needs. */
export function listsOf(shape: TypeShape | undefined): string[] {
  const own =
    shape?.fields.flatMap(({ kind, list }) => (kind === 'MONEY' ? ['CURRENCY'] : (list ?? []))) ?? [];
  return ['SOURCE', ...new Set(own)];
}
