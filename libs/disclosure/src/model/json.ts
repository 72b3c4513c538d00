import { ModelError } from './error.js';

export type JsonObject = Record<string, unknown>;

/** One step further down a JSON pointer (RFC 6901 escapes). */
export function at(place: string, step: string | number): string {
  return `${place}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

export function asObject(value: unknown, place: string, what: string): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ModelError(place, `${what} must be an object { … }.`);
  }
  return value as JsonObject;
}

export function asArray(value: unknown, place: string, what: string): unknown[] {
  if (!Array.isArray(value)) throw new ModelError(place, `${what} must be a list [ … ].`);
  return value as unknown[];
}

export function asText(value: unknown, place: string, what: string): string {
  if (typeof value !== 'string' || value === '') throw new ModelError(place, `${what} must be a text.`);
  return value;
}

/** A whole number within JavaScript's exact range and not below `least`. */
export function asWhole(value: unknown, place: string, what: string, least: number): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
    throw new ModelError(place, `${what} must be a whole number, not ${JSON.stringify(value) ?? 'missing'}.`);
  }
  if (value < least) throw new ModelError(place, `${what} is ${value}; it must be at least ${least}.`);
  return value;
}

export function asFlag(value: unknown, place: string, what: string): boolean {
  if (value === undefined) return false;
  if (typeof value !== 'boolean') throw new ModelError(place, `${what} must be true or false.`);
  return value;
}

/** One of a few words; `fallback` when it is left out. */
export function asWord<W extends string>(
  value: unknown,
  place: string,
  words: readonly W[],
  fallback?: W,
): W {
  if (value === undefined && fallback !== undefined) return fallback;
  const word = words.find((candidate) => candidate === value);
  if (word === undefined) throw new ModelError(place, `must be one of: ${words.join(', ')}.`);
  return word;
}
