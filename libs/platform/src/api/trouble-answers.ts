import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isTrouble, RETRY_AFTER, type Trouble, troubleOf } from '../database/trouble.js';
import type { Language, ReadableRefusal, Words } from '../words/words.js';

/** How an answer goes out that could not be given: by its HTTP status, programs and proxies know it without reading it. */
export const UNAVAILABLE = 503;

/** A trouble in the reader's language: what is the matter, and when to try again. */
export function inWords(
  trouble: Trouble,
  words: Words,
  language: Language,
): { message: string; extensions: { code: Trouble; refusals: ReadableRefusal[] } } {
  const refusal = words.refusal({ code: trouble }, language);
  return {
    message: `${refusal.message} ${refusal.remedy}`,
    extensions: { code: trouble, refusals: [refusal] },
  };
}

/**
 * The troubles among an answer's errors get their words.
 * @returns the errors, and in how many seconds to try again; undefined where there is no trouble.
 */
export function troubleAmong(
  errors: readonly GraphQLFormattedError[] | undefined,
  words: Words,
  language: Language,
): { errors: GraphQLFormattedError[]; retryAfter: number } | undefined {
  const codes = (errors ?? []).map(({ extensions }) => extensions?.code).filter(isTrouble);
  const [first] = codes;
  if (!errors || !first) return undefined;
  const worded = errors.map((error) => {
    const code = error.extensions?.code;
    return isTrouble(code) ? { ...error, ...inWords(code, words, language) } : error;
  });
  return { errors: worded, retryAfter: RETRY_AFTER[first] };
}

/** Gives Apollo's answers the words and the status of the trouble they tell of. */
export function troubleAnswers(words: Words): ApolloServerPlugin<{ language?: Language }> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse({ response, contextValue }) {
          if (response.body.kind === 'single') {
            const result = response.body.singleResult;
            const trouble = troubleAmong(result.errors, words, contextValue.language ?? 'mn');
            if (trouble) {
              result.errors = trouble.errors;
              response.http.status = UNAVAILABLE;
              response.http.headers.set('retry-after', String(trouble.retryAfter));
            }
          }
          return Promise.resolve();
        },
      }),
  };
}

/** Work before any operation is chosen (who asks?): its troubles become errors that Apollo answers as such. */
export async function orTrouble<T>(work: Promise<T>, words: Words, language: Language): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const trouble = troubleOf(error);
    if (!trouble) throw error;
    const { message, extensions } = inWords(trouble, words, language);
    const headers = new Map([['retry-after', String(RETRY_AFTER[trouble])]]);
    throw new GraphQLError(message, {
      extensions: { ...extensions, http: { status: UNAVAILABLE, headers } },
    });
  }
}
