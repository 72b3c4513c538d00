import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { additionsOf, callsOf, changesOf, historyOf, leaksOf, readsOf, routinesOf } from './checks.js';
import { type Hole, holesOf } from './holes.js';
import { broken, laws, rightsOf, rightsWrittenDown } from './rights.js';
import { aScene, type Scene, undone } from './scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
}, 120_000);
afterAll(() => scene.end());

/** By what a hole was found: somebody could do what they may not; a rule on the catalogue; or only the list of rights. */
type Finder = 'by trying' | 'by a law' | 'by the list of rights' | 'not at all';

async function finderOf(hole: Hole): Promise<Finder> {
  return undone(scene, async () => {
    await scene.client.query(hole.open);
    if (await isTried(hole)) return 'by trying';
    for (const law of Object.values(laws)) if ((await broken(scene, law)).length > 0) return 'by a law';
    const listed = JSON.stringify(await rightsOf(scene)) !== JSON.stringify(rightsWrittenDown());
    return listed ? 'by the list of rights' : 'not at all';
  });
}

async function isTried({ table: name, routine }: Hole): Promise<boolean> {
  const table = scene.tables.find((one) => one.name === name);
  if (!table) return routine ? isCalled(routine) : false;
  if ((await historyOf(scene, table)).length > 0) return true;
  for (const actor of scene.actors) {
    for (const look of [readsOf, changesOf, additionsOf, leaksOf]) {
      if ((await look(scene, table, actor)).length > 0) return true;
    }
  }
  return false;
}

async function isCalled(name: string): Promise<boolean> {
  const [nobody] = scene.actors;
  if (!nobody) return false;
  for (const routine of await routinesOf(scene)) {
    if (routine.name === name && (await callsOf(scene, routine, nobody)).length > 0) return true;
  }
  return false;
}

it('each policy, guard and right that is taken away is found', async () => {
  const counts = new Map<string, number>();
  const missed: string[] = [];
  const holes = await holesOf(scene);
  const [first] = holes;
  expect(first && (await finderOf({ kind: 'none', name: 'none', open: 'select 1' }))).toBe('not at all');
  for (const hole of holes) {
    const finder = await finderOf(hole);
    const key = `${hole.kind}: ${finder}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    if (finder === 'not at all') missed.push(`${hole.kind}: ${hole.name}`);
  }
  const lines = [...counts].map(([key, count]) => `${String(count).padStart(5)}  ${key}`);
  process.stdout.write(
    `${lines.join('\n')}\n${holes.length - missed.length} of ${holes.length} holes found\n`,
  );
  expect(missed).toEqual([]);
}, 3_600_000);
