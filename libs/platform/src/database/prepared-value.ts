/** A value as PostgreSQL reads it: text, bytes, or null. */
export type WireValue = string | Buffer | null;

/**
 * Our values in PostgreSQL's text form. (pg's own conversion is private to it, and writes instants in the local time of this machine.)
 * @throws TypeError for what cannot be sent: an object that holds itself, a function, a symbol.
 */
export function preparedValue(value: unknown): WireValue {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value);
  if (value instanceof Date) return value.toISOString();
  if (ArrayBuffer.isView(value)) {
    return Buffer.isBuffer(value) ? value : Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  }
  if (Array.isArray(value)) return arrayText(value);
  if (typeof value === 'object') return JSON.stringify(value);
  throw new TypeError(`a ${typeof value} cannot be sent to the database`);
}

/** `{"a","b \\"c\\"",NULL,{…}}`: every element in quotes, so that none is taken for a word of the syntax. */
function arrayText(values: readonly unknown[]): string {
  return `{${values.map(elementText).join(',')}}`;
}

function elementText(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (Array.isArray(value)) return arrayText(value);
  const text = preparedValue(value);
  if (Buffer.isBuffer(text)) return `"\\\\x${text.toString('hex')}"`;
  return `"${(text ?? '').replace(/["\\]/g, '\\$&')}"`;
}
