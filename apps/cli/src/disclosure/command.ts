import { Command } from 'commander';
import { attackCommand } from './attack-command.js';
import { protectCommand } from './protect-command.js';

/** `disclosure protect` and `disclosure attack`: safe tables from the command line (see libs/disclosure). */
export function disclosureCommand(): Command {
  return new Command('disclosure')
    .description('Make tables of counts safe to publish, and prove it.')
    .addCommand(protectCommand())
    .addCommand(attackCommand());
}
