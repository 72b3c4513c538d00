import { performance } from 'node:perf_hooks';
import {
  attack,
  ledgerWith,
  NothingSafe,
  parseProblem,
  parsePublished,
  protect,
  Register,
} from '#disclosure';

/** How many times the time limit a release gets, once, when no pattern was found within the limit. */
const PATIENCE = 4;

/**
 * Twenty successive releases of a register that lives: a year more each time, entries of former years put right, causes
 * regrouped. Every release joins the ledger and is attacked together with all of it. A new grouping that is not safe (it may
 * give a name to a few people whom former releases leave no doubt about) waits.
 */
export async function twentyReleases(seconds, print, { seed = 1, releases = 20, attackSeconds = 600 } = {}) {
  const register = new Register({ seed, cases: 150, countries: 5, causes: 6, corrections: 8 });
  let ledger;
  for (let number = 1; number <= releases; number++) {
    const wanted = register.next();
    const started = performance.now();
    const cpu = process.cpuUsage();
    const { json, pattern } = await releaseOf(register, wanted, ledger, seconds);
    if (pattern === undefined) {
      console.log(`release ${number}: nothing safe was found; it waits`);
      continue;
    }
    const grouped = json === wanted ? '' : ', causes grouped as before';
    const wall = (performance.now() - started) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    const attacked = await attack(parsePublished(pattern), {
      ...(ledger ? { ledger } : {}),
      timeLimitSeconds: attackSeconds,
    });
    const waiting = pattern.proof.waiting ?? [];
    const shown = json.corrections.length - waiting.length;
    print(
      `release ${number}${grouped}, ${shown} corrections shown, ${waiting.length} waiting`,
      pattern.proof,
      {
        wall,
        cpu: (user + system) / 1e6,
        attacked,
      },
    );
    if (attacked.findings.length + attacked.undetermined.length > 0) continue;
    ledger = parsePublished(ledgerWith(pattern, ledger));
    register.released(waiting);
  }
}

/** Within the limit; then with causes grouped as they were last released, where that differs; then for longer. */
async function releaseOf(register, wanted, ledger, seconds) {
  const pattern = await protectOrNot(wanted, ledger, seconds);
  if (pattern) return { json: wanted, pattern };
  const before = register.groupedAsBefore();
  const isOther = JSON.stringify(before.dimensions) !== JSON.stringify(wanted.dimensions);
  const again = isOther ? await protectOrNot(before, ledger, seconds) : undefined;
  return { json: before, pattern: again ?? (await protectOrNot(before, ledger, PATIENCE * seconds)) };
}

async function protectOrNot(json, ledger, timeLimitSeconds) {
  try {
    const options = { ...(ledger ? { ledger } : {}), timeLimitSeconds, key: 'bench', redesign: 'never' };
    return await protect(parseProblem(json), options);
  } catch (error) {
    if (!(error instanceof NothingSafe)) throw error;
    return undefined;
  }
}
