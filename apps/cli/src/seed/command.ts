import { Command } from 'commander';
import { readConfig } from '#platform';
import { prepareDatabase } from '../../../street.js';
import { withOwnerUrl } from '../database/operators-database.js';
import { seedWhenEmpty } from './seed-when-empty.js';

export function seedCommand(): Command {
  return new Command('seed')
    .description('Fill an empty register with the demo: fictional people and cases.')
    .requiredOption('--demo', 'say that demo data is what you want')
    .action(async () => {
      if (readConfig(process.env).production) {
        console.error('There is no demo data in production: its passwords are public. Use create-admin.');
        process.exitCode = 1;
        return;
      }
      await withOwnerUrl(async (ownerUrl) => {
        await prepareDatabase(ownerUrl);
        const added = await seedWhenEmpty(ownerUrl);
        console.log(
          !added
            ? 'The register already has staff: nothing was added.'
            : `${added.staff} people and ${added.cases} cases were added.`,
        );
      });
    });
}
