import { keyString, type Published } from '../model/index.js';
import { askAll } from './ask.js';
import type { Clock } from './clock.js';
import { hunt } from './hunt.js';
import { knowledgeOf } from './knowledge.js';
import { findingsOf } from './report.js';
import type { AttackOptions, Finding } from './types.js';

/**
 * Names what falls only because several releases are read together: each release is attacked alone, asked only
 * about what fell; what falls in none is `differencing`.
 */
export async function markDifferencing(
  findings: Finding[],
  published: Published,
  options: AttackOptions,
  clock: Clock,
): Promise<Finding[]> {
  const releases = [...new Set(published.tables.map(({ release }) => release))];
  const suspects = new Set(findings.filter(({ since }) => since === undefined).map(nameOf));
  if (releases.length < 2 || suspects.size === 0) return findings;
  const fallsAlone = new Set<string>();
  for (const release of releases) {
    const alone = { ...published, tables: published.tables.filter((table) => table.release === release) };
    for (const finding of await attackAlone(alone, suspects, options, clock)) fallsAlone.add(nameOf(finding));
  }
  return findings.map((finding) =>
    finding.since === undefined && !fallsAlone.has(nameOf(finding))
      ? { ...finding, kind: 'differencing' }
      : finding,
  );
}

async function attackAlone(
  alone: Published,
  suspects: Set<string>,
  options: AttackOptions,
  clock: Clock,
): Promise<Finding[]> {
  const knowledge = knowledgeOf(alone);
  const isCumulative = alone.releaseMode === 'cumulative';
  const asked = askAll(knowledge).filter((target) => {
    const key = knowledge.keys[target.cell]!;
    return suspects.has(nameOf(isCumulative ? { key, release: knowledge.releaseOf[target.cell]! } : { key }));
  });
  const search = await hunt(knowledge, asked, { ...options, onProgress: () => undefined }, clock);
  try {
    return findingsOf(search, knowledge);
  } finally {
    search.dispose();
  }
}

function nameOf({ key, release }: Pick<Finding, 'key' | 'release'>): string {
  return `${release ?? ''} ${keyString(key)}`;
}
