import { Command } from 'commander';
import pg from 'pg';
import { type Difference, rebuildCounts, recount, type RecountReport } from '#statistics';
import { withOwnerUrl } from '../database/operators-database.js';

interface Options {
  rebuild?: boolean;
}

/** `recount [--rebuild]`: whether every maintained figure is what a count over the cases comes to. */
export function recountCommand(): Command {
  return new Command('recount')
    .description(
      'Compare every maintained figure with a count over the cases, as of one moment. Ends with 1 on any difference.',
    )
    .option('--rebuild', 'first make the counts anew from the ledger of facts')
    .action(async ({ rebuild }: Options) => {
      try {
        const report = await withOwnerUrl((ownerUrl) => recountOf(ownerUrl, rebuild ?? false));
        print(report);
        if (report.differing > 0) process.exitCode = 1;
      } catch (error) {
        if (!isWithoutTables(error)) throw error;
        console.error('This database does not have the tables yet. Run "migrate" first.');
        process.exitCode = 1;
      }
    });
}

/** SQLSTATE of a schema, table or function that is not there. */
function isWithoutTables(error: unknown): boolean {
  return ['3F000', '42P01', '42883'].includes((error as { code?: string }).code ?? '');
}

async function recountOf(ownerUrl: string, rebuild: boolean): Promise<RecountReport> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    if (rebuild) {
      console.error('making the counts anew from the ledger …');
      await rebuildCounts(owner);
    }
    const started = Date.now();
    return await recount(owner, ({ at, of, what }) => {
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      console.error(`${seconds.padStart(7)} s  step ${at} of ${of}: ${what} …`);
    });
  } finally {
    await owner.end();
  }
}

function print({ cases, cells, differences, differing }: RecountReport): void {
  for (const difference of differences) console.log(line(difference));
  if (differing > differences.length)
    console.log(`… and more: only the first ${differences.length} are shown.`);
  const compared = `${cells} cells over ${cases} cases compared`;
  if (differing === 0) console.log(`${compared}: every figure is right.`);
  else {
    console.log(
      `${compared}; figures that differ: ${differing}. Damage to the counts is mended by "recount --rebuild"; ` +
        'where the ledger of facts itself differs, cases were written behind its triggers.',
    );
  }
}

function line({ keeper, cell, measure, maintained, counted }: Difference): string {
  const where = Object.entries(cell).map(([name, code]) => `${name}=${code}`);
  return `${keeper} ${where.join(' ')} ${measure}: maintained ${maintained}, counted ${counted}`;
}
