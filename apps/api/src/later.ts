import type { Language, Trouble, Words } from '#platform';
import { inWords } from '#platform/api';

/**
 * What is answered where a trouble keeps us from answering, in the shape of both kinds of answers: who asked GraphQL finds its errors,
 * everybody else the code and the words.
 */
export function answerTo(trouble: Trouble, words: Words, language: Language): object {
  const answer = inWords(trouble, words, language);
  const { code, refusals } = answer.extensions;
  const { message, remedy } = refusals[0] ?? { message: answer.message, remedy: '' };
  return { code, message, remedy, errors: [answer] };
}
