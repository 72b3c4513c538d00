import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Readable, Writable } from 'node:stream';
import { aWorld, type World } from '#support/world';
import { createAdminCommand } from './command.js';
import { readPassword } from './read-password.js';

const GOOD = 'тэмээ салхи нуур гутал';
let world: World;
beforeAll(async () => {
  world = await aWorld();
  process.env.DATABASE_URL = world.ownerUrl;
});
afterAll(async () => {
  delete process.env.DATABASE_URL;
  delete process.env.ELCHIN_ADMIN_PASSWORD;
  await world.end();
});

let said: string[];
beforeEach(() => {
  said = [];
  process.exitCode = undefined;
  const note = (text: unknown) => void said.push(String(text));
  jest.spyOn(console, 'log').mockImplementation(note);
  jest.spyOn(console, 'error').mockImplementation(note);
});

/** @returns the exit code. */
async function run(password: string, ...args: string[]): Promise<number> {
  process.env.ELCHIN_ADMIN_PASSWORD = password;
  await createAdminCommand().parseAsync(args, { from: 'user' });
  const code = Number(process.exitCode ?? 0);
  process.exitCode = undefined;
  return code;
}

const staff = async (): Promise<unknown[]> =>
  (await world.owner.query<object>('select email, name, role, mission_id, active from access.staff')).rows;

describe('the operator enters the first administrator', () => {
  it('not with a weak password, a bad address or no name; and is told why in both languages', async () => {
    expect(await run('password1234', '--email', 'oyuna', '--name', ' ')).toBe(2);
    const text = said.join('\n');
    expect(text).toMatch(/email: This is not an e-mail address.*\nemail: Энэ и-мэйл хаяг биш/);
    expect(text).toMatch(/name: This is needed/);
    expect(text).toMatch(/password: This password is among the first/);
    expect(await staff()).toEqual([]);
  });

  it('once; and the log says that an operator did it', async () => {
    expect(await run(GOOD, '--email', 'Oyuna@Elchin.example', '--name', 'Оюуна')).toBe(0);
    const oyuna = {
      email: 'oyuna@elchin.example',
      name: 'Оюуна',
      role: 'ADMINISTRATOR',
      mission_id: null,
      active: true,
    };
    expect(await staff()).toEqual([oyuna]);
    expect(await run(GOOD, '--email', 'oyuna@elchin.example', '--name', 'Other')).toBe(2);
    expect(said.join('\n')).toContain('already among the staff');
    expect(await staff()).toEqual([oyuna]);
    const { rows } = await world.owner.query(
      'select l.role, l.operation, l.staff_id, s.email from access.log l join access.staff s on s.id = l.subject_id',
    );
    expect(rows).toEqual([
      { role: 'OPERATOR', operation: 'operator.createAdmin', staff_id: null, email: 'oyuna@elchin.example' },
    ]);
  });

  it('never with a password on the command line, and the password is never said', async () => {
    const command = createAdminCommand()
      .exitOverride()
      .configureOutput({ writeErr: () => undefined });
    const args = ['--email', 'x@x.example', '--name', 'x', '--password', GOOD];
    await expect(command.parseAsync(args, { from: 'user' })).rejects.toThrow('unknown option');
    expect(said.join('\n')).not.toContain(GOOD);
  });
});

describe('the password', () => {
  const prompt = new Writable({ write: (_chunk, _encoding, done) => done() });
  const from = (text: string, isTTY = false) => Object.assign(Readable.from([Buffer.from(text)]), { isTTY });

  it('is the first line of what is piped in, without its end', async () => {
    expect(await readPassword({ env: {}, stdin: from(`${GOOD}\r\nmore\n`), prompt })).toBe(GOOD);
    expect(await readPassword({ env: {}, stdin: from(''), prompt })).toBe('');
  });

  it('in the environment goes first', async () => {
    expect(await readPassword({ env: { ELCHIN_ADMIN_PASSWORD: GOOD }, stdin: from('x'), prompt })).toBe(GOOD);
  });
});
