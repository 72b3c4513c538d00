import type { AttackResult } from '../attack/index.js';
import type { Level } from './options.js';

/**
 * What of an attack's result breaks the promise of a level: A promises only that no small count is exact; B that none
 * is surely small or narrow; C that no group's people are all seen in one category either.
 */
export function withinPromise(result: AttackResult, level: Level): AttackResult {
  const { findings, undetermined } = result;
  if (level === 'C') return result;
  return {
    ...result,
    findings: findings.filter(({ how }) => (level === 'A' ? how === 'exact' : how !== 'group')),
    undetermined,
  };
}
