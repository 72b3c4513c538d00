import { publishedRules, publishedShapes } from '#cases/api';

type Shape = (typeof publishedShapes)[number];
type Field = Shape['fields'][number];

const HEAD =
  '// Printed by "npm run schema" from the types of case that the server publishes. Do not edit.\n';

/** What the web app must know of the types of case when it is built: their names, and what a document selects of their records. */
export function printCaseTypes(): string {
  const names = publishedShapes.map(({ type }) => `'${type}'`).join(', ');
  const lists = [...new Set(publishedShapes.map(({ causeList }) => `'${causeList}'`))].join(', ');
  return `${HEAD}
/** The types of case, in the order in which people read them. */
export const caseTypes = [${names}] as const;

/** The lists from which the cause of a case comes. */
export const causeLists = [${lists}] as const;

/** How far a device's clock may be ahead of the register's, in seconds. */
export const clockToleranceSeconds = ${publishedRules.clockToleranceSeconds};
`;
}

export function printCaseRecords(): string {
  const records = publishedShapes.filter(({ recordField }) => recordField !== null).map(selectionOf);
  return `${HEAD}import { graphql } from '../graphql/tada.ts';

/** Every record of every type. */
export const caseRecordsFragment = graphql(\`
  fragment CaseRecords on CaseFile {
${records.join('\n')}
  }
\`);
`;
}

/** For the web app's tests: what it will be told when it asks. */
export function printShapes(): string {
  const shapes = JSON.stringify(publishedShapes, null, 2);
  return `${HEAD}import type { CaseTypes } from './type-records.ts';

/** What the server publishes, for tests: the app itself asks for it. */
export const publishedShapes: CaseTypes = ${shapes};
`;
}

function selectionOf({ recordField, fields }: Shape): string {
  return `    ${recordField} { ${fields.map(fieldSelection).join(' ')} }`;
}

function fieldSelection({ name, kind }: Field): string {
  const below: Record<string, string> = {
    CODE: ' { code label }',
    CODES: ' { code label }',
    MONEY: ' { amount currency { code label } }',
    PARTIAL_DATE: ' { date precision }',
  };
  return `${name}${below[kind] ?? ''}`;
}
