/** How often it is looked whether it is over, and how long nothing may have been heard of it then, in milliseconds. */
export interface Pace {
  every: number;
  quiet: number;
}

/**
 * A time of trouble, told in two lines of the log: one when it comes and one when it is over, however many requests fail in
 * between.
 */
export class Spell {
  private since: number | undefined;
  private last = 0;
  private timer: NodeJS.Timeout | undefined;

  /**
   * @param isOver looks; whatever it throws means: not yet.
   * @param told when it comes (with what was heard first) and when it is over (with how long it was).
   */
  constructor(
    private readonly isOver: () => Promise<unknown>,
    private readonly told: { comes: (reason: string) => void; goes: (afterMs: number) => void },
    private readonly pace: Pace = { every: 1_000, quiet: 2_000 },
  ) {}

  get lasts(): boolean {
    return this.since !== undefined;
  }

  notice(reason: string): void {
    this.last = Date.now();
    if (this.since !== undefined) return;
    this.since = this.last;
    this.told.comes(reason);
    this.lookLater();
  }

  end(): void {
    clearTimeout(this.timer);
    this.since = undefined;
  }

  private lookLater(): void {
    this.timer = setTimeout(() => void this.look(), this.pace.every).unref();
  }

  private async look(): Promise<void> {
    const over = await this.isOver().then(
      () => Date.now() - this.last >= this.pace.quiet,
      () => false,
    );
    if (this.since === undefined) return;
    if (!over) return this.lookLater();
    this.told.goes(Date.now() - this.since);
    this.since = undefined;
  }
}
