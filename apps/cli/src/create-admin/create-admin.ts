import { emailOf, ensureStaff, hashPassword, isEmail, logOperator, type OwnerQuery, weakness } from '#access';
import { type Language, Refusal, Refusals } from '#platform';

export interface NewAdministrator {
  email: string;
  name: string;
  password: string;
  language: Language;
}

/**
 * Enters an administrator, the first one or another, and writes it to the access log.
 * @param owner a connection as the owner of the tables.
 * @returns the new person's id.
 * @throws Refusal REQUIRED, BAD_EMAIL, a password's weakness, or EMAIL_TAKEN.
 */
export async function createAdmin(owner: OwnerQuery, asked: NewAdministrator): Promise<string> {
  const email = emailOf(asked.email);
  const name = asked.name.trim();
  check({ ...asked, email, name });
  const { id, made } = await ensureStaff(owner, {
    email,
    name,
    role: 'ADMINISTRATOR',
    missionId: null,
    passwordHash: await hashPassword(asked.password),
    language: asked.language,
  });
  if (!made) throw Refusal.of('EMAIL_TAKEN', 'email');
  await logOperator(owner, 'operator.createAdmin', id);
  return id;
}

function check({ email, name, password }: NewAdministrator): void {
  const refusals = new Refusals();
  if (!isEmail(email)) refusals.add('BAD_EMAIL', 'email');
  if (name === '') refusals.add('REQUIRED', 'name');
  const weak = weakness(password, { email, name });
  if (weak) refusals.add(weak.code, 'password', weak.params);
  refusals.throwIfAny();
}
