import type pg from 'pg';
import { type Actor, acting, insertOf, MARK, type Scene, type Table, undone, valueOf } from './scene.js';
import { isOpen, visible } from './whose-rows.js';

/** What a check found: a sentence for each thing that somebody could do and may not, or could not and may. */
type Findings = string[];

const REFUSED = '42501';

async function countOf(scene: Scene, text: string): Promise<number> {
  const { rows } = await scene.client.query<{ n: string }>(text);
  return Number(rows[0]?.n);
}

/** What came of a statement, in a savepoint: rows, or the code of its refusal. */
async function outcome(
  scene: Scene,
  text: string,
  values: unknown[] = [],
): Promise<{ rows: number; answer: unknown[] } | { code: string }> {
  try {
    const { rowCount, rows } = await undone(scene, () => scene.client.query(text, values));
    return { rows: rowCount ?? 0, answer: rows as unknown[] };
  } catch (error) {
    return { code: (error as pg.DatabaseError).code ?? 'none' };
  }
}

/** Columns that the application may read, as a list for a statement. */
async function readable({ client }: Scene, { name, columns }: Table): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select c as name from unnest($2::text[]) c where has_column_privilege('elchin_app', $1, c, 'select')`,
    [name, columns.map((column) => column.name)],
  );
  return rows.map((column) => `"${column.name}"`).join(', ');
}

/** Reading: exactly the rows that the rule says, or a refusal where the application has no right at all. */
export async function readsOf(scene: Scene, table: Table, actor: Actor): Promise<Findings> {
  const columns = await readable(scene, table);
  const expected = await countOf(
    scene,
    `select count(*) as n from ${table.name} where ${visible(table, actor)}`,
  );
  return acting(scene, actor, async () => {
    const seen = await outcome(scene, `select ${columns || '*'} from ${table.name}`);
    if ('code' in seen)
      return columns || seen.code !== REFUSED
        ? [`${actor.name} cannot read ${table.name}: ${seen.code}`]
        : [];
    return seen.rows === expected
      ? []
      : [`${actor.name} reads ${seen.rows} rows of ${table.name}, not ${expected}`];
  });
}

/** Changing and deleting: never a row that the actor may not even read, and none at all without a session. */
export async function changesOf(scene: Scene, table: Table, actor: Actor): Promise<Findings> {
  if (table.isView) return [];
  const most = actor.role
    ? await countOf(scene, `select count(*) as n from ${table.name} where ${visible(table, actor)}`)
    : 0;
  return acting(scene, actor, async () => {
    const findings: Findings = [];
    for (const { name, type, made } of table.columns) {
      if (made) continue;
      const set = `update ${table.name} set "${name}" = $1::${type}`;
      const changed = await outcome(scene, set, [valueOf(type, 'SEL', 77)]);
      if ('rows' in changed && changed.rows > most)
        findings.push(`${actor.name} changes ${changed.rows} rows of ${table.name}.${name}, not ${most}`);
    }
    const gone = await outcome(scene, `delete from ${table.name}`);
    if ('rows' in gone && gone.rows > most)
      findings.push(`${actor.name} deletes ${gone.rows} rows of ${table.name}, not ${most}`);
    const emptied = await outcome(scene, `truncate ${table.name} cascade`);
    if (!('code' in emptied) || emptied.code !== REFUSED)
      findings.push(`${actor.name} empties ${table.name}`);
    return findings;
  });
}

/** Adding: a row of each person and post; only what one could read, and what rights let one add at all. */
export async function additionsOf(scene: Scene, table: Table, actor: Actor): Promise<Findings> {
  if (table.isView || isOpen(table)) return [];
  const findings: Findings = [];
  for (const [at, subject] of scene.subjects.entries()) {
    const { text, values } = insertOf(table, subject, 900 + at);
    const added = await acting(scene, actor, () => outcome(scene, text, values));
    if ('code' in added && added.code === REFUSED) continue;
    if (ADDED_TO_ONLY.test(table.name) && table.columns.some(({ name }) => name === 'recorded_at'))
      findings.push(`${actor.name} adds to ${table.name} a row dated back, or in another’s name`);
    else if (!(await wouldRead(scene, table, actor, text, values)))
      findings.push(`${actor.name} adds to ${table.name} a row of ${subject.post} that is not theirs`);
  }
  return findings;
}

/** Whether the actor might read that row, were it there. */
async function wouldRead(scene: Scene, table: Table, actor: Actor, text: string, values: unknown[]) {
  if (!actor.role) return false;
  return undone(scene, async () => {
    await scene.client.query('set local session_replication_role = replica');
    await scene.client.query(`delete from ${table.name}`);
    await scene.client.query(text, values);
    return (
      (await countOf(scene, `select count(*) as n from ${table.name} where ${visible(table, actor)}`)) > 0
    );
  });
}

/** What may not be changed, added to or deleted by anybody, whoever reads it: history, facts, counts, the log. */
const KEPT = /^(access\.(log|log_link|log_checkpoint|log_horizon)|stat\.\w+|cases\.(case_fact|case_number))$/;
const ADDED_TO_ONLY = /^(cases\.timeline_entry|access\.draft_key)$/;

export async function historyOf(scene: Scene, { name, isView }: Table): Promise<Findings> {
  const forbidden = KEPT.test(name)
    ? ['insert', 'update', 'delete']
    : ADDED_TO_ONLY.test(name)
      ? ['update', 'delete']
      : [];
  const findings: Findings = [];
  for (const right of isView ? ['insert', 'update', 'delete'] : forbidden) {
    if (await granted(scene, name, right, true)) findings.push(`the application may ${right} ${name}`);
  }
  return findings;
}

async function granted({ client }: Scene, table: string, right: string, anyColumn = false): Promise<boolean> {
  const asked =
    anyColumn && right !== 'delete'
      ? `has_table_privilege('elchin_app', $1, $2) or has_any_column_privilege('elchin_app', $1, $2)`
      : `has_table_privilege('elchin_app', $1, $2)`;
  const { rows } = await client.query<{ may: boolean }>(`select ${asked} as may`, [table, right]);
  return rows[0]?.may ?? false;
}

interface Routine {
  name: string;
  args: string[];
}

export async function routinesOf({ client }: Scene): Promise<Routine[]> {
  const { rows } = await client.query<Routine>(`
    select p.oid::regproc::text as name,
           array(select format_type(a, null) from unnest(p.proargtypes) with ordinality u (a, i) order by i) as args
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname in ('access', 'cases', 'stat') and p.prokind = 'f' and p.prorettype <> 'trigger'::regtype
     order by 1`);
  return rows;
}

/** A forged argument of each kind: somebody else's id and post, what would reach everything, and nothing. */
const forgeries = (scene: Scene) => [
  ...scene.subjects.map(({ staffId, post }, at) => (type: string) => {
    if (type === 'uuid') return at % 2 ? staffId : valueOf(type, post, at + 1);
    if (type === 'uuid[]') return [valueOf('uuid', post, at + 1)];
    if (type === 'text') return ['ALL', post, 'AUDITOR', `${MARK}${post}-${at + 1}`][at % 4];
    if (type === 'text[]') return [`%${MARK}%`];
    return valueOf(type, post, at + 1);
  }),
  () => null,
];

/** What a function tells a role beyond its reach, since that is what it is for. */
const LENT: Record<string, string[]> = {
  'access.people_for_auditor': ['AUDITOR'],
  'access.rights_requests': ['ADMINISTRATOR', 'HEAD_OF_DEPARTMENT'],
};

/** Functions with forged arguments: no answer holds a row of people that the actor may not read. */
export async function callsOf(scene: Scene, { name, args }: Routine, actor: Actor): Promise<Findings> {
  const places = args.map((type, at) => `$${at + 1}::${type}`).join(', ');
  const foreign = scene.subjects
    .map(({ post }) => post)
    .filter((post) => actor.reach !== 'ALL' && post !== actor.post);
  const findings: Findings = [];
  if (LENT[name]?.includes(actor.role ?? '')) return findings;
  for (const forge of forgeries(scene)) {
    const values = args.map(forge);
    const answer = await acting(scene, actor, () =>
      outcome(scene, `select row_to_json(r)::text as said from ${name}(${places}) r`, values),
    );
    if (!('answer' in answer)) continue;
    // What was put in comes out of some, so the question is what they say beyond it.
    const said = JSON.stringify(answer.answer).replaceAll(JSON.stringify(values), '');
    const told = foreign.filter(
      (post) => said.includes(`${MARK}${post}-`) && !JSON.stringify(values).includes(MARK),
    );
    const hashes = scene.actors.filter(
      ({ tokenHash, name: whose }) =>
        tokenHash && whose !== actor.name && said.includes(tokenHash.toString('hex')),
    );
    if (told.length > 0) findings.push(`${actor.name} learns rows of ${told.join(', ')} by ${name}`);
    if (hashes.length > 0) findings.push(`${actor.name} learns a session by ${name}`);
  }
  return findings;
}

/** A function of one's own that tells what it is shown: it is shown only rows in reach. */
export async function leaksOf(scene: Scene, table: Table, actor: Actor): Promise<Findings> {
  const columns = await readable(scene, table);
  if (isOpen(table) || !columns) return [];
  const expected = await countOf(
    scene,
    `select count(*) as n from ${table.name} where ${visible(table, actor)}`,
  );
  return acting(scene, actor, async () => {
    const heard: string[] = [];
    const listen = ({ message = '' }: { message?: string }) => heard.push(message);
    scene.client.on('notice', listen);
    await scene.client.query(`
      create function pg_temp.spy(shown text) returns boolean language plpgsql cost 0.0000001 as $$
      begin raise notice 'spied %', shown; return true; end $$`);
    await outcome(scene, `select 1 from ${table.name} where pg_temp.spy(row(${columns})::text)`);
    scene.client.off('notice', listen);
    const spied = heard.filter((message) => message.startsWith('spied')).length;
    return spied > expected
      ? [`${actor.name} is shown ${spied} rows of ${table.name} by a leaky function`]
      : [];
  });
}
