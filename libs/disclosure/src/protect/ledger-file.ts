import { type Change, joinLedger, keyOfString, parsePublished, type Published } from '../model/index.js';
import type { Pattern } from './pattern.js';

/** A publication as plain data in the interchange format. */
export interface PublishedFile extends Omit<Pattern, 'proof' | 'tables' | 'corrections'> {
  tables: (Pattern['tables'][number] & {
    zeros?: Published['zeros'];
    changes?: { key: string[]; release: number; change: number }[];
  })[];
}

/** The ledger with a new release added to it, as plain data: append-only, nothing of it is lost. */
export function ledgerWith(pattern: Pattern, ledger?: Published): PublishedFile {
  const fresh = parsePublished(pattern);
  return fileOf(ledger ? joinLedger(fresh, ledger) : fresh);
}

function fileOf(published: Published): PublishedFile {
  const { threshold, protection, zeros, releaseMode, dimensions, tables } = published;
  return {
    threshold,
    protection,
    zeros,
    releaseMode,
    dimensions: dimensions.map(({ name, codes, groupings, sensitive }) => ({
      name,
      codes,
      parents: groupings.map((grouping) => Object.fromEntries(grouping)),
      sensitive,
    })),
    tables: tables.map(({ cells, ...table }) => ({
      name: table.name,
      dimensions: table.dimensions,
      ...(table.codes ? { codes: table.codes } : {}),
      release: table.release,
      ...(table.zeros ? { zeros: table.zeros } : {}),
      ...(table.changes ? { changes: plainChanges(table.changes) } : {}),
      cells: [...cells].map(([id, value]) => ({ key: keyOfString(id), value })),
    })),
  };
}

function plainChanges(
  changes: Map<string, Change[]>,
): NonNullable<PublishedFile['tables'][number]['changes']> {
  return [...changes].flatMap(([id, all]) =>
    all.map(({ release, change }) => ({ key: keyOfString(id), release, change })),
  );
}
