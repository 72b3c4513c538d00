import { isConditional, type Instance } from './instance.js';

/** A quick sum: on a line through both, can the other hidden columns make room for the target at all? */
export function fallsShortOnALine(
  instance: Instance,
  linesOf: Int32Array[],
  hidden: Uint8Array,
  target: number,
  shown: number,
): boolean {
  const { column, up, down } = instance.targets[target]!;
  if (down !== undefined || up <= 0 || isConditional(instance.targets[target]!)) return false;
  return linesOf[shown]!.some((line) => {
    const { columns, signs } = instance.lines[line]!;
    const place = columns.indexOf(column);
    if (place < 0) return false;
    let room = 0;
    for (let i = 0; i < columns.length && room < up; i++) {
      if (i === place || !hidden[columns[i]!]) continue;
      const opposite = signs[i]! * signs[place]! < 0;
      room += Math.abs(signs[i]!) * (opposite ? instance.roomUp : instance.roomDown)[columns[i]!]!;
    }
    return room < up * Math.abs(signs[place]!);
  });
}

/** Targets with their column on each line. */
export function targetsOnLines(instance: Instance): Int32Array[] {
  const targetsOf = new Map<number, number[]>();
  instance.targets.forEach(({ column }, target) =>
    targetsOf.set(column, [...(targetsOf.get(column) ?? []), target]),
  );
  return instance.lines.map(({ columns }) =>
    Int32Array.from([...columns].flatMap((column) => targetsOf.get(column) ?? [])),
  );
}
