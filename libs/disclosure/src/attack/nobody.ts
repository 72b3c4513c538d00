import { keyString } from '../model/index.js';
import type { Clock } from './clock.js';
import { hunt } from './hunt.js';
import type { Knowledge } from './knowledge.js';
import type { Target } from './targets.js';
import type { AttackOptions, Finding } from './types.js';

/**
 * Leaves out groups that surely grew by nobody: of nobody nothing is learnt. Bounds of single counts seldom show it,
 * so what fell is asked once more, about the group as a whole.
 */
export async function withoutNobody(
  findings: Finding[],
  { knowledge, asked }: { knowledge: Knowledge; asked: readonly Target[] },
  options: AttackOptions,
  clock: Clock,
): Promise<Finding[]> {
  const names = new Set(findings.filter(isGrowth).map(nameOf));
  if (names.size === 0) return findings;
  const grown = asked.filter(
    (target) => target.question === 'group' && names.has(nameOfTarget(target, knowledge)),
  );
  const wholes = grown.map((target) => ({
    ...target,
    variables: target.variables.slice(0, 2),
    coefficients: target.coefficients.slice(0, 2),
  }));
  const search = await hunt(
    knowledge,
    wholes,
    { ...options, coalition: 0, onProgress: () => undefined },
    clock,
  );
  try {
    const nobody = new Set(
      search.targets
        .filter((_, t) => search.verdicts[t] === 'group')
        .map((target) => nameOfTarget(target, knowledge)),
    );
    return findings.filter((finding) => !isGrowth(finding) || !nobody.has(nameOf(finding)));
  } finally {
    search.dispose();
  }
}

/** What was put right is left alone: how a group grew then is not how it grew now. */
function isGrowth({ how, since, asOf }: Finding): boolean {
  return how === 'group' && since !== undefined && asOf === undefined;
}

function nameOf({ key, release, since }: Finding): string {
  return `${keyString(key)} ${release} ${since}`;
}

function nameOfTarget({ cell, since, asOf }: Target, { keys, releaseOf }: Knowledge): string {
  if (asOf !== undefined) return '';
  return `${keyString(keys[cell]!)} ${releaseOf[cell]} ${since}`;
}
