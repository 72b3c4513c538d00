import { joinLedger, ModelError, type Published } from '../model/index.js';
import { askAll } from './ask.js';
import { Clock } from './clock.js';
import { markDifferencing } from './differencing.js';
import { askFormer, fewPutRight } from './former.js';
import { hunt } from './hunt.js';
import { knowledgeOf } from './knowledge.js';
import { findingsOf, undeterminedOf } from './report.js';
import type { AttackOptions, AttackResult } from './types.js';

/**
 * Lists what a publication, with everything published before, gives away (kinds: see `Finding`). A fall is reported
 * on proof only, safety on the existence of whole-number tables only; the rest is undetermined.
 * Runs in the caller's thread, giving way between solves. @throws ModelError when the values contradict each other
 */
export async function attack(published: Published, options: AttackOptions = {}): Promise<AttackResult> {
  const clock = new Clock(options.timeLimitSeconds ?? 600, options.signal);
  if (published.corrections && !options.ledger)
    throw new ModelError('/corrections', 'they are of a ledger; name it.');
  const joined = options.ledger ? joinLedger(published, options.ledger) : published;
  const knowledge = knowledgeOf(joined);
  const now = askAll(knowledge);
  const asked = [...now, ...askFormer(knowledge, now)];
  const search = await hunt(knowledge, asked, options, clock);
  try {
    const findings = await markDifferencing(findingsOf(search, knowledge), joined, options, clock);
    return {
      findings: [...findings, ...fewPutRight(knowledge, now)],
      undetermined: undeterminedOf(search, knowledge),
      targets: asked.length,
      seconds: clock.seconds,
    };
  } finally {
    search.dispose();
  }
}
