import { readFileSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { printApiSchema } from './print-schema.js';

const PATH = 'apps/api/schema.graphql';

export function schemaCommand(): Command {
  const schema = new Command('schema').description('The GraphQL schema as the code states it.');
  schema
    .command('print')
    .description(`write ${PATH}`)
    .action(async () => {
      writeFileSync(PATH, await printApiSchema());
      console.log(`wrote ${PATH}`);
    });
  schema
    .command('check')
    .description(`exit 1 when ${PATH} is not what the code states`)
    .action(async () => {
      if (readFileSync(PATH, 'utf8') === (await printApiSchema())) return;
      console.error(`${PATH} is out of date: run "npm run schema" and commit it.`);
      process.exitCode = 1;
    });
  return schema;
}
