import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { QueryRunner } from 'typeorm';

/** A room's views, functions, triggers, policies and grants, each as it stands, in a file of its own. */
export interface RoomSql {
  /** The schema that the room owns: whatever lies in it belongs to the owner's role. */
  schema: string;
  /** Folder of the files, as an address. */
  folder: URL;
  /** Names of the files without `.sql`, in the order in which they are applied. */
  files: readonly string[];
}

interface SqlFile {
  name: string;
  path: URL;
  text: string;
  sha256: string;
}

const CREATE_RECORD = `
  create table if not exists public.sql_file (
    name text primary key, sha256 text not null, applied_at timestamptz not null default now()
  );
  comment on table public.sql_file is 'What the SQL files of the rooms were when they were last applied (sql-files.ts).'`;

/**
 * Applies the rooms' SQL files, all of them and in order, when a migration ran or any file is not what the database
 * recorded; else none. All, since a view or a function may stand on another, and a migration may have dropped any.
 * @param runner in the transaction of the migrations, as the owner's role.
 * @returns names of the files that are new or have changed.
 */
export async function applySqlFiles(
  runner: QueryRunner,
  rooms: readonly RoomSql[],
  migrated: boolean,
): Promise<string[]> {
  const files = rooms.flatMap(filesOf);
  const known = await recorded(runner);
  const changed = files.filter(({ name, sha256 }) => known.get(name) !== sha256);
  const gone = [...known.keys()].filter((name) => !files.some((file) => file.name === name));
  if (!migrated && changed.length === 0 && gone.length === 0) return [];
  for (const file of files) await apply(runner, file);
  await runner.query(
    `with gone as (delete from public.sql_file where name <> all ($1::text[]))
     insert into public.sql_file (name, sha256) select * from unnest($1::text[], $2::text[])
     on conflict (name) do update set sha256 = excluded.sha256, applied_at = now()
      where sql_file.sha256 <> excluded.sha256`,
    [files.map(({ name }) => name), files.map(({ sha256 }) => sha256)],
  );
  return changed.map(({ name }) => `${name}.sql`);
}

function filesOf({ schema, folder, files }: RoomSql): SqlFile[] {
  return files.map((name) => {
    const path = new URL(`${name}.sql`, folder);
    const text = readFileSync(path, 'utf8');
    return { name: `${schema}/${name}`, path, text, sha256: createHash('sha256').update(text).digest('hex') };
  });
}

async function recorded(runner: QueryRunner): Promise<Map<string, string>> {
  const [found] = (await runner.query(`select to_regclass('public.sql_file') as there`)) as {
    there: string | null;
  }[];
  if (!found?.there) await runner.query(CREATE_RECORD);
  const rows = (await runner.query('select name, sha256 from public.sql_file')) as SqlFile[];
  return new Map(rows.map(({ name, sha256 }) => [name, sha256]));
}

async function apply(runner: QueryRunner, { path, text }: SqlFile): Promise<void> {
  try {
    await runner.query(text);
  } catch (error) {
    throw new Error(`${fileURLToPath(path)}: ${(error as Error).message}`, { cause: error });
  }
}
