import { SetMetadata } from '@nestjs/common';

/** What an operation asks of the caller, read by the guard, the access log and the permission matrix test. */
export interface Declaration {
  /** e.g. `cases.file`; `public` needs no sign-in. Which role holds it: libs/access/src/policy.rules.ts. */
  permission: string;
  /** Whether each call writes a row of the access log. Off only for what holds no case content. */
  logged: boolean;
}

export const DECLARATION = 'elchin:declaration';
export const PUBLIC = 'public';

/** Declares what a GraphQL operation or an HTTP route asks of its caller. Every operation carries one: a test checks. */
export function Permission(permission: string, options: { logged: boolean } = { logged: true }) {
  const declaration: Declaration = { permission, logged: options.logged };
  return SetMetadata(DECLARATION, declaration);
}
