import { Command, Option } from 'commander';
import pg from 'pg';
import { accessWords } from '#access';
import { type Language, LANGUAGES, platformWords, Refusal, Words } from '#platform';
import { prepareDatabase } from '../../../street.js';
import { withOwnerUrl } from '../database/operators-database.js';
import { createAdmin, type NewAdministrator } from './create-admin.js';
import { EntriesDiffer, readPassword } from './read-password.js';

/** Exit code when what was given cannot be taken; 1 is for what went wrong. */
const NOT_TAKEN = 2;

export function createAdminCommand(): Command {
  return new Command('create-admin')
    .description(
      'Enter an administrator. The password is asked for, or read from standard input or ELCHIN_ADMIN_PASSWORD.',
    )
    .requiredOption('--email <address>', 'the name to sign in with')
    .requiredOption('--name <name>', 'as colleagues shall see it')
    .addOption(new Option('--language <language>', 'of their interface').choices(LANGUAGES).default('mn'))
    .addHelpText(
      'after',
      '\nExit codes: 0 entered; 1 something went wrong; 2 what was given cannot be taken.',
    )
    .action(async (given: { email: string; name: string; language: Language }) => {
      try {
        const password = await readPassword({
          env: process.env,
          stdin: process.stdin,
          prompt: process.stderr,
        });
        await enter({ ...given, password });
        console.log(`${given.email} is an administrator now.`);
      } catch (error) {
        console.error(await reasonOf(error));
        process.exitCode = NOT_TAKEN;
      }
    });
}

function enter(administrator: NewAdministrator): Promise<string> {
  return withOwnerUrl(async (ownerUrl) => {
    await prepareDatabase(ownerUrl);
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    try {
      await owner.query('begin');
      const id = await createAdmin(owner, administrator);
      await owner.query('commit');
      return id;
    } finally {
      await owner.end(); // what was not committed is gone with the connection
    }
  });
}

/** What was wrong, in both languages; a surprise is thrown on. */
async function reasonOf(error: unknown): Promise<string> {
  if (error instanceof EntriesDiffer) return error.message;
  if (!(error instanceof Refusal)) throw error;
  const words = await Words.of([platformWords, accessWords]);
  const lines = error.items.flatMap((item) =>
    (['en', 'mn'] as const).map((language) => {
      const { message, remedy } = words.refusal(item, language);
      return `${item.field ?? ''}: ${message} ${remedy}`;
    }),
  );
  return lines.join('\n');
}
