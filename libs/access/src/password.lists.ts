import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** Fewer guesses than this, as a cracker makes them, and a password is as good as known: ten thousand million. */
const FEWEST_GUESSES_LOG10 = 10;

/** What is longer stands in no list, and takes long to take apart. */
const LONGEST_LISTED = 64;

let lists: ZxcvbnFactory | undefined;

/**
 * Whether a password, or one much like it, stands in the lists of leaked and common ones (they come with the package: nothing is
 * asked of anybody), or is one of their usual variations.
 */
export function isCommon(password: string, { email, name }: { email: string; name: string }): boolean {
  if (password.length > LONGEST_LISTED) return false;
  // Made when first needed: the lists are a megabyte.
  lists ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const own = [...email.split(/[@.]/), ...name.split(/\s+/), 'elchin', 'элчин'];
  return lists.check(password, own).guessesLog10 < FEWEST_GUESSES_LOG10;
}
