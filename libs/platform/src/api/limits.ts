import { costLimitRule } from '@escape.tech/graphql-armor-cost-limit';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { GraphQLError, type ValidationContext, type ValidationRule } from 'graphql';

/** Tokens of a document: the parser itself stops there. */
export const MAX_TOKENS = 1000;
const MAX_ROOT_FIELDS = 5;

/** What a document may ask for at most. The largest of our own, a case with everything, stays well below. */
export const documentLimits: ValidationRule[] = [
  maxDepthRule({ n: 8, flattenFragments: true }) as unknown as ValidationRule,
  maxAliasesRule({ n: 15, allowList: [] }) as unknown as ValidationRule,
  costLimitRule({ maxCost: 5000, flattenFragments: true }) as unknown as ValidationRule,
  fewRootFields,
];

/** Each root field is a transaction of its own. */
function fewRootFields(context: ValidationContext) {
  return {
    OperationDefinition(operation: { selectionSet: { selections: readonly unknown[] } }) {
      if (operation.selectionSet.selections.length > MAX_ROOT_FIELDS) {
        context.reportError(new GraphQLError(`At most ${MAX_ROOT_FIELDS} root fields in one operation.`));
      }
    },
  };
}
