import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { attack, parseProblem, parsePublished, protect } from './index.js';

const folder = resolve(import.meta.dirname, '../examples/published');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));

describe('the examples that other tools publish', () => {
  it.each(files.filter((name) => !name.endsWith('.published.json')))(
    '%s is made safe, and attack cannot break it',
    async (name) => {
      const pattern = await protect(parseProblem(read(name)), { timeLimitSeconds: 30, redesign: 'never' });
      const { findings, undetermined } = await attack(parsePublished(JSON.parse(JSON.stringify(pattern))));
      expect({ findings, undetermined }).toEqual({ findings: [], undetermined: [] });
      expect(pattern.proof.hidden).toBeGreaterThan(pattern.proof.primary);
    },
  );

  it.each(files.filter((name) => name.endsWith('.published.json')))(
    '%s, the pattern printed there, gives small counts away where zeros are shown',
    async (name) => {
      const { findings, undetermined } = await attack(parsePublished(read(name)));
      expect(undetermined).toEqual([]);
      expect(findings).not.toEqual([]);
    },
  );

  it('counts everybody once, however many linked tables show him', async () => {
    const problem = parseProblem(read('gauss-suppression-linked.json'));
    const { proof } = await protect(problem, { timeLimitSeconds: 30, redesign: 'never' });
    expect(proof.cases).toBe(44);
    expect(proof.casesHidden).toBeLessThan(44);
  });
});
