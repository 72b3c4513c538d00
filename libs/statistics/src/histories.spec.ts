import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import type { Asking } from '#access';
import { signedInAs } from '#access/testing';
import { aWorld, type World } from '#support/world';
import { type Basis, BASES, DIMENSIONS } from './question.js';
import { recount } from './recount.js';
import type { StatisticsReader } from './statistics.reader.js';
import {
  amended,
  type CountedCase,
  countByHand,
  emptied,
  opened,
  readable,
  statisticsRoom,
} from './testing/index.js';

const post = fc.constantFrom(['SEL', 'KR'], ['PRG', 'CZ'], ['PRG', 'SK'], ['BJS', 'CN']);
const matter = fc.constantFrom(
  ['DETENTION', '06'],
  ['CRIME_VICTIM', '06'],
  ['DEATH', 'V01-V99'],
  ['DEATH', 'UNKNOWN'],
  ['MISSING', 'TRAVEL'],
  ['INSURANCE', 'TRAVEL'],
);
const day = fc
  .date({ min: new Date('2015-11-01'), max: new Date('2017-03-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const event = fc.oneof(
  { weight: 3, arbitrary: day.map((it) => ({ occurredOn: it, precision: 'DAY' as const })) },
  day.map((it) => ({ occurredOn: `${it.slice(0, 7)}-01`, precision: 'MONTH' as const })),
  day.map((it) => ({ occurredOn: `${it.slice(0, 4)}-01-01`, precision: 'YEAR' as const })),
  fc.constant({ occurredOn: null, precision: 'UNKNOWN' as const }),
);

const aCase = fc
  .record({
    where: post,
    what: matter,
    when: event,
    sex: fc.constantFrom('MALE', 'FEMALE', 'UNKNOWN'),
    openedOn: day,
    illustration: fc.boolean(),
  })
  .map(({ where, what, when, ...rest }) => ({
    ...rest,
    ...when,
    mission: where[0] ?? '',
    country: where[1] ?? '',
    type: what[0] ?? '',
    cause: what[1] ?? '',
  }));

/** Which case an act is about: any number, taken modulo how many there are. */
const which = fc.nat(1000);
const act = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('open' as const), as: aCase }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('close' as const), which, after: fc.nat(300) }) },
  fc.record({ kind: fc.constant('reopen' as const), which }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('amend' as const), which, as: aCase }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('fold' as const) }) },
);

const month = fc.tuple(fc.integer({ min: 2015, max: 2017 }), fc.integer({ min: 1, max: 12 }));
interface Ends {
  from: string;
  to: string;
}
const period = fc.tuple(month, month).map((ends) => {
  const [from, to] = ends.map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`).sort();
  return { from: from ?? '', to: to ?? '' };
});
const some = <T>(...values: T[]) => fc.option(fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 }));
const question = fc
  .record({
    dimensions: fc.uniqueArray(fc.constantFrom(...DIMENSIONS), { minLength: 1, maxLength: 3 }),
    basis: fc.constantFrom(...BASES),
    period: fc.oneof(period, fc.constant({ from: '2016-01', to: '2016-12' })),
    types: some('DETENTION', 'DEATH', 'MISSING'),
    countries: some('KR', 'CZ', 'SK'),
    causes: some('ICCS.06', 'UNKNOWN', 'MISSING_CIRCUMSTANCE.TRAVEL', 'TRAVEL'),
    sexes: some('MALE', 'UNKNOWN'),
    monthUnknown: fc.boolean(),
  })
  .map((asked) => ({ ...asked, monthUnknown: asked.monthUnknown && mayBeOfUnknownMonth(asked) }));

/** Whether it can be asked for events of unknown month alone. */
function mayBeOfUnknownMonth({ basis, period: { from, to } }: { basis: Basis; period: Ends }): boolean {
  return basis === 'OCCURRED' && ['2015', '2016', '2017'].some((y) => from <= `${y}-01` && `${y}-12` <= to);
}

describe('any history of cases', () => {
  let world: World;
  let reader: StatisticsReader;
  let operator: pg.Client;
  const people: { who: Asking; mission: string | null }[] = [];

  beforeAll(async () => {
    world = await aWorld();
    ({ reader } = await statisticsRoom(world.database));
    operator = new pg.Client({ connectionString: world.ownerUrl });
    await operator.connect();
    const add = async (name: string, role: 'OFFICER' | 'CONSULAR_OFFICER' | 'ANALYST', missionId?: string) =>
      people.push({
        who: await signedInAs(world.owner, { name, role, missionId }),
        mission: role === 'OFFICER' ? (missionId ?? null) : null,
      });
    await add('Otgon', 'CONSULAR_OFFICER', 'ULN');
    await add('Saran', 'ANALYST');
    await add('Tuul', 'OFFICER', 'PRG');
  });
  afterAll(async () => {
    await operator.end();
    await world.end();
  });

  async function perform(
    step: ReturnType<typeof act.generate>['value'],
    cases: CountedCase[],
  ): Promise<void> {
    if (step.kind === 'fold') return void (await world.owner.query('select stat.fold()'));
    if (step.kind === 'open') return void cases.push(await opened(world.owner, step.as));
    const it = cases[step.which % cases.length];
    if (!it) return;
    if (step.kind === 'close')
      await amended(world.owner, it, { closedOn: daysAfter(it.openedOn, step.after) });
    if (step.kind === 'reopen') await amended(world.owner, it, { closedOn: null });
    if (step.kind === 'amend') await amended(world.owner, it, { ...step.as, closedOn: null });
  }

  it('is counted as by hand after each act, in every table and for everybody', async () => {
    const steps = fc.array(fc.tuple(act, fc.array(question, { minLength: 2, maxLength: 4 })), {
      minLength: 4,
      maxLength: 14,
    });
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        await emptied(world.owner);
        const cases: CountedCase[] = [];
        for (const [step, questions] of history) {
          await perform(step, cases);
          for (const [
            at,
            {
              dimensions,
              period: { from, to },
              ...filter
            },
          ] of questions.entries()) {
            const { who, mission } = people[at % people.length] ?? { who: people[0]!.who, mission: null };
            const asked = { ...filter, from, to };
            const table = await reader.table(who, dimensions, asked);
            const seen = cases.filter((it) => mission === null || it.mission === mission);
            expect(readable(table)).toEqual(countByHand(seen, dimensions, asked));
            const once = countByHand(seen, ['TYPE'], asked);
            expect(table.total).toBe(Object.values(once).reduce((sum, n) => sum + n, 0));
            const fictional = countByHand(
              seen.filter((it) => it.illustration),
              ['TYPE'],
              asked,
            );
            expect(table.illustrations).toBe(Object.values(fictional).reduce((sum, n) => sum + n, 0));
          }
        }
        expect((await recount(operator)).differences).toEqual([]);
      }),
      { numRuns: 25 },
    );
  }, 240_000);

  it('has the right stock at the end of every month', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 25 }), async (history) => {
        await emptied(world.owner);
        const cases: CountedCase[] = [];
        for (const step of history) await perform(step, cases);
        const { who } = people[0]!;
        const over = { basis: 'OPEN_AT_END', from: '2015-11', to: '2017-12' } as const;
        const series = await reader.table(who, ['MONTH', 'COUNTRY'], over);
        expect(readable(series)).toEqual(countByHand(cases, ['MONTH', 'COUNTRY'], over));
        for (const to of ['2015-11', '2015-12', '2016-01', '2016-06', '2016-12', '2017-03', '2017-12']) {
          const stock = await reader.table(who, ['COUNTRY'], { ...over, to });
          expect(readable(stock)).toEqual(countByHand(cases, ['COUNTRY'], { ...over, to }));
        }
      }),
      { numRuns: 15 },
    );
  }, 240_000);
});

function daysAfter(from: string, days: number): string {
  return new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
}
