import { Command, Option } from 'commander';
import pg from 'pg';
import { accessWords, type OwnerQuery } from '#access';
import { type Language, LANGUAGES, platformWords, readConfig, Refusal, Words } from '#platform';
import { prepareDatabase } from '../../../street.js';
import { withOwnerUrl } from '../database/operators-database.js';
import { entered, enterPerson, invitePerson } from './enter-person.js';

/** Exit code when what was given cannot be taken; 1 is for what went wrong. */
const NOT_TAKEN = 2;
const CODES = '\nExit codes: 0 done; 1 something went wrong; 2 what was given cannot be taken.';

interface Given {
  email: string;
  name: string;
  language: Language;
  address: string;
}

export function createAdminCommand(): Command {
  return entering(
    'create-admin',
    'ADMINISTRATOR',
    'Enter an administrator, and print a one-time link for them.',
  );
}

/** The second person for rights, as long as there is one administrator only. */
export function createHeadCommand(): Command {
  return entering(
    'create-head-of-department',
    'HEAD_OF_DEPARTMENT',
    'Enter a head of the consular department, who approves rights, and print a one-time link for them.',
  );
}

/** For whoever has lost the way in, when nobody inside can make a link for them. */
export function inviteCommand(): Command {
  return new Command('invite')
    .description(
      'Print a one-time link for somebody who may sign in. It ends their password and their sessions.',
    )
    .requiredOption('--email <address>', 'the name they sign in with')
    .addOption(addressOption())
    .addHelpText('after', CODES)
    .action(({ email, address }: Given) => printed(address, (owner) => invitePerson(owner, email)));
}

function entering(name: string, role: keyof typeof entered, description: string): Command {
  return new Command(name)
    .description(description)
    .requiredOption('--email <address>', 'the name to sign in with')
    .requiredOption('--name <name>', 'as colleagues shall see it')
    .addOption(new Option('--language <language>', 'of their interface').choices(LANGUAGES).default('mn'))
    .addOption(addressOption())
    .addHelpText('after', CODES)
    .action(({ address, ...person }: Given) =>
      printed(address, (owner) => enterPerson(owner, { ...person, role })),
    );
}

const addressOption = () =>
  new Option('--address <address>', 'of the register, for the link').default(
    `http://localhost:${readConfig(process.env).port}`,
  );

/** Does the work, in one transaction, and prints the link that it makes. */
async function printed(address: string, work: (owner: OwnerQuery) => Promise<string>): Promise<void> {
  try {
    const token = await asOwner(work);
    console.log('Hand this over to its owner alone. It opens once, within 72 hours:');
    console.log(`${address.replace(/\/+$/, '')}/invite#${token}`);
  } catch (error) {
    console.error(await reasonOf(error));
    process.exitCode = NOT_TAKEN;
  }
}

function asOwner(work: (owner: OwnerQuery) => Promise<string>): Promise<string> {
  return withOwnerUrl(async (ownerUrl) => {
    await prepareDatabase(ownerUrl);
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    try {
      await owner.query('begin');
      const token = await work(owner);
      await owner.query('commit');
      return token;
    } finally {
      await owner.end(); // what was not committed is gone with the connection
    }
  });
}

/** What was wrong, in both languages; a surprise is thrown on. */
async function reasonOf(error: unknown): Promise<string> {
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
