import type { KeyObject } from 'node:crypto';

export type Result =
  | { ok: true; rows: number; signed: number; checkpoints: number }
  | { ok: false; n: number; entry: string | null; what: string };

type Query = (text: string, values: unknown[]) => Promise<Record<string, unknown>[]>;

export function verifyDatabase(
  query: Query,
  keys: readonly KeyObject[],
  copies: ReadonlyMap<number, string>,
): Promise<Result>;
