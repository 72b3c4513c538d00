/**
 * One key of a person, from the server, in two: one seals drafts, the other makes names for them which say nothing to
 * anybody who has not the key.
 */
export interface Keys {
  seal: CryptoKey;
  name: CryptoKey;
}

export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
}

const text = new TextEncoder();

const base64url = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

/** The bytes of the server's key, written as base64url. */
function bytesOf(key: string): Uint8Array<ArrayBuffer> {
  const plain = atob(key.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

/**
 * Both keys of a person. Neither can be read out again, not even by this page.
 * @throws where the browser has no WebCrypto: over plain http.
 */
export async function keysFrom(key: string): Promise<Keys> {
  const { subtle } = crypto;
  const root = await subtle.importKey('raw', bytesOf(key), 'HKDF', false, ['deriveKey']);
  const from = (purpose: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: text.encode(`elchin drafts: ${purpose}`),
  });
  const aes = { name: 'AES-GCM', length: 256 };
  const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 };
  const [seal, name] = await Promise.all([
    subtle.deriveKey(from('seal'), root, aes, false, ['encrypt', 'decrypt']),
    subtle.deriveKey(from('name'), root, hmac, false, ['sign']),
  ]);
  return { seal, name };
}

/** A name for something, which only the holder of the key can make. */
export async function nameOf(keys: Keys, what: string): Promise<string> {
  return base64url(await crypto.subtle.sign('HMAC', keys.name, text.encode(what)));
}

/** Seals a value under its name: it opens there, whole and unchanged, and nowhere else. */
export async function seal(keys: Keys, name: string, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const how = { name: 'AES-GCM', iv, additionalData: text.encode(name) };
  return { iv, bytes: await crypto.subtle.encrypt(how, keys.seal, text.encode(JSON.stringify(value))) };
}

/** The value sealed under a name; null when the key is another's, or somebody has changed it. */
export async function unseal(keys: Keys, name: string, { iv, bytes }: Sealed): Promise<unknown> {
  try {
    const how = { name: 'AES-GCM', iv, additionalData: text.encode(name) };
    return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(how, keys.seal, bytes)));
  } catch {
    return null;
  }
}
