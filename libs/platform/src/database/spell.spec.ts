import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { Spell } from './spell.js';

function aSpell() {
  const lines: string[] = [];
  const world = { mended: false, lines };
  const isOver = () => (world.mended ? Promise.resolve() : Promise.reject(new Error('not yet')));
  const told = { comes: (reason: string) => lines.push(`comes: ${reason}`), goes: () => lines.push('goes') };
  return { world, spell: new Spell(isOver, told, { every: 5, quiet: 20 }) };
}

describe('a time of trouble', () => {
  it('is told once when it comes and once when it is over, however often it is met', async () => {
    const { world, spell } = aSpell();
    for (let time = 0; time < 500; time += 1) spell.notice('ECONNREFUSED');
    await wait(40);
    expect([world.lines, spell.lasts]).toEqual([['comes: ECONNREFUSED'], true]);
    world.mended = true;
    await wait(60);
    expect([world.lines, spell.lasts]).toEqual([['comes: ECONNREFUSED', 'goes'], false]);
    spell.notice('57P01');
    expect(world.lines).toEqual(['comes: ECONNREFUSED', 'goes', 'comes: 57P01']);
    spell.end();
  });

  it('is not over while somebody still meets it, whatever a look says', async () => {
    const { world, spell } = aSpell();
    world.mended = true;
    for (let time = 0; time < 15; time += 1) {
      spell.notice('53300');
      await wait(5);
    }
    expect(world.lines).toEqual(['comes: 53300']);
    await wait(80);
    expect(world.lines).toEqual(['comes: 53300', 'goes']);
  });
});
