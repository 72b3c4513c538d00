import { describe, expect, it } from '@jest/globals';
import { weakness } from './password.rules.js';

const bolormaa = { email: 'bolormaa@seoul.elchin.example', name: 'Болормаа' };
const reason = (password: string, person = bolormaa) => weakness(password, person)?.code;

describe('the passwords Bolormaa may take', () => {
  it.each([
    'тэмээ салхи нуур гутал',
    'correct horse battery staple',
    'vK9!rw2#Lq7x',
    'намар-38-шувуу-нисэв',
    'river seventeen boots',
  ])('%s', (password) => expect(reason(password)).toBeUndefined());
});

describe('the passwords nobody may take', () => {
  it.each(['', 'short', 'vK9!rw2#Lq7', 'нууц үг'])('too short: %j', (password) =>
    expect(weakness(password, bolormaa)).toEqual({ code: 'PASSWORD_TOO_SHORT', params: { min: 12 } }),
  );

  it('counts letters, not bytes: eleven Mongolian letters are too few', () => {
    expect(reason('тэмээсалхин')).toBe('PASSWORD_TOO_SHORT');
    expect(reason('😀😀😀😀😀😀')).toBe('PASSWORD_TOO_SHORT');
  });

  it.each([
    'password1234',
    'P@ssw0rd-2026!',
    '2026-@dm1n1str4tor',
    'elchin-demo-2026',
    'ElchinAdmin123',
    'MyPasswordIsPassword',
    'нууцүг123456',
    'Нууц үг Нууц үг',
    'Улаанбаатар2026',
    '123456789012',
    '839201748362',
    'qwertyuiopas',
    'poiuytrewq!!',
    'abcdefghijkl',
    'абвгдеёжзийк',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'xk4xk4xk4xk4xk',
    '!!!!!!!!!!!!',
    '            ',
  ])('obvious: %j', (password) => expect(reason(password)).toBe('PASSWORD_OBVIOUS'));

  it.each(['bolormaa-camel-77', 'BOLORMAA winter boots', 'болормаа намар гутал', 'x seoul.elchin.example 9'])(
    'her own name or address: %s',
    (password) => expect(reason(password)).toBe('PASSWORD_HOLDS_NAME'),
  );

  it('is told at once, also for a text made to be hard to take apart', () => {
    const started = performance.now();
    expect(reason('нууцүг'.repeat(32) + 'жэёхщ')).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(100);
  });

  it('takes the same password however the keyboard composed it', () => {
    expect(reason('ｂｏｌｏｒｍａａ－ｃａｍｅｌ')).toBe('PASSWORD_HOLDS_NAME');
  });
});

describe('at the edges of a password', () => {
  it('twelve letters are enough, and five different ones', () => {
    expect(reason('vK9!rw2#Lq7x')).toBeUndefined();
    expect(reason('тэмээсалхинд')).toBeUndefined();
    expect(reason('гуанзтгауннз')).toBeUndefined();
    expect(reason('ггггггггаууу')).toBe('PASSWORD_OBVIOUS');
  });

  it('a name of three letters is too short to look for, one of four is not', () => {
    expect(reason('бат намар гутал 7', { email: 'bat@mfa.mn', name: 'Бат' })).toBeUndefined();
    expect(reason('дорж намар гутал', { email: 'bat@mfa.mn', name: 'Дорж' })).toBe('PASSWORD_HOLDS_NAME');
    expect(reason('намар гутал mfa.mn', { email: 'bat@mfa.mn', name: 'Бат' })).toBe('PASSWORD_HOLDS_NAME');
  });

  it('each word of a name, and of a mailbox, is looked for by itself', () => {
    const person = { email: 'saran.gerel@mfa.gov.mn', name: 'Сарангэрэл Ган-Эрдэнэ' };
    for (const password of [
      'gerel намар гутал',
      'намар saran гутал',
      'эрдэнэ намар гутал',
      'намар-сарангэрэл',
    ])
      expect([password, reason(password, person)]).toEqual([password, 'PASSWORD_HOLDS_NAME']);
  });

  it.each([
    'zyxwvutsrqpo',
    'q.w.e.r.t.y.u.i.o.p.a.s',
    'яюэьыъщшчцхф',
    'ab1ab1ab1ab1a',
    'welcome-secret',
    'demo_root_temp',
    '1elchin2consul',
  ])('a walk, a repetition, or nothing but what anybody tries: %s', (password) =>
    expect(reason(password)).toBe('PASSWORD_OBVIOUS'),
  );

  it('one word of one’s own among obvious ones is enough', () => {
    expect(reason('elchin тэмээ 2026')).toBeUndefined();
  });
});
