import { readFileSync } from 'node:fs';
import type { RoomSql } from '../database/sql-files.js';

/** The text of a file that runs at every start, before all others. */
export const platformSql = (name: 'ready_roles' | 'hand_over'): string =>
  readFileSync(new URL(`./${name}.sql`, import.meta.url), 'utf8');

/** What stands beside graphile-worker's tables. */
export const jobsSql: RoomSql = {
  schema: 'graphile_worker',
  folder: new URL('.', import.meta.url),
  files: ['job_rights'],
};
