import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Codes } from '#reference';
import { codesFromFiles } from '#reference/testing';
import type { DemoCase } from './demo-case.js';
import { demoStaff } from './demo-staff.js';
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
    all = [...recent, ...of2016];
  });

  it('are the same each time, and keep their ids from day to day', () => {
    expect(recentCases(codes, now)).toEqual(recent);
    const tomorrow = recentCases(codes, new Date('2026-11-23T09:00:00Z'));
    expect(tomorrow.map((one) => one.id)).toEqual(recent.map((one) => one.id));
  });

  it('have ids of their own, in the layout of UUIDv7', () => {
    const ids = all.flatMap((one) => [one.id, one.subject.id, ...one.entries.map((entry) => entry.id)]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('are of every type, in almost every status, at 16 missions', () => {
    const distinct = (of: (one: DemoCase) => string) => new Set(recent.map(of)).size;
    expect([distinct((one) => one.type), distinct((one) => one.missionId)]).toEqual([8, 16]);
    expect(distinct((one) => one.status)).toBeGreaterThanOrEqual(9);
    expect(recent.length).toBe(382);
  });

  it('use only codes of the lists, of the right list for the type', () => {
    for (const one of all) {
      const list = codes.causeListOf(one.type) ?? '';
      expect([one.type, one.record.cause, codes.has(list, one.record.cause)]).toEqual([
        one.type,
        one.record.cause,
        true,
      ]);
      expect(codes.has('SOURCE', one.source)).toBe(true);
      if (one.outcome) expect(codes.item('OUTCOME', one.outcome)?.attributes.caseType).toBe(one.type);
      for (const entry of one.entries) expect(codes.has('ENTRY_KIND', entry.kind)).toBe(true);
    }
  });

  it('belong to the mission that covers the country', () => {
    for (const one of all)
      expect([one.hostCountry, codes.missionFor(one.hostCountry)]).toEqual([one.hostCountry, one.missionId]);
  });

  it('happen, are learned of, are registered and end in this order, and not after now', () => {
    for (const one of all) {
      expect(one.occurredOn === null || one.occurredOn <= one.openedOn).toBe(true);
      expect(one.awareAt <= one.registeredAt && one.registeredAt <= now.toISOString()).toBe(true);
      expect(one.closedOn === null || (one.closedOn >= one.openedOn && one.closedOn <= '2026-11-22')).toBe(
        true,
      );
      const times = one.entries.map((entry) => entry.at);
      expect(times).toEqual([...times].sort());
      expect(times[0]).toBe(one.registeredAt);
      expect((times.at(-1) ?? '') <= now.toISOString()).toBe(true);
    }
  });

  it('tell a life that ends in their status, closed with an outcome', () => {
    for (const one of all) {
      const steps = one.entries.filter((entry) => entry.toStatus !== null);
      expect(steps[0]).toMatchObject({ kind: 'FILED', fromStatus: null, toStatus: 'REGISTERED' });
      steps.slice(1).forEach((step, at) => expect(step.fromStatus).toBe(steps[at]?.toStatus));
      expect(steps.at(-1)?.toStatus).toBe(one.status);
      expect(one.closedOn !== null).toBe(one.status === 'CLOSED' || one.status === 'REJECTED');
      if (one.status === 'CLOSED') expect(one.outcome).not.toBeNull();
    }
  });

  it('have demo staff behind every act, of the own mission or the consular department', () => {
    const missionOf = new Map(demoStaff.map((person) => [person.id, person.missionId]));
    for (const one of all) {
      for (const entry of one.entries) expect([one.missionId, 'ULN']).toContain(missionOf.get(entry.staffId));
    }
  });

  it('are about people who are obviously nobody', () => {
    const parents = new Set(all.map((one) => one.subject.patronymic));
    parents.delete(null);
    expect([...parents].sort()).toEqual(
      ['Дууриамал', 'Жишээ', 'Загвар', 'Зохиомол', 'Сорил', 'Туршилт', 'Үлгэр'].sort(),
    );
    const latin = all.filter((one) => one.subject.patronymic === null).map((one) => one.subject.latinSurname);
    expect(new Set(latin)).toEqual(
      new Set([null, 'JISHEE', 'ZAGVAR', 'ZOKHIOMOL', 'TURSHILT', 'SORIL', 'DUURIAMAL', 'ULGER']),
    );
  });

  it('mark as illustration the 2016 set, and only it', () => {
    expect(of2016.every((one) => one.illustration)).toBe(true);
    expect(recent.some((one) => one.illustration)).toBe(false);
  });
});
