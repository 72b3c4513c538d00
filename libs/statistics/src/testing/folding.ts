import { setTimeout as wait } from 'node:timers/promises';
import type { Owner } from './register.js';

/**
 * Folds until no fact is pending. One call may not do: transactions of other databases on the test server hold the horizon
 * back while they run.
 */
export async function foldedCompletely(owner: Owner): Promise<void> {
  for (const until = Date.now() + 20_000; Date.now() < until; await wait(20)) {
    await owner.query('select stat.fold()');
    const { rows } = await owner.query(
      'select exists (select from cases.case_fact where tx >= (select tx from stat.fold_mark)) as pending',
    );
    if (rows[0]?.pending === false) return;
  }
  throw new Error('facts are still pending after 20 s of folding');
}

/** No case, no fact, no count. */
export async function emptied(owner: Owner): Promise<void> {
  await owner.query('truncate cases.case_file, cases.person, cases.case_fact cascade');
  await owner.query('select stat.rebuild()');
}
