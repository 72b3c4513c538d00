import { readFileSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { withMigratedDatabase } from './migrated-database.js';
import { printCaseRecords, printCaseTypes, printShapes } from './print-case-records.js';
import { printApiSchema } from './print-schema.js';
import { printDatabaseSchema } from './print-database.js';

/** What is printed where. */
const printed: Record<string, () => string | Promise<string>> = {
  'apps/api/schema.graphql': printApiSchema,
  'apps/api/schema.sql': () => withMigratedDatabase(printDatabaseSchema),
  // What the web app is built with: the names of the types, what its documents select of records, and for its tests the shapes.
  'apps/web/src/cases/case-types.generated.ts': printCaseTypes,
  'apps/web/src/cases/case-records.generated.ts': printCaseRecords,
  'apps/web/src/cases/published-shapes.generated.ts': printShapes,
};

export function schemaCommand(): Command {
  const schema = new Command('schema').description(
    'The schemas of GraphQL and of the database, as the code states them.',
  );
  schema
    .command('print')
    .description(`write ${Object.keys(printed).join(' and ')}`)
    .action(async () => {
      for (const [path, print] of Object.entries(printed)) {
        writeFileSync(path, await print());
        console.log(`wrote ${path}`);
      }
    });
  schema
    .command('check')
    .description('exit 1 when one of them is not what the code states')
    .action(async () => {
      for (const [path, print] of Object.entries(printed)) {
        if (readFileSync(path, 'utf8') === (await print())) continue;
        console.error(`${path} is out of date: run "npm run schema" and commit it.`);
        process.exitCode = 1;
      }
    });
  return schema;
}
