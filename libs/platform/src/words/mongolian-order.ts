import type { Language } from './words.js';

/**
 * The order of the Mongolian school alphabet: А Б В Г Д Е Ё Ж … О Ө П … У Ү Ф. The code's one home of it; the database's is
 * the collation `public.mn_names`, and a spec holds the two together. The web app orders nothing by itself.
 */
const mongolian = new Intl.Collator('mn');
const english = new Intl.Collator('en');

/**
 * Unicode's data for Mongolian put Ө after О and Ү after У, but take Ё for an accented Е. Here it is an Е followed by what
 * comes after every letter: behind all words in Е, before Ж.
 */
function withYoAsLetter(text: string): string {
  return text.normalize('NFC').replaceAll('Ё', 'Е\uFFFF').replaceAll('ё', 'е\uFFFF');
}

/** Compares two texts as the reader's alphabet has them, for `sort`. */
export function inReadersOrder(language: Language): (one: string, other: string) => number {
  if (language === 'en') return english.compare;
  return (one, other) => mongolian.compare(withYoAsLetter(one), withYoAsLetter(other));
}
