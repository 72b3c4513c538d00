import { createHash } from 'node:crypto';
import type { Statement } from './trip.js';

const MOST_NAMES = 300;
const names = new Map<string, string>();

/**
 * A statement of a composed text, under a name that follows from the text, so that PostgreSQL plans it once. Clients that
 * compose ever new selections cannot fill the server with prepared statements: past a number of texts, new ones go
 * unprepared.
 */
export function composed(text: string, values: readonly unknown[]): Statement {
  let name = names.get(text);
  if (name === undefined && names.size < MOST_NAMES) {
    name = `composed.${createHash('sha256').update(text).digest('base64url')}`;
    names.set(text, name);
  }
  return { name: name ?? '', text, values };
}

const texts = new WeakMap<object, Map<string, string>>();

/**
 * The same for a text that follows from an object (a selection that was worked out once) and its conditions: composing thousands of
 * letters anew for each request costs more than the rest of the way to the database.
 */
export function composedOf(
  owner: object,
  conditions: string,
  values: readonly unknown[],
  compose: () => string,
): Statement {
  let known = texts.get(owner);
  if (!known) texts.set(owner, (known = new Map<string, string>()));
  let text = known.get(conditions);
  if (text === undefined) known.set(conditions, (text = compose()));
  return composed(text, values);
}

/** Collects the values of a composed statement. */
export class Parameters {
  readonly values: unknown[] = [];

  readonly add = (value: unknown): string => {
    this.values.push(value);
    return `$${this.values.length}`;
  };
}
