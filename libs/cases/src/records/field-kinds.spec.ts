import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Refusals } from '#platform';
import { aWorld, type World } from '#support/world';
import { viewOf } from '../api/records/record-view.js';
import { FIELD_KINDS, type RecordInput, type RecordShape } from './record-shape.js';
import {
  code,
  codes,
  date,
  instant,
  longText,
  money,
  number,
  organisation,
  partialDate,
  person,
  text,
  yesNo,
} from './record.fields.js';
import { checkRecord, type Lists } from './record.rules.js';
import { recordColumns, recordFrom, recordPlaces, recordRow, recordValues } from './record.storage.js';

/** A record that no case has, with a field of every kind. */
const voyage: RecordShape = {
  field: 'voyage',
  table: 'voyage',
  description: 'Made up.',
  cause: 'reason',
  fields: {
    reason: code('WELFARE_NEED', 'Why.'),
    troubles: codes('LABOUR_ISSUE', 'What went wrong.'),
    shipName: text('The ship.'),
    story: longText('What happened.'),
    crew: number('How many.', { max: 500, whole: true }),
    wagesOwed: money('What is owed.'),
    leftOn: date('When it left.'),
    begun: partialDate('When it began.'),
    lastSignal: instant('When it was last heard of.'),
    alone: yesNo('Whether alone.'),
    witness: person('Who saw it.'),
    owner: organisation('Whose ship.'),
  },
};
const WITNESS = '019aa1b2-0000-7000-8000-000000000001';
const whole: RecordInput = {
  reason: 'DOCUMENTS',
  troubles: ['UNPAID_WAGES', 'BAD_HOUSING'],
  shipName: 'Сүлжээ',
  story: 'Нэг\nхоёр',
  crew: 12,
  wagesOwed: { amount: '999999999999.99', currency: 'MNT' },
  leftOn: '2026-03-08',
  begun: { date: '2026-03-01', precision: 'MONTH' },
  lastSignal: '2026-03-09T05:05:00Z',
  alone: 'NO',
  witness: WITNESS,
  owner: null,
};
const nothing: RecordInput = {
  reason: null,
  troubles: [],
  shipName: null,
  story: null,
  crew: null,
  wagesOwed: null,
  leftOn: null,
  begun: { date: null, precision: 'UNKNOWN' },
  lastSignal: null,
  alone: 'UNKNOWN',
  witness: null,
  owner: null,
};

describe('a record with a field of every kind', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
    const columns = recordColumns(voyage).map(({ name, sqlType }) => `${name} ${sqlType}`);
    await world.owner.query(`create temp table voyage (${columns.join(', ')})`);
  });
  afterAll(() => world.end());

  /** Written as a filing writes it, and read as a case page reads it. */
  async function kept(record: RecordInput | null): Promise<Record<string, unknown>> {
    const names = recordColumns(voyage).map(({ name }) => name);
    await world.owner.query('truncate voyage');
    await world.owner.query(
      `insert into voyage (${names.join(', ')}) values (${recordPlaces(voyage, 1).join(', ')})`,
      recordValues(record, voyage),
    );
    const { rows } = await world.owner.query<{ row: Record<string, unknown> }>(
      'select row_to_json(v) as row from voyage v',
    );
    return rows[0]?.row ?? {};
  }

  it('has them all', () => {
    const kinds = new Set(Object.values(voyage.fields).map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual([...FIELD_KINDS].sort());
  });

  it('comes back from the table as it was said, no digit lost', async () => {
    expect(recordFrom(await kept(whole), voyage)).toEqual(whole);
  });

  it('of which nothing is said has its kind of "not known" in each field', async () => {
    expect(recordFrom(await kept(null), voyage)).toEqual(nothing);
    expect(recordFrom(await kept({}), voyage)).toEqual(nothing);
  });

  it('goes in among many as it goes in alone', async () => {
    const alone = await kept(whole);
    await world.owner.query('truncate voyage');
    await world.owner.query(
      'insert into voyage select * from jsonb_populate_recordset(null::voyage, $1::jsonb)',
      [JSON.stringify([recordRow(whole, voyage)])],
    );
    const { rows } = await world.owner.query<{ row: object }>('select row_to_json(v) as row from voyage v');
    expect(rows).toEqual([{ row: alone }]);
  });

  it('is shown with the labels of its codes and of its currency', async () => {
    const item = (list: string, code: string | null) =>
      code === null ? null : { code, label: `${list}: ${code}` };
    const views = { item } as unknown as Parameters<typeof viewOf>[3];
    expect(viewOf(voyage, await kept(whole), 'mn', views)).toMatchObject({
      reason: { label: 'WELFARE_NEED: DOCUMENTS' },
      troubles: [{ code: 'UNPAID_WAGES' }, { code: 'BAD_HOUSING' }],
      wagesOwed: { amount: '999999999999.99', currency: { label: 'CURRENCY: MNT' } },
      begun: { date: '2026-03-01', precision: 'MONTH' },
    });
  });
});

describe('a field is refused by its kind', () => {
  const lists: Lists = { has: (_, one) => one !== 'NONE', hasCountry: () => true, causeListOf: () => '' };
  const refused = (record: RecordInput) => {
    const refusals = new Refusals();
    checkRecord(record, voyage, { days: { today: '2026-11-27' }, lists, refusals });
    return refusals.items.map(({ code: why, field }) => `${why} ${field}`);
  };
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();

  it('and what is right in each passes', () => {
    expect(refused(whole)).toEqual([]);
    expect(refused(nothing)).toEqual([]);
  });

  it.each<[string, RecordInput, string]>([
    ['a code that is not in its list', { reason: 'NONE' }, 'UNKNOWN_CODE voyage.reason'],
    ['one of several codes', { troubles: ['UNPAID_WAGES', 'NONE'] }, 'UNKNOWN_CODE voyage.troubles'],
    ['a number beyond its limits', { crew: 501 }, 'NUMBER_OUT_OF_RANGE voyage.crew'],
    ['a negative number', { crew: -1 }, 'NUMBER_OUT_OF_RANGE voyage.crew'],
    ['half a person', { crew: 1.5 }, 'NUMBER_NOT_WHOLE voyage.crew'],
    [
      'an unknown currency',
      { wagesOwed: { amount: '5', currency: 'NONE' } },
      'UNKNOWN_CODE voyage.wagesOwed.currency',
    ],
    [
      'decimals of a won',
      { wagesOwed: { amount: '5.50', currency: 'KRW' } },
      'TOO_MANY_DECIMALS voyage.wagesOwed.amount',
    ],
    [
      'an amount in words',
      { wagesOwed: { amount: 'тав', currency: 'MNT' } },
      'BAD_AMOUNT voyage.wagesOwed.amount',
    ],
    [
      'more money than there is',
      { wagesOwed: { amount: '1000000000000', currency: 'MNT' } },
      'NUMBER_OUT_OF_RANGE voyage.wagesOwed.amount',
    ],
    ['a day to come', { leftOn: '2026-11-28' }, 'FUTURE_DATE voyage.leftOn'],
    [
      'a month to come',
      { begun: { date: '2026-12-01', precision: 'MONTH' } },
      'FUTURE_DATE voyage.begun.date',
    ],
    [
      'a date without its precision',
      { begun: { date: '2026-01-01', precision: 'UNKNOWN' } },
      'DATE_AND_PRECISION voyage.begun',
    ],
    ['an instant to come', { lastSignal: tomorrow }, 'FUTURE_DATE voyage.lastSignal'],
  ])('%s', (_, record, expected) => {
    expect(refused(record)).toEqual([expected]);
  });
});
