import { describe, expect, it } from 'vitest';
import { filterOf, hashOfText, textOfHash, worklistSearch } from './pages/worklist/worklist-search.ts';
import { parseSearch, stringifySearch } from './search-params.ts';

describe('addresses', () => {
  it('are read by people too, and come back as they were', () => {
    const text = '?type=DEATH&type=LABOUR&mission=SEL';
    expect(parseSearch(text)).toEqual({ type: ['DEATH', 'LABOUR'], mission: 'SEL' });
    expect(stringifySearch(parseSearch(text))).toBe(text);
    expect(stringifySearch({ type: undefined, from: '' })).toBe('');
  });

  it('what is no filter of the worklist is dropped', () => {
    const raw = { type: ['DEATH', 'NONSENSE'], status: 'X', open: 'maybe', mission: '<b>', extra: '1' };
    expect(worklistSearch(raw)).toEqual({ type: ['DEATH'] });
  });

  it('a name that is searched for stands behind the #, which no server sees', () => {
    expect(textOfHash(`#${hashOfText('Бат & Өлзий')}`)).toBe('Бат & Өлзий');
    expect(hashOfText('')).toBe('');
  });

  it('open cases are meant unless a status is chosen', () => {
    expect(filterOf({}, ' ').open).toBe(true);
    expect(filterOf({ status: ['CLOSED'] }, '').open).toBeNull();
    expect(filterOf({ open: 'no' }, '').open).toBe(false);
  });
});
