import { describe, expect, it } from '@jest/globals';
import { displayName, plainName, matchKey, searchPatterns, strangeLetter } from './names.rules.js';

describe('names', () => {
  it.each([
    [{ given: 'Бат', patronymic: 'Болд' }, 'Б.Бат'],
    [{ given: 'Бат' }, 'Бат'],
    [{ latinSurname: 'BOLD', latinGiven: 'Bat' }, 'Bat BOLD'],
    [{}, null],
  ])('shows %j as %s', (name, shown) => {
    expect(displayName(name)).toBe(shown);
  });

  it.each([
    ['Болормаа', 'Bolormaa'],
    ['Энхжаргал', 'Enkhjargal'],
    ['Цэцэг', 'Tsetseg'],
    ['Ерөөлт', 'Yerоolt'.replace('о', 'o')],
    ['Мөнхбаяр', 'Munkhbayar'.replace('u', 'o')],
    ['Гүррагчаа', 'Gurragchaa'],
    ['Оюун', 'Oyuun'],
    ['Жанжив', 'Zhanzhiv'],
  ])('brings %s and %s to the same', (inCyrillic, inLatin) => {
    expect(plainName(inLatin)).toBe(plainName(inCyrillic));
  });

  it('keeps every part once, each at a word’s beginning', () => {
    expect(matchKey({ given: 'Бат', patronymic: 'Болд', latinGiven: 'Bat', latinSurname: 'Bold' })).toBe(
      ' bat bold',
    );
    expect(matchKey({})).toBe('');
  });

  it('looks for two letters only at a beginning, and for one letter not at all', () => {
    expect(searchPatterns('Од')).toEqual(['% od%']);
    expect(searchPatterns('лорм болд')).toEqual(['%lorm%', '%bold%']);
    expect(searchPatterns('Б')).toBeUndefined();
    expect(searchPatterns('Б.')).toBeUndefined();
    expect(searchPatterns('%_')).toBeUndefined();
  });

  it('finds people as lists show them: the initial of another name, and the name', () => {
    expect(searchPatterns('З.Өлзий')).toEqual(['% z%', '%olzi%']);
    expect(searchPatterns(' Ш. Од')).toEqual(['% sh%', '% od%']);
    const shown = displayName({ patronymic: 'Жаргал', given: 'Бат-Эрдэнэ' }) ?? '';
    expect(searchPatterns(shown)).toEqual(['% j%', `%${plainName('Бат-Эрдэнэ')}%`]);
  });

  it.each([
    ['Сорилхүрэн', 'Copилхүpэн'],
    ['Сархүүжишээ', 'Cархүүжишээ'],
    ['Хуланжишээ', 'Хулaнжишээ'],
    ['Bold', 'Воld'],
  ])('brings %s to the same when letters that look alike are of the other alphabet', (right, mixed) => {
    expect(mixed).not.toBe(right);
    expect(plainName(mixed)).toBe(plainName(right));
  });

  it.each([
    ['Cарнай', 'C'],
    ['Sаrnai', 'а'],
    ['Энх-Aмгалан', 'A'],
    ['Энх-Амгалан', undefined],
    ['Бат II', undefined],
    ['ULZII', undefined],
  ])('in %s the strange letter is %s', (name, letter) => {
    expect(strangeLetter(name)).toBe(letter);
  });
});
