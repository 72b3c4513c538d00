import { describe, expect, it } from '@jest/globals';
import { isPlainText } from './plain-text.validator.js';

describe('text that can be kept', () => {
  it.each(['Өнөрцэцэг', '한국어', '👩‍👧‍👦', 'нэг\nхоёр\tгурав', '', '‮', "Robert'); drop table"])(
    '%j is',
    (text) => {
      expect(isPlainText(text)).toBe(true);
    },
  );

  it.each(['а\u0000б', '\u001b[31m', '\u0007', '\u007f', '\ud83d', '\udc00', '\uffff', 5, null])(
    '%j is not',
    (text) => {
      expect(isPlainText(text)).toBe(false);
    },
  );
});
