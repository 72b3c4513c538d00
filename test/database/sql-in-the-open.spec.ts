import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { allSql } from '../../apps/street.js';

const sources = readdirSync('libs', { recursive: true, encoding: 'utf8' }).map((path) => join('libs', path));

/** Run at every start, before all others, by the login. */
const before = ['ready_roles', 'hand_over'];

describe('SQL in the open', () => {
  it.each(allSql)('applies every file of $schema, once', ({ folder, files }) => {
    const there = readdirSync(folder)
      .filter((name) => name.endsWith('.sql'))
      .map((name) => name.replace('.sql', ''))
      .filter((name) => !before.includes(name));
    expect([...files].sort()).toEqual(there.sort());
  });

  it.each(allSql)(
    'tells of every file and function of $schema in the README of its room',
    ({ folder, files }) => {
      const readme = readFileSync(new URL('../../README.md', folder), 'utf8');
      const functions = files.flatMap((name) =>
        [
          ...readFileSync(new URL(`${name}.sql`, folder), 'utf8').matchAll(
            /^create or replace function \w+\.(\w+)/gm,
          ),
        ].map(([, made]) => made ?? ''),
      );
      const untold = [...files.map((name) => `${name}.sql`), ...functions].filter(
        (name) => !readme.includes(name),
      );
      expect(untold).toEqual([]);
    },
  );

  it.each(allSql)('ends with the rights in $schema, all of which are in one file', ({ folder, files }) => {
    expect(files.at(-1)).toMatch(/^(grants|job_rights)$/);
    // A sequence is granted where it is made; roles are not a room's.
    const elsewhere = files.filter(
      (name) =>
        name !== files.at(-1) &&
        /^\s*(grant|revoke)\b/im.test(readFileSync(new URL(`${name}.sql`, folder), 'utf8')),
    );
    expect(elsewhere).toEqual([]);
  });

  it('lets migrations make tables, and drop what files no longer hold, but make nothing that stands in files', () => {
    const migrations = sources.filter((path) => /\/migrations\/\d{12}-.*\.ts$/.test(path));
    expect(migrations.length).toBeGreaterThan(5);
    const made =
      /\b(create (or replace )?(function|view|trigger|policy|procedure)|grant \w+|enable row level)\b/i;
    // `down` may make again what a migration dropped.
    const up = (path: string) => readFileSync(path, 'utf8').split(/async down\(/)[0] ?? '';
    expect(migrations.filter((path) => made.test(up(path)))).toEqual([]);
  });
});
