import { readFileSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { printCaseRecords, printCaseTypes } from './print-case-records.js';
import { printApiSchema } from './print-schema.js';

/** What the code states, by the file in which it is printed: the API's schema, and what the web app is built with of it. */
const PRINTED: Readonly<Record<string, () => string | Promise<string>>> = {
  'apps/api/schema.graphql': printApiSchema,
  'apps/web/src/cases/case-types.generated.ts': printCaseTypes,
  'apps/web/src/cases/case-records.generated.ts': printCaseRecords,
};

export function schemaCommand(): Command {
  const schema = new Command('schema').description('The GraphQL schema as the code states it.');
  schema
    .command('print')
    .description(`write ${Object.keys(PRINTED).join(', ')}`)
    .action(async () => {
      for (const [path, print] of Object.entries(PRINTED)) {
        writeFileSync(path, await print());
        console.log(`wrote ${path}`);
      }
    });
  schema
    .command('check')
    .description('exit 1 when one of them is not what the code states')
    .action(async () => {
      for (const [path, print] of Object.entries(PRINTED)) {
        if (readFileSync(path, 'utf8') === (await print())) continue;
        console.error(`${path} is out of date: run "npm run schema" and commit it.`);
        process.exitCode = 1;
      }
    });
  return schema;
}
