import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import type { Language, Words } from '../words/words.js';
import { faultsOf } from './input-faults.js';
import { completeVariables } from './known-documents.js';

/**
 * Checks an operation's variables and puts in the schema's defaults, once, before whichever executor runs it (graphql-jit
 * 0.8.9 takes `Int! = 50` for a missing value, against the specification). Enum values must be named as they are valued,
 * since the executor reads the completed variables again.
 *
 * Variables of the wrong type are answered the way every other mistake in an input is: field, what is wrong and what to do,
 * in the reader's language. GraphQL's own sentences name its types and repeat the value, which may be a person's name.
 */
export function checkedVariables(words: Words): ApolloServerPlugin<{ language?: Language }> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        responseForOperation({ schema, operation, request, contextValue }) {
          // Which of two operations is meant is for Apollo to ask.
          const definitions = (operation as typeof operation | undefined)?.variableDefinitions ?? [];
          const complete = completeVariables({ schema, variables: definitions }, request.variables ?? {});
          if (complete) {
            request.variables = complete;
            return Promise.resolve(null);
          }
          const faults = faultsOf(schema, definitions, request.variables ?? {});
          const refusals = faults.map((item) => words.refusal(item, contextValue.language ?? 'mn'));
          const message = refusals.map((one) => `${one.field}: ${one.message} ${one.remedy}`).join(' ');
          const errors = [{ message, extensions: { code: 'BAD_USER_INPUT', refusals } }];
          return Promise.resolve({
            http: { status: 400, headers: new HeaderMap() },
            body: { kind: 'single' as const, singleResult: { errors } },
          });
        },
      }),
  };
}
