import { Command } from 'commander';
import pg from 'pg';
import { prepareDatabase } from '../../../street.js';
import { withOwnerUrl } from '../database/operators-database.js';
import { disableDemo } from './disable-demo.js';

export function disableDemoCommand(): Command {
  return new Command('disable-demo')
    .description(
      'Shut out the people of the demo, whose password is public, before the register runs for real.',
    )
    .addHelpText(
      'after',
      '\nThey stay in the register as people who can sign in no more, and so do the invented cases. To be rid of both, begin with an\n' +
        'empty register (ELCHIN_DATA_DIR or DATABASE_URL).',
    )
    .action(() =>
      withOwnerUrl(async (ownerUrl) => {
        await prepareDatabase(ownerUrl);
        const owner = new pg.Client({ connectionString: ownerUrl });
        await owner.connect();
        const people = await disableDemo(owner).finally(() => owner.end());
        for (const email of people) console.log(`shut out ${email}`);
        console.log(
          people.length === 0
            ? 'Nobody of the demo can sign in.'
            : 'Make an administrator next: npm run cli -- create-admin --email … --name …',
        );
      }),
    );
}
