import type { Problem } from '../model/index.js';
import type { Target } from './instance.js';
import type { Level } from './options.js';

/** The announced rule, as numbers. */
export interface Rule {
  level: Level;
  threshold: number;
  protection: number;
  zeros: Problem['zeros'];
}

/** Whether a count must be hidden: 1..k-1 people. */
export function isSmall(rule: Rule, count: number): boolean {
  return count > 0 && count < rule.threshold;
}

/** What a small listed count (or a small increase between cumulative releases) needs. */
export function needOfSmall(rule: Rule, column: number, count: number): Target {
  if (rule.level === 'A') return { column, up: 0, width: 1 };
  return { column, up: rule.threshold - count, width: rule.protection };
}

/** What a count of 0 needs if it is hidden (or an increase of 0 that is not shown to be one). */
export function needOfZero(rule: Rule, column: number): Target {
  return { column, up: rule.threshold, width: rule.protection, isZero: true };
}

/** What the people of a group outside a category need: to be possibly more than the coalition. */
export function needOfOutside(column: number, count: number, coalition: number): Target {
  return { column, up: coalition + 1 - count, width: 0 };
}

/** What a count of at least k needs if it is hidden and could be taken for a small one. */
export function needOfLarger(rule: Rule, column: number, count: number): Target {
  return { column, up: 0, width: rule.protection, firm: count - rule.threshold };
}

/** What a small count that no table lists needs: possibly nobody, or possibly as many as the threshold. */
export function needOfUnlisted(rule: Rule, column: number, count: number): Target {
  if (rule.level === 'A') return { column, up: 0, width: 1 };
  return { column, up: rule.threshold - count, width: 0, down: count };
}
