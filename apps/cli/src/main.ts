import { Command } from 'commander';
import { ClusterError, ConfigError } from '#platform';
import { disableDemoCommand } from './disable-demo/command.js';
import { disclosureCommand } from './disclosure/command.js';
import { importCommand } from './import/index.js';
import { jobsCommand } from './jobs/command.js';
import { migrateCommand } from './migrate/command.js';
import { recountCommand } from './recount/index.js';
import { schemaCommand } from './schema/command.js';
import { seedCommand } from './seed/command.js';
import { createAdminCommand, createHeadCommand, inviteCommand } from './staff/command.js';
import { verifyLogCommand } from './verify-log/command.js';

/** The operator's door: everything that is done beside the running server. */
async function main(): Promise<void> {
  const program = new Command('elchin')
    .description('Elchin, a consular case register: commands for its operators.')
    .addCommand(migrateCommand())
    .addCommand(seedCommand())
    .addCommand(createAdminCommand())
    .addCommand(createHeadCommand())
    .addCommand(inviteCommand())
    .addCommand(disableDemoCommand())
    .addCommand(importCommand())
    .addCommand(jobsCommand())
    .addCommand(recountCommand())
    .addCommand(verifyLogCommand())
    .addCommand(schemaCommand())
    .addCommand(disclosureCommand());
  await program.parseAsync();
}

/** What the operator can mend gets a sentence; only a surprise gets a stack. */
function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof ClusterError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
});
