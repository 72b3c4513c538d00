import type { OwnerQuery } from './ensure-staff.js';

/**
 * Writes to the access log what an operator does beside the running server, where no session is shown and the Door is not
 * passed. In the caller's transaction: the row stands or falls with the work.
 * @param operation `room.act`, as the log's readers see it.
 * @param subjectId the row acted on.
 */
export async function logOperator(owner: OwnerQuery, operation: string, subjectId?: string): Promise<void> {
  await owner.query(
    `insert into access.log (role, operation, subject_id) values ('OPERATOR', $1, $2::uuid)`,
    [operation, subjectId ?? null],
  );
}
