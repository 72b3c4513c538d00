import { readFileSync } from 'node:fs';

/** The text of one of this room's own files. */
export const platformSql = (name: 'ready_roles' | 'hand_over'): string =>
  readFileSync(new URL(`./${name}.sql`, import.meta.url), 'utf8');
