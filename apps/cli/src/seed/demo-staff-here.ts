import { ensureStaff, type OwnerQuery } from '#access';
import type { DemoCase, DemoStaff } from './demo-case.js';

/**
 * Adds the people who are not there yet.
 * @returns how many, and under which id each of the demo's people stands in this register.
 */
export async function writeStaff(
  owner: OwnerQuery,
  staff: readonly DemoStaff[],
  passwordHash: string,
): Promise<{ added: number; ids: ReadonlyMap<string, string> }> {
  const ids = new Map<string, string>();
  let added = 0;
  for (const person of staff) {
    const { id, made } = await ensureStaff(owner, { ...person, passwordHash });
    ids.set(person.id, id);
    if (made) added += 1;
  }
  return { added, ids };
}

/** A case as done by the people under the ids that they have here. @param ids of `writeStaff`. */
export function doneHere(one: DemoCase, ids: ReadonlyMap<string, string>): DemoCase {
  const here = (id: string) => ids.get(id) ?? id;
  return {
    ...one,
    registeredBy: here(one.registeredBy),
    acts: one.acts.map((act) => ({ ...act, by: { ...act.by, staffId: here(act.by.staffId) } })),
  };
}
