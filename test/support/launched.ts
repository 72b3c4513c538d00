import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

/** The bundle that `npm start` runs, as a process of its own. */
export interface Launched {
  process: ChildProcess;
  /** Where it listens; undefined when it ended before it did. */
  url: string | undefined;
  /** Everything it has said so far. */
  said: () => string;
  /** Exit code and signal, once it has ended. */
  ended: Promise<unknown>;
}

const children = new Set<ChildProcess>();

/** Starts Elchin and waits until it says where it is, or ends. */
export async function launch(environment: Record<string, string>): Promise<Launched> {
  const child = spawn(process.execPath, [resolve('dist/server/launch.js')], {
    env: { ...process.env, NODE_ENV: 'production', PORT: '0', LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  let said = '';
  const ended = once(child, 'exit');
  const url = await new Promise<string | undefined>((found) => {
    const listen = (text: unknown) => {
      said += String(text);
      const address = /Elchin is at (http:\/\/\S+)/.exec(said)?.[1];
      if (address) found(address);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('close', () => found(undefined));
  });
  return { process: child, url, said: () => said, ended };
}

/** Ends what a test that failed has left running. */
export function endLaunched(): void {
  for (const child of children) child.kill('SIGKILL');
}
