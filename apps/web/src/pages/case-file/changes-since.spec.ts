import { describe, expect, it } from 'vitest';
import { wasDone, type Since } from './changes-since.ts';

const entry = (more: Partial<Since>): Since => ({
  ...{
    id: '1',
    kind: 'STATUS_CHANGED',
    at: '',
    recordedAt: '',
    text: 'Баримт ирсэн',
    fromStatus: 'REGISTERED',
  },
  ...{ toStatus: 'TRIAGED', by: { id: 'bolormaa', name: 'Болормаа' }, outcome: null, changes: [] },
  ...more,
});
const sent = { to: 'TRIAGED', reason: 'Баримт ирсэн' };

describe('an act whose answer was lost', () => {
  it('was done when the first change since is the same, by the same person', () => {
    expect(wasDone('status', sent, 'bolormaa', [entry({})])).toBe(true);
  });

  it('was done although somebody has gone on from there', () => {
    const later = entry({ toStatus: 'IN_PROGRESS', by: { id: 'ganbold', name: 'Ганболд' } });
    expect(wasDone('status', sent, 'bolormaa', [later, entry({})])).toBe(true);
  });

  it.each([
    ['somebody else did it', entry({ by: { id: 'ganbold', name: 'Ганболд' } })],
    ['it led elsewhere', entry({ toStatus: 'REJECTED' })],
    ['it said something else', entry({ text: 'Өөр' })],
    ['it was another act', entry({ kind: 'AMENDED' })],
  ])('was not done when %s', (_, other) => {
    expect(wasDone('status', sent, 'bolormaa', [other])).toBe(false);
  });

  it('was not done when nothing has changed, or is a note, which changes nothing', () => {
    expect(wasDone('status', sent, 'bolormaa', [])).toBe(false);
    expect(wasDone('note', {}, 'bolormaa', [entry({})])).toBe(false);
  });
});
