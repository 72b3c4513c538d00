/** The parts of a Mongolian name, as known; any may be missing. */
export interface NameParts {
  clan?: string | null;
  patronymic?: string | null;
  given?: string | null;
  latinSurname?: string | null;
  latinGiven?: string | null;
}

/**
 * Own name with the patronymic's initial, as people are called and sorted: `Б.Бат`. The Latin name when no other is known,
 * null for an unnamed person.
 */
export function displayName(name: NameParts): string | null {
  if (name.given) return name.patronymic ? `${initial(name.patronymic)}.${name.given}` : name.given;
  const latin = [name.latinGiven, name.latinSurname].filter(Boolean).join(' ');
  return latin || name.patronymic || name.clan || null;
}

function initial(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0x3f).toUpperCase();
}

// One Latin letter group per Cyrillic letter; what people write in several ways (Х: KH or H, Ө: O or U in passports is not
// one to one) is brought to one form on both sides, so that a search finds either.
const cyrillic: Record<string, string> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'io', ж: 'j', з: 'z', и: 'i', й: 'i', к: 'k', л: 'l', м: 'm',
  н: 'n', о: 'o', ө: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ү: 'u', ф: 'f', х: 'h', ц: 'ts', ч: 'ch', ш: 'sh',
  щ: 'sh', ъ: '', ы: 'i', ь: '', э: 'e', ю: 'iu', я: 'ia',
}; // prettier-ignore

const latin: readonly [RegExp, string][] = [
  [/kh/g, 'h'],
  [/zh|dj/g, 'j'],
  [/tch/g, 'ch'],
  [/ye/g, 'e'],
  [/y/g, 'i'],
  [/w/g, 'v'],
  [/q/g, 'k'],
  [/(.)\1+/g, '$1'], // Bolormaa, Bolorma
];

// Letters of the two alphabets that look alike in print.
const ALIKE_LATIN = 'ABCEHKMOPTXYaceopxyk';
const ALIKE_CYRILLIC = 'АВСЕНКМОРТХУасеорхук';
const WORD = /\p{L}+/gu;
const LATIN = /\p{Script=Latin}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;

const isMixed = (word: string): boolean => LATIN.test(word) && CYRILLIC.test(word);

const swapped = (word: string, from: string, to: string): string =>
  [...word].map((letter) => to[from.indexOf(letter)] ?? letter).join('');

/** A word in which letters of the other alphabet stand for those that look like them, in one alphabet. */
function inOneAlphabet(word: string): string {
  const cyrillicOnly = swapped(word, ALIKE_LATIN, ALIKE_CYRILLIC);
  if (!LATIN.test(cyrillicOnly)) return cyrillicOnly;
  const latinOnly = swapped(word, ALIKE_CYRILLIC, ALIKE_LATIN);
  return CYRILLIC.test(latinOnly) ? word : latinOnly;
}

/** The first letter that is of another alphabet than most of its word; undefined when every word is of one. */
export function strangeLetter(text: string): string | undefined {
  const word = text.match(WORD)?.find(isMixed);
  if (word === undefined) return undefined;
  const letters = [...word];
  const latinOnes = letters.filter((letter) => LATIN.test(letter));
  const cyrillicOnes = letters.filter((letter) => CYRILLIC.test(letter));
  return latinOnes.length <= cyrillicOnes.length ? latinOnes[0] : cyrillicOnes[0];
}

/** Brings a name, or a fragment of one, in either script to one plain form: `Болормаа` and `Bolorma` both to `bolorma`. */
export function plainName(text: string): string {
  const alike = text.normalize('NFC').replace(WORD, (word) => (isMixed(word) ? inOneAlphabet(word) : word));
  const letters = [...alike.toLowerCase()].map((letter) => cyrillic[letter] ?? letter).join('');
  const plain = letters
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  return latin.reduce((made, [pattern, replacement]) => made.replace(pattern, replacement), plain);
}

/** What a search by name looks in: every part, in that form, each beginning with a space so that word beginnings can be told. */
export function matchKey(name: NameParts): string {
  const parts = [name.given, name.patronymic, name.clan, name.latinGiven, name.latinSurname];
  const words = new Set(parts.flatMap((part) => (part ? plainName(part).split(' ') : [])));
  words.delete('');
  return [...words].map((word) => ` ${word}`).join('');
}

/**
 * LIKE patterns that must all match: words of three letters and more anywhere, two letters at a word's beginning (fewer
 * could not use the trigram index and would find everybody).
 * @returns undefined when the fragment holds no word of two letters.
 */
export function searchPatterns(fragment: string): string[] | undefined {
  // As lists show people, `Б.Бат`: another name beginning with that letter stands beside the one written out.
  const [, initial, written = fragment] = /^\s*(\p{L})\.\s*(.+)$/u.exec(fragment) ?? [];
  const words = plainName(written)
    .split(' ')
    .filter((word) => word.length >= 2);
  if (words.length === 0) return undefined;
  const patterns = words.slice(0, 5).map((word) => (word.length === 2 ? `% ${word}%` : `%${word}%`));
  return initial === undefined ? patterns : [`% ${plainName(initial)}%`, ...patterns];
}
