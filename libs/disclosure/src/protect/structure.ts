import type { Cut } from './cuts.js';
import { isConditional, type Instance, type Line, type Target } from './instance.js';

/** "If hidden, then another of these too": a column hidden alone on a line is known. */
export interface Bridge {
  column: number;
  others: number[];
}

/** Every bridge of the instance, on lines of which no column is hidden anyway. */
export function allBridges(instance: Instance): Bridge[] {
  return instance.lines
    .filter(({ columns }) => !columns.some((column) => instance.fixed[column]))
    .flatMap(({ columns }) =>
      Array.from(columns, (column) => ({ column, others: [...columns].filter((other) => other !== column) })),
    );
}

/**
 * What each line through a target says by itself: the other hidden columns of the line must have room for the target's
 * rise, and for its rise and fall together. Needs no linear programme and gives most of the bound.
 */
export function lineCuts(instance: Instance): Cut[] {
  const targetsOf = new Map<number, Target[]>();
  for (const target of instance.targets)
    if (!isConditional(target) && target.down === undefined)
      targetsOf.set(target.column, [...(targetsOf.get(target.column) ?? []), target]);
  return instance.lines.flatMap((line) =>
    Array.from(line.columns).flatMap((column, at) =>
      (targetsOf.get(column) ?? []).flatMap((target) => cutsOnLine(instance, line, at, target)),
    ),
  );
}

function cutsOnLine(instance: Instance, line: Line, at: number, { up, width }: Target): Cut[] {
  const rise = (i: number): number => roomAgainst(instance, line, i, line.signs[at]!);
  const fall = (i: number): number => roomAgainst(instance, line, i, -line.signs[at]!);
  const cuts: (Cut | undefined)[] = [];
  if (up > 0) cuts.push(lineCut(instance, line, at, (i) => rise(i) / up));
  // Both directions may be used to the full by one column, so each is limited by what is asked for.
  if (width > up && width > 0)
    cuts.push(
      lineCut(instance, line, at, (i) => Math.min(rise(i) / width, 1) + Math.min(fall(i) / width, 1)),
    );
  return cuts.filter((cut) => cut !== undefined);
}

/** Room of a line's column against a move of another one that stands on the line with `sign`. */
function roomAgainst(
  { roomUp, roomDown }: Instance,
  { columns, signs }: Line,
  i: number,
  sign: number,
): number {
  const column = columns[i]!;
  return Math.abs(signs[i]! / sign) * (signs[i]! * sign < 0 ? roomUp[column]! : roomDown[column]!);
}

function lineCut(
  { fixed }: Instance,
  { columns }: Line,
  at: number,
  share: (i: number) => number,
): Cut | undefined {
  const kept: number[] = [];
  const coefficients: number[] = [];
  let rest = 1;
  for (let i = 0; i < columns.length; i++) {
    if (i === at) continue;
    const part = Math.min(share(i), 1);
    if (fixed[columns[i]!]) rest -= part;
    else if (part > 0) {
      kept.push(columns[i]!);
      coefficients.push(part);
    }
  }
  if (rest <= 1e-9) return undefined;
  return {
    columns: Int32Array.from(kept),
    coefficients: Float64Array.from(coefficients, (part) => Math.min(part / rest, 1)),
  };
}
