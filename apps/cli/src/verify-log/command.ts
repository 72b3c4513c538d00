import { Command } from 'commander';
import pg from 'pg';
import { type LogFault, type LogVerdict, verifyLog } from '#access';
import { OWNER_ROLE, readConfig } from '#platform';
import { withOwnerUrl } from '../database/operators-database.js';

/** `verify-log`: whether the access log is still what was written. */
export function verifyLogCommand(): Command {
  return new Command('verify-log')
    .description(
      'Check the access log: every row against the chain, the chain against the signed checkpoints, and those against their copies ' +
        '(ELCHIN_LOG_FOLDER). Names the first row that is not what it was, and ends with 1 then.',
    )
    .action(async () => {
      const verdict = await withOwnerUrl(verify);
      for (const line of linesOf(verdict)) console.log(line);
      if (verdict.fault) process.exitCode = 1;
    });
}

async function verify(ownerUrl: string): Promise<LogVerdict> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(`set role ${OWNER_ROLE}`);
    const ask = async (_: string, text: string, values: unknown[]) =>
      (await owner.query<Record<string, unknown>>(text, values)).rows;
    return await verifyLog(ask, readConfig(process.env));
  } finally {
    await owner.end();
  }
}

const faults: Record<LogFault, string> = {
  ROW_CHANGED: 'the row, or its link, was changed',
  ROW_MISSING: 'the row was deleted',
  ROW_PUT_IN: 'the row was put in afterwards',
  ROW_DATED_BACK: 'the row is dated long before it was written',
  LINK_MISSING: 'links of the chain were deleted, from here on',
  CHECKPOINT_CHANGED:
    'the checkpoint over this row is not the one that was signed, or its key is not known here',
  CHECKPOINT_MISSING: 'a checkpoint was deleted: its copy is still there, or its number is left out',
  CHAIN_REWRITTEN: 'the chain was made anew: it is not the one that was signed from here on',
};

/** What an operator reads. */
function linesOf(verdict: LogVerdict): string[] {
  const { rows, checkpoints, signed, young, youngSince, fault } = verdict;
  const lines = [
    `${rows} rows are as they were written; ${signed} of them stand under ${checkpoints} signed checkpoints.`,
    young > 0
      ? `${young} rows are young: not chained yet, the eldest written at ${youngSince ?? 'an unknown time'}.`
      : 'No row waits to be chained.',
  ];
  if (!fault) return [...lines, 'The access log is whole.'];
  const entry = fault.entryId ? `, entry ${fault.entryId}` : '';
  return [...lines, `NOT WHOLE at row ${fault.n}${entry}: ${faults[fault.code]} (${fault.code}).`];
}
