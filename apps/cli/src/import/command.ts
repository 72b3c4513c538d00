import { Command } from 'commander';
import { importDeathsCommand } from './import-deaths-command.js';

/** `import deaths <file> --profile <profile>`: cases from a file, by what a profile says its columns and texts mean. */
export function importCommand(): Command {
  return new Command('import')
    .description('Make cases of the rows of a file.')
    .addCommand(importDeathsCommand());
}
