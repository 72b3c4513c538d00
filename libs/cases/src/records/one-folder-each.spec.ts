import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { caseTypes } from './case-types.js';

const root = new URL('../../../../', import.meta.url).pathname;

/** Where a type may be named: its own folder and the list, migrations and the database's text, catalogs, the demo, tests. */
const MAY = [
  /^libs\/cases\/src\/records\/(?:case-types\.ts|[a-z-]+\/)/,
  /\/migrations\//,
  /\/sql\//,
  /^libs\/reference\/data\//,
  /^apps\/web\/src\/i18n\/\w\w\.json$/,
  /\.generated\./,
  /^apps\/api\/(?:schema\.|examples\/)/,
  /^apps\/cli\/src\/seed\//,
  /^test\//,
  /\.(?:spec|e2e|browser)\.tsx?$/,
  /\/testing\//,
];

/** The names by which a file shows that it knows a type: the type itself as a text, its table, a field of its record that no other has. */
function namesOfTypes(): RegExp {
  const fields = caseTypes.flatMap(({ record }) => Object.keys(record?.fields ?? {}));
  const own = fields.filter((name) => /[A-Z]/.test(name) && name !== 'causeText');
  const types = caseTypes.map(({ type }) => `['"\`]${type}['"\`]`);
  const tables = caseTypes.flatMap(({ record }) => (record ? [`cases\\.${record.table}\\b`] : []));
  return new RegExp([...types, ...tables, ...own.map((name) => `\\b${name}\\b`)].join('|'));
}

describe('what a type of case is stands in its own folder', () => {
  it('and no other file names one', () => {
    const files = execFileSync('git', ['ls-files', 'libs', 'apps', 'test'], { cwd: root, encoding: 'utf8' })
      .split('\n')
      .filter((file) => /\.(?:tsx?|js|json|sql|graphql|csv)$/.test(file));
    expect(files.length).toBeGreaterThan(300);
    const names = namesOfTypes();
    const knowing = files.filter((file) => names.test(readFileSync(`${root}${file}`, 'utf8')));
    expect(knowing.filter((file) => !MAY.some((place) => place.test(file)))).toEqual([]);
  });
});
