import pg from 'pg';
import { reachOf, type Role, ROLES } from '#access';
import { signedInAs } from '#access/testing';
import { aWorld, type World } from '#support/world';

/** Stands in every text of the scene's rows, followed by their post: whoever reads it has read a row of people. */
export const MARK = 'нууц-';

/** Somebody with a session, or nobody at all. */
export interface Actor {
  name: string;
  role: Role | null;
  reach: string;
  staffId: string | null;
  post: string | null;
  tokenHash: Buffer | null;
}

export interface Column {
  name: string;
  type: string;
  /** Filled by PostgreSQL alone. */
  made: boolean;
}

/** A table or view of ours, as the catalogue tells it. */
export interface Table {
  name: string;
  isView: boolean;
  columns: Column[];
}

/** A database in which every table has rows of several posts and people, and nothing but rights decides who reads and writes them. */
export interface Scene {
  /** A superuser, who becomes the application's role and looks behind the locks in one transaction. */
  client: pg.Client;
  actors: Actor[];
  tables: Table[];
  /** A row for each: whose it is, and of which post. */
  subjects: { staffId: string; post: string }[];
  end(): Promise<void>;
}

const NOBODY: Actor = {
  name: 'nobody',
  role: null,
  reach: 'NONE',
  staffId: null,
  post: null,
  tokenHash: null,
};
const POSTS: Partial<Record<Role, string>> = {
  OFFICER: 'SEL',
  HEAD_OF_MISSION: 'PRG',
  CONSULAR_OFFICER: 'ULN',
};

export async function aScene(): Promise<Scene> {
  const world = await aWorld();
  const client = new pg.Client({ connectionString: world.ownerUrl });
  await client.connect();
  const actors = [NOBODY, ...(await signedIn(world))];
  const tables = await tablesOf(client);
  const subjects = actors
    .filter(({ staffId }) => staffId)
    .map(({ staffId, post }) => ({ staffId: staffId as string, post: post ?? 'ULN' }));
  await onlyRightsDecide(client);
  await client.query('set session_replication_role = replica');
  for (const table of tables.filter(({ isView }) => !isView)) {
    for (const [at, subject] of subjects.entries()) await addRow(client, table, subject, at + 1);
  }
  await client.query('set session_replication_role = origin; begin');
  const end = async () => {
    await client.end();
    await world.end();
  };
  return { client, actors, tables, subjects, end };
}

async function signedIn(world: World): Promise<Actor[]> {
  const people: Actor[] = [];
  for (const role of ROLES) {
    const post = POSTS[role] ?? null;
    const { actor, tokenHash } = await signedInAs(world.owner, {
      name: `${MARK}${role}`,
      role,
      missionId: post ?? undefined,
    });
    people.push({ name: role, role, reach: reachOf(role), staffId: actor.staffId, post, tokenHash });
  }
  return people;
}

async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select c.oid::regclass::text as name, c.relkind = 'v' as "isView",
           (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null),
                                              'made', a.attidentity <> '' or a.attgenerated <> '') order by a.attnum)
              from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('access', 'cases', 'stat') and c.relkind in ('r', 'p', 'v')
     order by 1`);
  return rows;
}

/** Without the tables' other conditions, rows can be made from the catalogue, and what is refused is refused by right. */
async function onlyRightsDecide(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(`
    select format('alter table %s drop constraint %I cascade', k.conrelid::regclass, k.conname) as statement
      from pg_constraint k join pg_namespace n on n.oid = k.connamespace
     where n.nspname in ('access', 'cases', 'stat') and k.contype in ('c', 'f') and k.conrelid <> 0`);
  for (const { statement } of rows) await client.query(statement);
}

async function addRow(client: pg.Client, table: Table, subject: Scene['subjects'][number], n: number) {
  const { text, values } = insertOf(table, subject, n);
  await client.query(`${text} on conflict do nothing`, values);
}

/** An insert of a whole row of that person and post; numbers, texts and ids follow from `n`. */
export function insertOf(table: Table, { staffId, post }: Scene['subjects'][number], n: number) {
  const columns = table.columns.filter(({ made }) => !made);
  const values = columns.map(({ name, type }) => {
    if (name === 'mission_id') return post;
    if (name === 'staff_id') return staffId;
    return valueOf(type, post, n);
  });
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const places = columns.map(({ type }, at) => `$${at + 1}::${type}`).join(', ');
  return { text: `insert into ${table.name} (${names}) values (${places})`, values };
}

export function valueOf(type: string, post: string, n: number): unknown {
  if (type === 'uuid') return `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
  if (type === 'text') return `${MARK}${post}-${n}`;
  if (type === 'character') return 'x';
  if (/^(smallint|integer|bigint|numeric|real|double precision|xid8)$/.test(type)) return n;
  if (type === 'boolean') return true;
  if (type === 'bytea') return Buffer.alloc(32, n);
  if (type === 'interval') return '1 day';
  if (/^(date|timestamp)/.test(type)) return '2026-11-01';
  if (/^jsonb?$/.test(type)) return JSON.stringify({ said: `${MARK}${post}-${n}` });
  if (type.endsWith('[]')) return [valueOf(type.slice(0, -2), post, n)];
  return null;
}

/** Work in a savepoint of the scene's one transaction; nothing of it stays. */
export async function undone<T>({ client }: Scene, work: () => Promise<T>): Promise<T> {
  await client.query('savepoint undone');
  try {
    return await work();
  } finally {
    await client.query('rollback to undone; release undone');
  }
}

/** As the application's role, entered by the actor's session; nothing of it stays. */
export async function acting<T>(scene: Scene, actor: Actor, work: () => Promise<T>): Promise<T> {
  return undone(scene, async () => {
    await scene.client.query('set local session authorization elchin_app');
    if (actor.tokenHash) {
      const shown = [actor.tokenHash, actor.staffId, actor.role, actor.post];
      await scene.client.query('select access.enter($1, $2, $3, $4)', shown);
    }
    return work();
  });
}
