import type { Block, Row } from './blocks.js';

/** A part of a block in which a count may be moved while everything else stands still. */
export interface Part {
  /** Column of the block for each column of the part. */
  columns: number[];
  block: Block;
}

/** Finds the columns around one of a block's: those that most of whose relations are touched already come first. */
export class Surroundings {
  private readonly rowsOf: number[][];

  constructor(private readonly block: Block) {
    this.rowsOf = block.variables.map(() => []);
    block.rows.forEach(({ columns }, row) => {
      for (const column of columns) this.rowsOf[column]!.push(row);
    });
  }

  /** At most so many columns, the center first. */
  around(center: number, most: number): Part {
    const part = new Set<number>();
    const touched = new Set<number>();
    const shares = new Map([[center, 0]]);
    while (part.size < most && shares.size > 0) {
      const column = largest(shares);
      shares.delete(column);
      part.add(column);
      for (const row of this.rowsOf[column]!) {
        if (touched.has(row)) continue;
        touched.add(row);
        for (const other of this.block.rows[row]!.columns) {
          if (part.has(other)) continue;
          shares.set(other, (shares.get(other) ?? 0) + 1 / this.rowsOf[other]!.length);
        }
      }
    }
    return this.partOf([...part], touched);
  }

  private partOf(columns: number[], rows: Set<number>): Part {
    const { variables, lower, upper } = this.block;
    const place = new Map(columns.map((column, at) => [column, at]));
    const kept: Row[] = Array.from(rows, (row) => {
      const { columns: all, signs, rhs } = this.block.rows[row]!;
      const inside = all.flatMap((column, i) => (place.has(column) ? [i] : []));
      return { columns: inside.map((i) => place.get(all[i]!)!), signs: inside.map((i) => signs[i]!), rhs };
    });
    return {
      columns,
      block: {
        variables: columns.map((column) => variables[column]!),
        lower: Float64Array.from(columns, (column) => lower[column]!),
        upper: Float64Array.from(columns, (column) => upper[column]!),
        rows: kept,
      },
    };
  }
}

function largest(shares: Map<number, number>): number {
  let best = -1;
  let most = -1;
  for (const [column, share] of shares) {
    if (share <= most) continue;
    best = column;
    most = share;
  }
  return best;
}
