import type { Actor, Table } from './scene.js';

/** Tables that say nothing of anybody: hashes, marks, how far a count is. Whoever may read them at all reads all of them. */
const NOTHING_OF_ANYBODY = [
  'stat.fold_mark',
  'access.log_link',
  'access.log_checkpoint',
  'access.log_horizon',
];

/** Names beside acts are for everybody who sees the act. */
const NAMES = ['access.staff_directory'];

type Rule = (actor: Actor) => string;
const ifRole =
  (...roles: string[]): Rule =>
  ({ role }) =>
    roles.includes(role ?? '') ? 'true' : 'false';
const facts: Rule = ({ reach, post }) =>
  ['ALL', 'FACTS'].includes(reach) ? 'true' : ofPost(reach === 'MISSION' ? post : null);
const department: Rule = ({ reach }) => (reach === 'ALL' ? 'true' : 'false');
const everyPost: Rule = ({ reach }) => (['ALL', 'FACTS'].includes(reach) ? 'true' : 'false');

/** Which rows an actor may read, as a condition, written down a second time. A table without a line has the rule of its schema. */
const rules: Record<string, Rule> = {
  'access.staff': (actor) => (actor.role === 'ADMINISTRATOR' ? 'true' : ofPerson('id', actor)),
  'access.log': ifRole('AUDITOR'),
  'access.invite': ifRole('ADMINISTRATOR'),
  'access.rights_request': ifRole('ADMINISTRATOR', 'HEAD_OF_DEPARTMENT'),
  'access.notice': (actor) =>
    `id in (select notice_id from access.notice_reader where ${ofPerson('staff_id', actor)})`,
  'cases.upload': department,
  'cases.import': department,
  'cases.import_span': department,
  'cases.case_fact': facts,
  'stat.fact_move': facts,
  'stat.post_month': facts,
  'stat.post_year': facts,
  'stat.world_month': everyPost,
  'stat.world_year': everyPost,
};

export function isOpen({ name }: Table): boolean {
  return NOTHING_OF_ANYBODY.includes(name) || NAMES.includes(name);
}

export function visible(table: Table, actor: Actor): string {
  if (isOpen(table)) return 'true';
  const rule = rules[table.name];
  if (rule) return rule(actor);
  const has = (column: string) => table.columns.some(({ name }) => name === column);
  // What is somebody's own; of cases and whatever is made of them: one's post's, or every post's.
  if (table.name.startsWith('access.')) return has('staff_id') ? ofPerson('staff_id', actor) : 'false';
  if (actor.reach === 'ALL') return 'true';
  return has('mission_id') && actor.reach === 'MISSION' ? ofPost(actor.post) : 'false';
}

const ofPerson = (column: string, { staffId }: Actor) => (staffId ? `${column} = '${staffId}'` : 'false');
const ofPost = (post: string | null) => (post ? `mission_id = '${post}'` : 'false');
