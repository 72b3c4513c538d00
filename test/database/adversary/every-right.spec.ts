import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { additionsOf, callsOf, changesOf, historyOf, leaksOf, readsOf, routinesOf } from './checks.js';
import { broken, laws, rightsOf, rightsWrittenDown } from './rights.js';
import { type Actor, aScene, type Scene, type Table } from './scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
}, 120_000);
afterAll(() => scene.end());

/** With each table of the catalogue, as nobody and as a person of each role. */
async function everywhere(look: (scene: Scene, table: Table, actor: Actor) => Promise<string[]>) {
  const findings: string[] = [];
  for (const table of scene.tables)
    for (const actor of scene.actors) findings.push(...(await look(scene, table, actor)));
  return findings;
}

describe('the application’s role, with any SQL text, as nobody and as a person of each role', () => {
  it('reads of every table the rows in reach, all of them and no other', async () => {
    expect(await everywhere(readsOf)).toEqual([]);
  });

  it('changes and deletes nothing out of reach', async () => {
    expect(await everywhere(changesOf)).toEqual([]);
  }, 180_000);

  it('adds no row of another post or person', async () => {
    expect(await everywhere(additionsOf)).toEqual([]);
  }, 180_000);

  it('is shown no row out of reach by a leaky function in a condition', async () => {
    expect(await everywhere(leaksOf)).toEqual([]);
  });

  it('learns nothing out of reach by any function with forged arguments', async () => {
    const findings: string[] = [];
    for (const routine of await routinesOf(scene))
      for (const actor of scene.actors) findings.push(...(await callsOf(scene, routine, actor)));
    expect(findings).toEqual([]);
  }, 180_000);

  it('has no right to change history, facts, counts or the log', async () => {
    const findings: string[] = [];
    for (const table of scene.tables) findings.push(...(await historyOf(scene, table)));
    expect(findings).toEqual([]);
  });
});

describe('in the whole catalogue', () => {
  it.each(Object.entries(laws))('%s', async (_, law) => {
    expect(await broken(scene, law)).toEqual([]);
  });

  it('rights are those that are written down, of every role', async () => {
    expect(await rightsOf(scene)).toEqual(rightsWrittenDown());
  });
});
