import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './schema.generated.d.ts';

/** Writes a typed document against apps/api/schema.graphql. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { Date: string; DateTime: string; Month: string; Cells: number[][] };
  disableMasking: true;
}>();

export type { FragmentOf, ResultOf, VariablesOf, TadaDocumentNode } from 'gql.tada';
type Enums = introspection['types'];
/** The names of an enum of the schema, as a union of strings. */
export type EnumOf<Name extends keyof Enums> = Enums[Name] extends { enumValues: infer Values }
  ? Values
  : never;
