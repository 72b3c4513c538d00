import type { Config } from '#platform';
import { DEMO_PASSWORD, demoStaff } from '../../cli/src/seed/index.js';

/** Tells whoever started Elchin where it is, and, outside production, whom they can sign in as. */
export function greet(config: Config, url: string): void {
  const address = url.replace('127.0.0.1', 'localhost').replace('[::1]', 'localhost');
  const lines = [`Elchin is at ${address}`];
  if (!config.production) {
    lines.push('', `Demo sign-ins (password ${DEMO_PASSWORD}):`);
    lines.push(...demoStaff.map((person) => `  ${person.email.padEnd(36)} ${person.role}`));
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}
