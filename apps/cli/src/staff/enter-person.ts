import {
  activeIdOf,
  emailOf,
  ensureStaff,
  inviteAsOperator,
  isEmail,
  logOperator,
  type OwnerQuery,
} from '#access';
import { type Language, Refusal, Refusals } from '#platform';

/** Whom an operator enters: those without whom nobody in the register could give or approve a right. */
export const entered = {
  ADMINISTRATOR: { missionId: null, operation: 'operator.createAdmin' },
  HEAD_OF_DEPARTMENT: { missionId: 'ULN', operation: 'operator.createHead' },
} as const;

export interface NewPerson {
  email: string;
  name: string;
  language: Language;
  role: keyof typeof entered;
}

/**
 * Enters somebody, the first in their role or another, and writes it to the access log.
 * @param owner a connection as the owner of the tables.
 * @returns the token of the one-time link behind which they choose their password.
 * @throws Refusal REQUIRED, BAD_EMAIL or EMAIL_TAKEN.
 */
export async function enterPerson(owner: OwnerQuery, asked: NewPerson): Promise<string> {
  const email = emailOf(asked.email);
  const name = asked.name.trim();
  check({ email, name });
  const { missionId, operation } = entered[asked.role];
  const { id, made } = await ensureStaff(owner, {
    email,
    name,
    role: asked.role,
    missionId,
    passwordHash: 'none: not chosen yet',
    language: asked.language,
  });
  if (!made) throw Refusal.of('EMAIL_TAKEN', 'email');
  await logOperator(owner, operation, id);
  return inviteAsOperator(owner, id);
}

/**
 * A new link for somebody who is among the staff: the way back in when nobody there can make one.
 * @returns its token.
 * @throws Refusal NO_SUCH_STAFF
 */
export async function invitePerson(owner: OwnerQuery, email: string): Promise<string> {
  const id = await activeIdOf(owner, emailOf(email));
  if (!id) throw Refusal.of('NO_SUCH_STAFF', 'email');
  return inviteAsOperator(owner, id);
}

function check({ email, name }: { email: string; name: string }): void {
  const refusals = new Refusals();
  if (!isEmail(email)) refusals.add('BAD_EMAIL', 'email');
  if (name === '') refusals.add('REQUIRED', 'name');
  refusals.throwIfAny();
}
