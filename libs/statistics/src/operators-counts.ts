import type { OwnerConnection } from './recount.js';

/** Takes the facts of ended transactions into the counts now, after many have come, rather than at their next turn. */
export async function foldNow(owner: OwnerConnection): Promise<void> {
  await owner.query('select stat.fold()');
}

/** Makes all counts anew from the ledger of facts. */
export async function rebuildCounts(owner: OwnerConnection): Promise<void> {
  await owner.query('select stat.rebuild()');
}
