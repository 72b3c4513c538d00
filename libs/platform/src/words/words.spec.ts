import { describe, expect, it } from '@jest/globals';
import { languageOf, Words } from './words.js';
import { platformWords } from './platform.words.js';

describe('words', () => {
  it('says a refusal in the language of the reader, with its figures', async () => {
    const words = await Words.of([platformWords]);
    const item = { code: 'TOO_LONG', field: 'summary', params: { max: 500 } };
    expect(words.refusal(item, 'en').message).toBe('The text is longer than 500 characters.');
    expect(words.refusal(item, 'mn').message).toBe('Бичвэр 500 тэмдэгтээс урт байна.');
  });

  it('puts the name of a thing in the place of its code, and takes nothing from what was typed', async () => {
    const words = await Words.of([
      {
        refusals: {
          NOT_LISTED: {
            en: { message: '"{{code}}" is not among "{{list}}".', remedy: '' },
            mn: { message: '«{{code}}» нь «{{list}}» дотор алга.', remedy: '' },
          },
        },
        names: { list: { WELFARE_NEED: { en: 'kinds of help', mn: 'хэрэгтэй тусламж' } } },
      },
    ]);
    const item = { code: 'NOT_LISTED', params: { code: '{{list}}', list: 'WELFARE_NEED' } };
    expect(words.refusal(item, 'en').message).toBe('"{{list}}" is not among "kinds of help".');
    expect(words.refusal(item, 'mn').message).toBe('«{{list}}» нь «хэрэгтэй тусламж» дотор алга.');
  });

  it.each([
    ['en-GB,en;q=0.9', 'en'],
    ['ko,mn;q=0.5', 'mn'],
    ['ru', 'mn'],
    [undefined, 'mn'],
  ])('reads %s as %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});
