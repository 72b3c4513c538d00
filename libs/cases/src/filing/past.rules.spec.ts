import { describe, expect, it } from '@jest/globals';
import type { CaseType } from '../records/case-types.js';
import { type PastAct, type PastCase, replayed } from './past.rules.js';

const nomin = { staffId: 'nomin', supervisor: true };
const bat = { staffId: 'bat', supervisor: false };
const seoul = (type: CaseType = 'LABOUR'): PastCase => ({
  type,
  timeZone: 'Asia/Seoul',
  registeredAt: '2026-03-02T01:00:00.000Z',
  openedOn: '2026-03-02',
});
const at = (day: number, hour = 1) =>
  `2026-03-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`;
const note = (day: number, text: string | null = 'Spoke to the employer', by = bat): PastAct => ({
  at: at(day),
  by,
  kind: 'NOTE',
  text,
});
const step = (day: number, to: PastAct['to'], more: Partial<PastAct> = {}): PastAct => ({
  at: at(day),
  by: bat,
  to,
  ...more,
});
const toResolved = [step(3, 'TRIAGED'), step(4, 'IN_PROGRESS'), step(5, 'RESOLVED', { outcome: 'PAID' })];
const known = (code: string) => code !== 'NONSENSE';
const replay = (acts: PastAct[], file = seoul()) => replayed(file, acts, known);
/** `code field` of everything that is wrong. */
const refused = (acts: PastAct[], file = seoul()) =>
  replay(acts, file).refusals.items.map(({ code, field }) => `${code} ${field}`);

describe('what was done to a case since it was filed', () => {
  it('is nothing at first', () => {
    const { past, refusals } = replay([]);
    expect(past).toEqual({ status: 'REGISTERED', closedOn: null, outcome: null, version: 1, entries: [] });
    expect(refusals.items).toEqual([]);
  });

  it('keeps the kind of what was done', () => {
    const visit: PastAct = { ...note(3), kind: 'VISIT' };
    expect(replay([visit]).past.entries.map(({ kind }) => kind)).toEqual(['VISIT']);
  });

  it('a note leaves its entry, trimmed, and the case where it was', () => {
    const { past } = replay([note(3, ' Spoke to the employer ')]);
    expect(past).toEqual({
      status: 'REGISTERED',
      closedOn: null,
      outcome: null,
      version: 1,
      entries: [
        {
          at: at(3),
          staffId: 'bat',
          kind: 'NOTE',
          body: 'Spoke to the employer',
          fromStatus: null,
          toStatus: null,
          outcome: null,
        },
      ],
    });
  });

  it('two things can have been done at one moment', () => {
    expect(replay([note(3), note(3)]).refusals.items).toEqual([]);
  });

  it('a step leaves an entry from where to where, and the case one version further', () => {
    const { past } = replay([step(3, 'TRIAGED', { text: '  ' })]);
    expect(past).toMatchObject({ status: 'TRIAGED', version: 2, closedOn: null, outcome: null });
    expect(past.entries).toEqual([
      {
        at: at(3),
        staffId: 'bat',
        kind: 'STATUS_CHANGED',
        body: null,
        fromStatus: 'REGISTERED',
        toStatus: 'TRIAGED',
        outcome: null,
      },
    ]);
  });

  it('a closing has its day at the post, its outcome, and a kind of its own', () => {
    const closed = { ...step(6, 'CLOSED'), at: at(6, 16) }; // after midnight in Seoul
    const { past, refusals } = replay([...toResolved, closed]);
    expect(refusals.items).toEqual([]);
    expect(past).toMatchObject({ status: 'CLOSED', closedOn: '2026-03-07', outcome: 'PAID', version: 5 });
    expect(past.entries.map(({ kind, outcome }) => [kind, outcome])).toEqual([
      ['STATUS_CHANGED', null],
      ['STATUS_CHANGED', null],
      ['STATUS_CHANGED', 'PAID'],
      ['CLOSED', 'PAID'],
    ]);
  });

  it('a closing never precedes the opening, whatever the clock says', () => {
    const opened = { ...seoul(), openedOn: '2026-03-20' };
    expect(replay([...toResolved, step(6, 'CLOSED')], opened).past.closedOn).toBe('2026-03-20');
  });

  it('a reopening opens it again, and its entry keeps how it had ended', () => {
    const { past } = replay([
      ...toResolved,
      step(6, 'CLOSED'),
      step(8, 'REOPENED', { text: 'Wages did not come' }),
    ]);
    expect(past).toMatchObject({ status: 'REOPENED', closedOn: null, outcome: null });
    expect(past.entries.at(-1)).toMatchObject({
      kind: 'REOPENED',
      body: 'Wages did not come',
      outcome: 'PAID',
    });
  });
});

describe('what could not have been done is refused, with the number of the act', () => {
  it.each([
    ['a step that does not exist', [step(3, 'CLOSED', { outcome: 'PAID' })], ['NO_SUCH_STEP acts.0.to']],
    ['something before the filing', [note(1)], ['ORDER_OF_DATES acts.0.at']],
    ['something before what came before it', [note(5), note(4)], ['ORDER_OF_DATES acts.1.at']],
    ['a note without words', [note(3, '  ')], ['REQUIRED acts.0.text']],
    ['a note that says nothing', [note(3, null)], ['REQUIRED acts.0.text']],
    ['an entry of no kind', [{ ...note(3), kind: undefined }], ['KIND_NOT_TYPED acts.0.kind']],
    [
      'an end of no kind',
      [...toResolved.slice(0, 2), step(5, 'RESOLVED')],
      ['OUTCOME_NEEDED acts.2.outcome'],
    ],
    [
      'an outcome that its type does not know',
      [...toResolved.slice(0, 2), step(5, 'RESOLVED', { outcome: 'NONSENSE' })],
      ['UNKNOWN_CODE acts.2.outcome'],
    ],
    ['a rejection without a reason', [step(3, 'REJECTED')], ['REASON_NEEDED acts.0.reason']],
  ] as const)('%s', (_, acts, expected) => expect(refused([...acts])).toEqual(expected));

  it('names what it was compared with, and from where to where', () => {
    expect(replay([note(1), step(3, 'CLOSED', { outcome: 'PAID' })]).refusals.items).toEqual([
      { code: 'ORDER_OF_DATES', field: 'acts.0.at', params: { before: 'at' } },
      { code: 'NO_SUCH_STEP', field: 'acts.1.to', params: { from: 'REGISTERED', to: 'CLOSED' } },
    ]);
  });

  it('an entry that only the register itself makes', () => {
    const made = { ...note(3), kind: 'AMENDED' } as unknown as PastAct;
    expect(refused([made])).toEqual(['KIND_NOT_TYPED acts.0.kind']);
  });

  it('a detention that an officer closes; a supervisor may', () => {
    const detention = seoul('DETENTION');
    const acts = (by: PastAct['by']) => [...toResolved, step(6, 'CLOSED', { by })];
    expect(refused(acts(bat), detention)).toEqual(['NEEDS_SUPERVISOR acts.3.to']);
    expect(refused(acts(nomin), detention)).toEqual([]);
  });

  it('a reopening by an officer more than ninety days after the end at the post; a supervisor may', () => {
    const closed = [...toResolved, step(6, 'CLOSED')];
    const reopened = (day: string, by: PastAct['by']) =>
      refused([...closed, { at: `${day}T01:00:00.000Z`, by, to: 'REOPENED', text: 'Again' }]);
    expect(reopened('2026-06-04', bat)).toEqual([]);
    expect(reopened('2026-06-05', bat)).toEqual(['REOPEN_TOO_LATE acts.4.to']);
    expect(reopened('2026-06-05', nomin)).toEqual([]);
  });
});
