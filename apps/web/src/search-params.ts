/** Search parameters as people read them: ?type=DEATH&type=LABOUR, no JSON, no quotes. */
export type RawSearch = Record<string, string | string[] | undefined>;

/** Reads "?a=1&a=2&b=3" as { a: ['1', '2'], b: '3' }. */
export function parseSearch(text: string): RawSearch {
  const found: RawSearch = {};
  for (const [key, value] of new URLSearchParams(text)) {
    const before = found[key];
    found[key] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  return found;
}

/** Writes what `parseSearch` reads; empty values are left out. */
export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (typeof one === 'string' && one !== '') params.append(key, one);
      if (typeof one === 'number' || typeof one === 'boolean') params.append(key, String(one));
    }
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}

/** The values of a parameter that are on a list; undefined when there are none. */
export function someOf<Value extends string>(raw: unknown, allowed: readonly Value[]): Value[] | undefined {
  const values = Array.isArray(raw) ? (raw as unknown[]) : [raw];
  const good = allowed.filter((value) => values.includes(value));
  return good.length ? good : undefined;
}

/** The value of a parameter when it is on a list. */
export function oneOf<Value extends string>(raw: unknown, allowed: readonly Value[]): Value | undefined {
  return allowed.find((value) => value === raw);
}

/** The values of a parameter that have the shape of a code; undefined when there are none. */
export function codesOf(raw: unknown): string[] | undefined {
  const values = (Array.isArray(raw) ? raw : [raw]) as unknown[];
  const good = values.filter(
    (value): value is string => typeof value === 'string' && /^[\w.:-]{1,60}$/.test(value),
  );
  return good.length ? good : undefined;
}

/** A text that matches a shape. */
export function textLike(raw: unknown, shape: RegExp): string | undefined {
  return typeof raw === 'string' && shape.test(raw) ? raw : undefined;
}

/** The same object without one of its keys; an address has no empty parameters. */
export function without<Whole extends object, Key extends keyof Whole>(
  whole: Whole,
  key: Key,
): Omit<Whole, Key> {
  const rest = { ...whole };
  delete rest[key];
  return rest;
}
