import type { DraftValues } from '../session/drafts.ts';
import { uuidv7 } from '../format/uuid.ts';
import type { Draft } from './draft.ts';
import type { Release } from './locks.ts';

/** Milliseconds between the last key and the copy on this device. */
const SAVE_PAUSE = 300;
/** Milliseconds until a copy that could not be made is tried again. */
const TRY_AGAIN = 10_000;
/** Milliseconds for which a form waits to learn what was written in it before, on a slow line. */
const PATIENCE = 3_000;

/** Whether what stands in a form is on the device too. */
export type SaveState = 'empty' | 'saving' | 'saved' | 'failed';

export interface HeldState {
  id: string;
  values: DraftValues;
  /** What the form said before anything was typed. */
  began: DraftValues;
  /** The version of what the form changes, on which it stands. */
  base: string | undefined;
  saved: SaveState;
  /** It was begun before, and is here again. */
  restored: boolean;
  /** False while it is looked for; typing would get in the way of what was typed before. */
  ready: boolean;
}

/** Where drafts are kept, as a form sees it. */
export interface Keeper {
  /** The newest draft of this form that no other tab is writing in. */
  takeUp(form: string): Promise<{ draft: Draft; release: Release } | null>;
  hold(id: string): Promise<Release | null>;
  keep(draft: Draft): Promise<void>;
  drop(id: string): Promise<void>;
}

interface Options {
  form: string;
  at: string;
  fresh: () => DraftValues;
  /** For a form that changes what is there: its version. Only what was changed is then kept, and laid over what is there. */
  base?: string | undefined;
  keeper: () => Promise<Keeper>;
  /** Fields that are never written down, e.g. a password. */
  never?: readonly string[];
}

/** One form's draft in this tab: found when the form opens, kept while it is written, gone when its act is done. */
export class HeldDraft {
  state: HeldState;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private work: Promise<void> = Promise.resolve();
  private release: Release | undefined;
  private touched = false;

  constructor(private options: Options) {
    const { base } = options;
    const began = options.fresh();
    this.state = { id: uuidv7(), values: began, began, base, saved: 'empty', restored: false, ready: false };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): HeldState => this.state;

  /** From where the form would begin now: what it changes may have been read anew. */
  beginsFrom(fresh: () => DraftValues, base: string | undefined): void {
    this.options = { ...this.options, fresh, base };
  }

  /** Looks for what was written in this form before. A form that somebody has begun to fill in stays as it is. */
  async open(): Promise<void> {
    const patience = setTimeout(() => this.change({ ready: true }), PATIENCE);
    try {
      const found = await (await this.options.keeper()).takeUp(this.options.form);
      if (found && this.touched) found.release();
      else if (found) {
        const { id, values, base } = found.draft;
        this.release = found.release;
        this.change({ id, base, values: { ...this.state.began, ...values }, saved: 'saved', restored: true });
      }
    } catch {
      // No line, no https, no room: the form works, and says that its draft is not kept.
    } finally {
      clearTimeout(patience);
      this.change({ ready: true });
    }
  }

  readonly set = (path: string, value: string | string[]): void => {
    this.touched = true;
    this.change({ values: { ...this.state.values, [path]: value }, saved: 'saving' });
    this.saveAfter(SAVE_PAUSE);
  };

  /** Writes at once what waits to be written. */
  flush(): Promise<void> {
    if (this.timer !== undefined) this.save();
    return this.work;
  }

  /** The act is done, or the draft is not wanted: it goes. */
  drop(): Promise<void> {
    this.stop();
    const { id } = this.state;
    this.touched = false;
    this.change({ saved: 'empty', restored: false });
    return this.inTurn(async () => {
      await (await this.options.keeper()).drop(id);
      this.letGo();
    });
  }

  /** An empty form in its place. */
  startAnew(): void {
    void this.drop();
    const began = this.options.fresh();
    this.change({ id: uuidv7(), base: this.options.base, values: began, began });
  }

  /** What the form changes is another than when it was begun: what was changed here is laid over it as it is now. */
  rebase(fresh: DraftValues, base: string): void {
    const changed = this.changed(this.state.values);
    this.change({ base, began: fresh, values: { ...fresh, ...changed } });
    if (Object.keys(changed).length > 0) this.saveAfter(0);
  }

  /** The same words under another id: the id is taken by what was sent before. */
  renew(): void {
    const { values } = this.state;
    void this.drop();
    this.touched = true;
    this.change({ id: uuidv7(), values, saved: 'saving' });
    this.saveAfter(0);
  }

  /** What was typed is not to be kept, though the form may still be on the page. */
  forget(): void {
    this.stop();
    this.change({ saved: 'empty' });
  }

  /** The form leaves the page; what was typed in the last moment is written. */
  async close(): Promise<void> {
    await this.flush();
    this.letGo();
  }

  private save(): void {
    this.stop();
    const { id, values } = this.state;
    void this.inTurn(async () => {
      try {
        const keeper = await this.options.keeper();
        this.release ??= (await keeper.hold(id)) ?? undefined;
        if (this.isFresh(values)) await keeper.drop(id);
        else await keeper.keep({ ...this.kept(values), id });
        if (this.state.values === values) this.change({ saved: this.isFresh(values) ? 'empty' : 'saved' });
      } catch {
        if (this.state.saved === 'empty') return;
        this.change({ saved: 'failed' });
        if (this.timer === undefined) this.saveAfter(TRY_AGAIN);
      }
    });
  }

  /** The draft as it is written down. */
  private kept(values: DraftValues): Omit<Draft, 'id'> {
    const { form, at, never = [] } = this.options;
    const { base } = this.state;
    const written = Object.entries(base === undefined ? values : this.changed(values));
    const kept = Object.fromEntries(written.filter(([path]) => !never.includes(path)));
    return { form, at, base, keptAt: new Date().toISOString(), values: kept };
  }

  /** The fields that say something else than when the form was opened. */
  private changed(values: DraftValues): DraftValues {
    const textOf = (from: DraftValues, path: string): string =>
      JSON.stringify(from[path]?.length ? from[path] : '');
    const paths = Object.keys({ ...this.state.began, ...values });
    const other = paths.filter((path) => textOf(values, path) !== textOf(this.state.began, path));
    return Object.fromEntries(other.map((path) => [path, values[path] ?? '']));
  }

  private isFresh(values: DraftValues): boolean {
    const { never = [] } = this.options;
    return Object.keys(this.changed(values)).every((path) => never.includes(path));
  }

  private saveAfter(pause: number): void {
    this.stop();
    this.timer = setTimeout(() => this.save(), pause);
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private letGo(): void {
    this.release?.();
    this.release = undefined;
  }

  /** One thing after the other, so that an older copy never comes after a newer one. */
  private inTurn(step: () => Promise<void>): Promise<void> {
    this.work = this.work.then(step).catch(() => undefined);
    return this.work;
  }

  private change(part: Partial<HeldState>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }
}
