import type { Instance, Line, Target } from './instance.js';

/** Changes of these columns add up to nothing. */
export const lineOf = (...columns: number[]): Line => ({
  columns: Int32Array.from(columns),
  signs: new Float64Array(columns.length).fill(1),
});

/** Counts that may each fall or rise by `room`, cost one each, and are shown unless hidden by choice. */
export function counts(size: number, lines: Line[], targets: Target[] = [], room = 9): Instance {
  return {
    size,
    roomDown: new Float64Array(size).fill(room),
    roomUp: new Float64Array(size).fill(room),
    cost: new Float64Array(size).fill(1),
    fixed: new Uint8Array(size),
    lines,
    targets,
    rank: Int32Array.from({ length: size }, (_, column) => column),
  };
}

export const COUNTRIES = ['France', 'Italy', 'Korea', 'Mexico'];
export const CAUSES = ['accident', 'illness', 'crime'];

/** Column of the deaths of one cause in one country. */
export const cell = (country: string, cause: string): number =>
  COUNTRIES.indexOf(country) * CAUSES.length + CAUSES.indexOf(cause);

/** Deaths by country down and cause across; changes of a row or a column add up to nothing. */
export function deaths(...targets: Target[]): Instance {
  const rows = COUNTRIES.map((country) => lineOf(...CAUSES.map((cause) => cell(country, cause))));
  const columns = CAUSES.map((cause) => lineOf(...COUNTRIES.map((country) => cell(country, cause))));
  return counts(COUNTRIES.length * CAUSES.length, [...rows, ...columns], targets);
}

/** Hidden: these causes in these countries. */
export function hiding(countries: string[], causes: string[]): Uint8Array {
  const hidden = new Uint8Array(COUNTRIES.length * CAUSES.length);
  for (const country of countries) for (const cause of causes) hidden[cell(country, cause)] = 1;
  return hidden;
}
