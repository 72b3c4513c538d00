import { createHmac } from 'node:crypto';

/**
 * The secret keyed order: places names by their HMAC-SHA-256, so that nobody without the key can tell from a
 * pattern why one of several equally good cells was hidden.
 * @returns the rank of each name, 0 first
 */
export function keyedRanks(names: readonly string[], key: string): Int32Array {
  const tags = names.map((name) => createHmac('sha256', key).update(name).digest('hex'));
  const order = Array.from(names, (_, at) => at).sort((a, b) =>
    tags[a]! < tags[b]! ? -1 : tags[a]! > tags[b]! ? 1 : a - b,
  );
  const ranks = new Int32Array(names.length);
  order.forEach((name, rank) => (ranks[name] = rank));
  return ranks;
}

/** A number from the key, to seed whatever has to be drawn. */
export function seedOf(key: string): number {
  return createHmac('sha256', key).update('seed').digest().readInt32LE(0);
}
