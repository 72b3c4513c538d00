import { describe, expect, it } from '@jest/globals';
import { isPlainText } from './plain-text.validator.js';

describe('text that can be kept', () => {
  it.each([
    'Өнөрцэцэг',
    '한국어',
    '👩‍👧‍👦',
    'нэг\nхоёр\tгурав',
    '',
    'ᠮᠣᠩᠭᠣᠯ᠎ᠠ',
    'محمد‌ی',
    "Robert'); drop table",
  ])('%j is', (text) => {
    expect(isPlainText(text)).toBe(true);
  });

  it.each(['а\u0000б', '\u001b[31m', '\u0007', '\u007f', '\ud83d', '\udc00', '\uffff', 5, null])(
    '%j is not',
    (text) => {
      expect(isPlainText(text)).toBe(false);
    },
  );

  it.each([
    ['an override of the direction', 'Бат\u202Eдлоб'],
    ['an isolate', '\u2066Бат\u2069'],
    ['a mark of the direction', 'Бат\u200F'],
    ['a blank without width', 'Ба\u200Bт'],
    ['a soft hyphen', 'Бат\u00ADболд'],
    ['a mark of byte order', '\uFEFFБат'],
    ['a joiner between letters that do not join', 'Ба\u200Dт'],
  ])('a name with %s is not', (_, text) => {
    expect(isPlainText(text)).toBe(false);
  });
});
