/** Parts of a key are joined by a character that no code may contain (checked when codes are read). */
export const KEY_SEPARATOR = '\u001f';

/** The one string that stands for a full key, for maps and sets. */
export function keyString(key: readonly string[]): string {
  return key.join(KEY_SEPARATOR);
}

/** The key that a key string stands for. */
export function keyOfString(text: string): string[] {
  return text.split(KEY_SEPARATOR);
}
