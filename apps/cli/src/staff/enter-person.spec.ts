import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Command } from 'commander';
import { aWorld, type World } from '#support/world';
import { createAdminCommand, createHeadCommand, inviteCommand } from './command.js';

let world: World;
beforeAll(async () => {
  world = await aWorld();
  process.env.DATABASE_URL = world.ownerUrl;
});
afterAll(async () => {
  delete process.env.DATABASE_URL;
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
async function run(command: Command, ...args: string[]): Promise<number> {
  await command.parseAsync(args, { from: 'user' });
  const code = Number(process.exitCode ?? 0);
  process.exitCode = undefined;
  return code;
}

const staff = async (): Promise<unknown[]> =>
  (await world.owner.query<object>('select email, name, role, mission_id, active from access.staff')).rows;

describe('the operator enters the first administrator', () => {
  it('not with a bad address or no name; and is told why in both languages', async () => {
    expect(await run(createAdminCommand(), '--email', 'oyuna', '--name', ' ')).toBe(2);
    const text = said.join('\n');
    expect(text).toMatch(/email: This is not an e-mail address.*\nemail: Энэ и-мэйл хаяг биш/);
    expect(text).toMatch(/name: This is needed/);
    expect(await staff()).toEqual([]);
  });

  it('once; and the log says that an operator did it', async () => {
    expect(await run(createAdminCommand(), '--email', 'Oyuna@Elchin.example', '--name', 'Оюуна')).toBe(0);
    const oyuna = {
      email: 'oyuna@elchin.example',
      name: 'Оюуна',
      role: 'ADMINISTRATOR',
      mission_id: null,
      active: true,
    };
    expect(await staff()).toEqual([oyuna]);
    expect(await run(createAdminCommand(), '--email', 'oyuna@elchin.example', '--name', 'Other')).toBe(2);
    expect(said.join('\n')).toContain('already among the staff');
    expect(await staff()).toEqual([oyuna]);
    const { rows } = await world.owner.query(
      `select l.role, l.operation, l.staff_id, s.email from access.log l join access.staff s on s.id = l.subject_id
        order by l.at`,
    );
    const byOperator = { role: 'OPERATOR', staff_id: null, email: 'oyuna@elchin.example' };
    expect(rows).toEqual([
      { ...byOperator, operation: 'operator.createAdmin' },
      { ...byOperator, operation: 'operator.invite' },
    ]);
  });

  it('who gets a link to this register, of which the database keeps a hash alone', async () => {
    const address = ['--address', 'https://elchin.example/'];
    expect(
      await run(createAdminCommand(), '--email', 'n@elchin.example', '--name', 'Нараа', ...address),
    ).toBe(0);
    const token = tokenIn(said);
    expect(await holderOf(token)).toBe('n@elchin.example');
  });

  it('and the first head of the department, who approves what the administrator asks for', async () => {
    expect(await run(createHeadCommand(), '--email', 'head@mfa.example', '--name', 'Дарга')).toBe(0);
    expect(await holderOf(tokenIn(said))).toBe('head@mfa.example');
    const { rows } = await world.owner.query(
      `select s.role, s.mission_id from access.staff s join access.log l on l.subject_id = s.id
        where s.email = 'head@mfa.example' and l.operation = 'operator.createHead'`,
    );
    expect(rows).toEqual([{ role: 'HEAD_OF_DEPARTMENT', mission_id: 'ULN' }]);
  });

  it('and makes a new one for whoever has lost theirs: the former opens no more', async () => {
    await run(createAdminCommand(), '--email', 'lost@elchin.example', '--name', 'Алдсан');
    const former = tokenIn(said);
    said = [];
    expect(await run(inviteCommand(), '--email', 'lost@elchin.example')).toBe(0);
    expect(await holderOf(tokenIn(said))).toBe('lost@elchin.example');
    expect(await holderOf(former)).toBeUndefined();
    expect(await run(inviteCommand(), '--email', 'nobody@elchin.example')).toBe(2);
    expect(said.join('\n')).toContain('There is no such staff member');
  });
});

/** What stands behind the # of the printed link. */
const tokenIn = (lines: string[]): string => /\/invite#([\w-]{43})$/m.exec(lines.join('\n'))?.[1] ?? '';

async function holderOf(token: string): Promise<string | undefined> {
  const { rows } = await world.owner.query<{ email: string }>(
    `select email from access.invite_owner(sha256(convert_to($1, 'UTF8')))`,
    [token],
  );
  return rows[0]?.email;
}
