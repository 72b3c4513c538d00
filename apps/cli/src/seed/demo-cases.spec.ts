import { beforeAll, describe, expect, it } from '@jest/globals';
import { CASE_TYPES, judge } from '#cases';
import type { Codes } from '#reference';
import { codesFromFiles } from '#reference/testing';
import type { DemoCase } from './demo-case.js';
import { demoCases } from './demo-cases.js';
import { demoStaff } from './demo-staff.js';
import { isWorkday, localDay } from './instants.js';
import { recentCases } from './recent-cases.js';
import { casesOf2016 } from './year-2016.js';

const now = new Date('2026-11-22T09:00:00Z');

describe('the demo’s invented cases', () => {
  let codes: Codes;
  let recent: DemoCase[];
  let of2016: DemoCase[];
  let all: DemoCase[];

  beforeAll(async () => {
    codes = await codesFromFiles();
    recent = recentCases(codes, now);
    of2016 = casesOf2016(codes);
    all = demoCases(codes, now);
  });

  const zoneOf = (one: DemoCase) => codes.mission(one.missionId)?.timeZone ?? '';
  const dayOf = (one: DemoCase, instant: string) => localDay(new Date(instant), zoneOf(one));

  const faultsIn = (cases: readonly DemoCase[]) =>
    cases.flatMap((one) =>
      judge(codes, one).refusals.map(({ code, field }) => `${one.type} ${one.id}: ${code} ${field}`),
    );

  it('obey every rule of filing, and of each act since', () => {
    expect(faultsIn(all)).toEqual([]);
  });

  it.each([1, 2, 3, 4, 5, 6, 100, 300])('do so too when the demo is made %d days later', (days) => {
    expect(faultsIn(recentCases(codes, new Date(now.getTime() + days * 86_400_000)))).toEqual([]);
  });

  it('would be refused if they did not: the rules are those of filing', () => {
    const death = all.find(({ type }) => type === 'DEATH') as DemoCase;
    const faults = (changed: Partial<DemoCase>) =>
      judge(codes, { ...death, ...changed }).refusals.map(({ code, field }) => `${code} ${field}`);
    expect(faults({ source: 'NOBODY' })).toEqual(['UNKNOWN_CODE source']);
    expect(faults({ acts: death.acts.slice(1) })).toContain('NO_SUCH_STEP acts.0.to');
  });

  it('are of every type in every year from 2016 on', () => {
    const there = new Set(all.map((one) => `${dayOf(one, one.awareAt).slice(0, 4)} ${one.type}`));
    const years = Array.from({ length: 11 }, (_, at) => 2016 + at);
    expect(years.flatMap((year) => CASE_TYPES.filter((type) => !there.has(`${year} ${type}`)))).toEqual([]);
  });

  it('are worked on Monday to Friday, between nine and eighteen by the clock of the post', () => {
    const odd = all.flatMap((one) => {
      const clock = new Intl.DateTimeFormat('en-GB', {
        timeZone: zoneOf(one),
        hour: '2-digit',
        hourCycle: 'h23',
      });
      return [one.awareAt, one.registeredAt, ...one.acts.map(({ at }) => at)].filter((instant) => {
        const hour = Number(clock.format(new Date(instant)));
        return !isWorkday(dayOf(one, instant)) || hour < 9 || hour >= 18;
      });
    });
    expect(odd).toEqual([]);
  });

  it('are not told of by the dead or the missing', () => {
    const told = all.filter(({ type, source }) => ['DEATH', 'MISSING'].includes(type) && source === 'SELF');
    expect(told).toEqual([]);
  });

  it('are the same each time, and keep their ids from day to day', () => {
    expect(recentCases(codes, now)).toEqual(recent);
    const tomorrow = recentCases(codes, new Date('2026-11-23T09:00:00Z'));
    expect(tomorrow.map((one) => one.id)).toEqual(recent.map((one) => one.id));
  });

  it('have ids of their own, in the layout of UUIDv7', () => {
    const ids = all.map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('are lately of every type, in almost every status, at 16 missions', () => {
    const distinct = (of: (one: DemoCase) => string) => new Set(recent.map(of)).size;
    expect([distinct((one) => one.type), distinct((one) => one.missionId)]).toEqual([8, 16]);
    expect(distinct((one) => judge(codes, one).past.status)).toBeGreaterThanOrEqual(9);
    expect(recent.length).toBe(382);
  });

  it('belong to the mission that covers the country', () => {
    for (const one of all)
      expect([one.hostCountry, codes.missionFor(one.hostCountry)]).toEqual([one.hostCountry, one.missionId]);
  });

  it('are learned of, registered and worked on in this order, and before today', () => {
    for (const one of all) {
      const times = [one.awareAt, one.registeredAt, ...one.acts.map(({ at }) => at)];
      expect(times).toEqual([...times].sort());
      expect(dayOf(one, times.at(-1) ?? '') < dayOf(one, now.toISOString())).toBe(true);
    }
  });

  it('have demo staff behind every act, of the own mission or the consular department', () => {
    const missionOf = new Map(demoStaff.map((person) => [person.id, person.missionId]));
    for (const one of all) {
      for (const { by } of one.acts) expect([one.missionId, 'ULN']).toContain(missionOf.get(by.staffId));
    }
  });

  it('are about people who are obviously nobody', () => {
    const parents = new Set(all.map((one) => one.subject.patronymic));
    parents.delete(null);
    expect([...parents].sort()).toEqual(
      ['Дууриамал', 'Жишээ', 'Загвар', 'Зохиомол', 'Сорил', 'Туршилт', 'Үлгэр'].sort(),
    );
    const latin = all.filter((one) => one.subject.patronymic == null).map((one) => one.subject.latinSurname);
    expect(new Set(latin)).toEqual(
      new Set([null, 'JISHEE', 'ZAGVAR', 'ZOKHIOMOL', 'TURSHILT', 'SORIL', 'DUURIAMAL', 'ULGER']),
    );
  });

  it('mark as illustration the 2016 set, and only it', () => {
    expect(all.filter((one) => one.illustration).map(({ id }) => id)).toEqual(of2016.map(({ id }) => id));
  });
});
