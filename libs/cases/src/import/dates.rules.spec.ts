import { describe, expect, it } from '@jest/globals';
import { dateReader, isDateFormat } from './dates.rules.js';

const TODAY = '2026-11-27';
const read = (format: string, text: string, firstYear?: number) => {
  const found = dateReader(format, TODAY, firstYear)(text);
  return 'day' in found ? found.day : found.problem;
};

describe('a date in a file', () => {
  it.each([
    ['yyyy/MM/dd', true],
    ['d.M.yyyy', true],
    ['M/d/yy', true],
    ['yy-MM-dd', true],
    ['M/d/y', false],
    ['M/d/yyy', false],
    ['yy/yyyy/d', false],
    ['M/d', false],
  ])('%s is a form of one: %s', (format, is) => {
    expect(isDateFormat(format)).toBe(is);
  });

  it.each([
    ['5/5/12', '2012-05-05'],
    ['12/31/09', '2009-12-31'],
    ['1/1/16', '2016-01-01'],
    ['11/27/26', '2026-11-27'],
    ['1/1/27', '1927-01-01'],
    ['1/1/99', '1999-01-01'],
  ])('with a year of two digits, %s is %s: of the hundred years that end with this one', (text, day) => {
    expect(read('M/d/yy', text)).toBe(day);
  });

  it('a day still to come in this year is refused, and not moved by a century', () => {
    expect(read('M/d/yy', '12/31/26')).toBe('FUTURE_DATE');
  });

  it('the first year that two digits can mean may be stated', () => {
    expect(read('M/d/yy', '1/1/29', 1930)).toBe('FUTURE_DATE');
    expect(read('M/d/yy', '1/1/30', 1930)).toBe('1930-01-01');
    expect(read('M/d/yy', '1/1/20', 1920)).toBe('1920-01-01');
  });

  it.each(['5/3/2014 0:00', '5/3/2014 00:00:00', '5/3/2014T00:00:00.000Z', '5/3/2014 12:00:00 AM'])(
    'with the midnight behind it (%s) is that day',
    (text) => {
      expect(read('M/d/yyyy', text)).toBe('2014-05-03');
    },
  );

  it('with another time of day is none of that form', () => {
    expect(read('M/d/yyyy', '5/3/2014 14:30')).toBe('ROW_DATE_FORMAT');
  });

  it.each(['41762', '41762.0', '7306'])(
    'as the number %s of a spreadsheet is told to be one, and never guessed',
    (text) => {
      expect(read('M/d/yyyy', text)).toBe('ROW_DATE_SERIAL');
    },
  );
});
