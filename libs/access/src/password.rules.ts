import type { RefusalItem } from '#platform';
import { isCommon } from './password.lists.js';

const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;

/** What anybody tries first, here: the usual English ones, the keyboard's rows, and this register's own world. */
const OBVIOUS = [
  ...[
    'password',
    'passwort',
    'passphrase',
    'secret',
    'letmein',
    'welcome',
    'changeme',
    'iloveyou',
    'sunshine',
    'dragon',
  ],
  ...[
    'monkey',
    'football',
    'baseball',
    'superman',
    'trustno',
    'princess',
    'master',
    'shadow',
    'login',
    'default',
  ],
  ...[
    'admin',
    'administrator',
    'user',
    'test',
    'guest',
    'root',
    'demo',
    'temp',
    'new',
    'my',
    'the',
    'is',
    'this',
  ],
  ...[
    'qwerty',
    'qwertyuiop',
    'asdfghjkl',
    'zxcvbnm',
    'azerty',
    'qazwsx',
    'qwert',
    'asdfgh',
    'asdf',
    'zxcv',
    'abc',
  ],
  ...[
    'elchin',
    'consul',
    'consular',
    'embassy',
    'mongolia',
    'mongol',
    'ulaanbaatar',
    'ministry',
    'seoul',
    'prague',
  ],
  ...[
    'нууц',
    'нууцүг',
    'үг',
    'элчин',
    'сайд',
    'яам',
    'консул',
    'монгол',
    'улс',
    'улаанбаатар',
    'админ',
    'шинэ',
  ],
  ...['фцужэн', 'йыбөах', 'йцукен', 'фывапролд', 'ячсмить', 'пароль'],
];

const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  'абвгдеёжзийклмноөпрстуүфхцчшщъыьэюя',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  'фцужэнгшүзкъйыбөахролдпячёсмитьвю',
];

/**
 * Why this password must not be taken; undefined when it may.
 * @param person whose password it will be: their e-mail address and name must not be in it.
 */
export function weakness(
  password: string,
  person: { email: string; name: string },
): Pick<RefusalItem, 'code' | 'params'> | undefined {
  const text = password.normalize('NFKC');
  if ([...text].length < SHORTEST_PASSWORD) {
    return { code: 'PASSWORD_TOO_SHORT', params: { min: SHORTEST_PASSWORD } };
  }
  if (holdsPerson(text.toLowerCase(), person)) return { code: 'PASSWORD_HOLDS_NAME' };
  if (isMonotonous(text.toLowerCase()) || isObvious(text.toLowerCase())) return { code: 'PASSWORD_OBVIOUS' };
  if (isCommon(text, person)) return { code: 'PASSWORD_COMMON' };
  return undefined;
}

function holdsPerson(text: string, { email, name }: { email: string; name: string }): boolean {
  const [mailbox = '', domain = ''] = email.toLowerCase().split('@');
  const parts = [mailbox, ...mailbox.split(/[^\p{L}]+/u), domain, ...name.toLowerCase().split(/[^\p{L}]+/u)];
  return parts.some((part) => [...part].length >= 4 && text.includes(part));
}

/** Few different characters, one short piece over and over, or a walk along the alphabet or the keyboard. */
function isMonotonous(text: string): boolean {
  const letters = text.replace(/[\s\p{P}\p{S}]/gu, '');
  if (new Set(text).size < 5) return true;
  if (/^(.{1,6}?)\1+.{0,2}$/u.test(text)) return true;
  return ROWS.some((row) => row.includes(letters) || [...row].reverse().join('').includes(letters));
}

/** Nothing but obvious words and figures, also where figures and signs stand for letters: `P@ssw0rd-2026!`. */
function isObvious(text: string): boolean {
  const trimmed = text.replace(/[^\p{L}]+$/u, '');
  const forms = [text, unmasked(trimmed), unmasked(trimmed.replace(/^[\d\s._-]+/, ''))];
  return forms.some((form) => {
    const letters = form.replace(/[^\p{L}]/gu, '');
    return [...letters].length < 4 || isMadeOfObvious(letters);
  });
}

/** Walks through the text by whole words: each place is visited once, however many ways lead there. */
function isMadeOfObvious(letters: string): boolean {
  const reached = new Set([0]);
  for (const place of reached) {
    for (const word of OBVIOUS) if (letters.startsWith(word, place)) reached.add(place + word.length);
  }
  return reached.has(letters.length);
}

const MASKS: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

const unmasked = (text: string): string => text.replace(/[013457@$!]/g, (sign) => MASKS[sign] ?? sign);
