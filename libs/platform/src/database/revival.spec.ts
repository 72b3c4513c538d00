import { describe, expect, it } from '@jest/globals';
import { keepRunning } from './revival.js';

const quick = { every: 5, giveUpAfter: 60 };

/** A server that is down, and comes back at the given try. */
function aServer(comesBackAt: number) {
  const server = { up: false, tries: 0 };
  const start = () => {
    server.tries += 1;
    if (server.tries < comesBackAt) return Promise.reject(new Error(`try ${server.tries}`));
    server.up = true;
    return Promise.resolve();
  };
  return { server, runs: () => server.up, start };
}

/** What is heard until it is back or lost. */
async function heardOf(kept: ReturnType<typeof aServer>): Promise<string[]> {
  const heard: string[] = [];
  await new Promise<void>((end) => {
    const say = (word: string) => {
      heard.push(word);
      if (word !== 'gone') end();
    };
    const leave = keepRunning(
      kept,
      { gone: () => say('gone'), back: () => say('back'), lost: ({ message }) => say(`lost: ${message}`) },
      quick,
    );
    void leave;
  });
  return heard;
}

describe('a server that ended unasked', () => {
  it('is started again until it is back', async () => {
    const kept = aServer(3);
    expect(await heardOf(kept)).toEqual(['gone', 'back']);
    expect(kept.server.tries).toBe(3);
  });

  it('is given up after a while, with the last reason', async () => {
    const heard = await heardOf(aServer(Infinity));
    expect(heard).toEqual(['gone', expect.stringMatching(/^lost: try [1-9]/)]);
  });

  it('is left alone once nobody looks after it', async () => {
    const kept = aServer(1);
    const leave = keepRunning(
      kept,
      { gone: () => undefined, back: () => undefined, lost: () => undefined },
      quick,
    );
    await leave();
    await new Promise((later) => setTimeout(later, 30));
    expect(kept.server.tries).toBe(0);
  });
});
