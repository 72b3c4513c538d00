import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';

/** OWASP's first choice for Argon2id (the library's default algorithm): 19 MiB, two passes, one lane. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Passwords are compared in one Unicode form: the same keys give other bytes on other systems. */
const oneForm = (password: string): string => password.normalize('NFKC');

/** The hash to keep of a password, in the PHC string form with its own salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(oneForm(password), ARGON2ID);
}

/** Whether this is the password of which that hash is kept. */
export function isPassword(password: string, kept: string): Promise<boolean> {
  return verify(kept, oneForm(password)).catch(() => false); // no hash of ours: nobody's password
}

/** Compares passwords with what is kept of them, with the same work whether or not there is such a person. */
@Injectable()
export class Passwords {
  private readonly nobody = hashPassword(randomBytes(24).toString('hex'));

  /** @param kept the hash of the person named; undefined, or no hash, when there is nobody or no password yet: then the answer is false. */
  async matches(password: string, kept: string | undefined): Promise<boolean> {
    const hash = kept?.startsWith('$argon2') ? kept : undefined;
    const same = await verify(hash ?? (await this.nobody), oneForm(password));
    return same && hash !== undefined;
  }
}
