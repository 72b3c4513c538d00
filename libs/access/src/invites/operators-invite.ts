import { logOperator } from '../operators-log.js';
import type { OwnerQuery } from '../ensure-staff.js';
import { hashToken, newToken } from '../token.js';

/**
 * A one-time link for somebody who may sign in, made by an operator and written to the log. It ends what they could sign in with before.
 * @returns the token; nothing else keeps it.
 */
export async function inviteAsOperator(owner: OwnerQuery, staffId: string): Promise<string> {
  const token = newToken();
  await owner.query('select access.issue_invite($1, $2, null)', [staffId, hashToken(token)]);
  await logOperator(owner, 'operator.invite', staffId);
  return token;
}
