import { print } from 'graphql/language/printer';

/**
 * Documents by their hashes (automatic persisted queries, as Apollo Server speaks them): a document of two thousand letters
 * goes up an embassy's line once, until the server forgets it, and then only as 64 letters.
 */
export interface Persisted {
  text: string;
  /** SHA-256 of the text, in hexadecimal; null where the browser has no `crypto.subtle` (plain http over a network). */
  hash: string | null;
}

const known = new WeakMap<object, Promise<Persisted>>();

export function persistedOf(document: object): Promise<Persisted> {
  let found = known.get(document);
  if (!found) {
    found = make(textOf(document));
    known.set(document, found);
  }
  return found;
}

const texts = new WeakMap<object, string>();

export function textOf(document: object): string {
  const text = texts.get(document) ?? print(document as Parameters<typeof print>[0]);
  texts.set(document, text);
  return text;
}

async function make(text: string): Promise<Persisted> {
  const { subtle } = globalThis.crypto as Partial<Crypto>;
  if (!subtle) return { text, hash: null };
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(text));
  return {
    text,
    hash: Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join(''),
  };
}
