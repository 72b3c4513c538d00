import { type Actor, reachOf } from '#access';

/**
 * The only place where a query over cases may start: which rows of `cases.case_file c` this person sees. The second lock,
 * row-level security, says the same in the database.
 * @param parameter adds a value to the statement and returns its placeholder.
 */
export function inReach(actor: Actor, parameter: (value: unknown) => string): string {
  switch (reachOf(actor.role)) {
    case 'ALL':
      return 'true';
    case 'MISSION':
      return `c.mission_id = ${parameter(actor.missionId)}`;
    default:
      return 'false';
  }
}
