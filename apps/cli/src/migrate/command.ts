import { Command } from 'commander';
import { prepareDatabase } from '../../../street.js';
import { withOwnerUrl } from '../database/operators-database.js';

export function migrateCommand(): Command {
  return new Command('migrate')
    .description('Bring the tables and the reference data up to date.')
    .action(() =>
      withOwnerUrl(async (ownerUrl) => {
        const ran = await prepareDatabase(ownerUrl);
        for (const name of ran) console.log(`ran ${name}`);
        console.log(ran.length === 0 ? 'The database was up to date.' : 'The database is up to date.');
      }),
    );
}
