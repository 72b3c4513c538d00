import { createInterface } from 'node:readline/promises';
import { type Readable, Writable } from 'node:stream';

/** The two entries of the password differ. */
export class EntriesDiffer extends Error {}

/** Where a password may come from. Never from the command line: everybody on the machine can read that. */
export interface PasswordSource {
  env: NodeJS.ProcessEnv;
  stdin: Readable & { isTTY?: boolean };
  /** Where to ask; not standard output, which may go to a file. */
  prompt: Writable;
}

/**
 * The password from ELCHIN_ADMIN_PASSWORD; else asked for twice without showing it, where somebody sits at a terminal; else
 * the first line of standard input.
 * @throws EntriesDiffer
 */
export async function readPassword({ env, stdin, prompt }: PasswordSource): Promise<string> {
  if (env.ELCHIN_ADMIN_PASSWORD !== undefined) return env.ELCHIN_ADMIN_PASSWORD;
  if (!stdin.isTTY) return firstLine(stdin);
  const password = await askHidden(stdin, prompt, 'Password: ');
  if (password !== (await askHidden(stdin, prompt, 'The same again: '))) {
    throw new EntriesDiffer('The two entries differ. Start again.');
  }
  return password;
}

async function firstLine(stdin: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk as Buffer));
  return Buffer.concat(chunks).toString('utf8').split(/\r?\n/, 1)[0] ?? '';
}

async function askHidden(stdin: Readable, prompt: Writable, question: string): Promise<string> {
  prompt.write(question);
  // What is typed is echoed into nothing.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: stdin, output: nowhere, terminal: true });
  terminal.on('SIGINT', () => process.exit(130));
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    prompt.write('\n');
  }
}
