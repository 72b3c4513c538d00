import { linesThrough, type Instance } from './instance.js';
import { columnsNear } from './near.js';
import { ReachModel, type Reach } from './reach.js';
import { restrictTo, type Restricted } from './restrict.js';
import type { Highs } from './solver.js';

/** What is near a column. */
interface Ball {
  center: number;
  /** The columns near, with the lines of which everything that can move is near. */
  near: Restricted;
  share: Float64Array;
}

/**
 * What limits a target, by linear programmes over a few columns near it: with nothing known of the lines further
 * away, a limit found here is one of the whole table too.
 */
export class LocalModel {
  private readonly linesOf: Int32Array[];
  private ball?: Ball;

  /**
   * @param share how much of its room each column has, 0 to 1; may change if `changed` is called
   * @param enough columns around a target that are looked at
   */
  constructor(
    private readonly highs: Highs,
    private readonly instance: Instance,
    private readonly share: ArrayLike<number>,
    private readonly enough: number,
  ) {
    this.linesOf = linesThrough(instance);
  }

  /** Must be told whenever the shares have changed. */
  changed(): void {
    delete this.ball;
  }

  /**
   * No further than this can the column rise (direction 1) or fall (-1); the move is of no use.
   * @param longest steps longer than this are not needed
   */
  limit(column: number, direction: 1 | -1, longest: number): Reach {
    const { near, share } = this.around(column);
    const model = new ReachModel(this.highs, near.instance);
    try {
      model.setRoom(share, longest);
      const { distance, move, prices } = model.furthest(near.placeOf.get(column)!, direction);
      return { distance, move, prices: near.pricesOutOf(prices) };
    } finally {
      model.dispose();
    }
  }

  private around(center: number): Ball {
    if (this.ball?.center === center) return this.ball;
    const { columns, inner } = columnsNear(this.instance, this.linesOf, this.share, center, this.enough);
    const near = restrictTo(this.instance, columns, inner);
    return (this.ball = { center, near, share: Float64Array.from(columns, (column) => this.share[column]!) });
  }
}
