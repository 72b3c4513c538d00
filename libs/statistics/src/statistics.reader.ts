import { Injectable } from '@nestjs/common';
import { type Asking, Door, reachOf } from '#access';
import { type Statement } from '#platform';
import { Codes } from '#reference';
import { CountCache, type KeptTable } from './count-cache.js';
import { countStatement, pendingStatement } from './count.sql.js';
import { Folding } from './folding.service.js';
import type { Dimension, Question, StatisticsFilter, StatisticsTable } from './question.js';
import { readQuestion } from './question.rules.js';
import { tableOf } from './table.js';

/** A table, and the moment as of which it was counted: everything committed before it is in it. */
export type CountedTable = StatisticsTable & { countedAt: string };

interface Answer {
  version: number;
  ours: boolean;
  counted_at: string;
  kept?: string | null;
  pending: string | null;
  undated_kept?: number;
  undated_pending?: number;
}

/** Counts cases, in one statement and so as of one moment, within the asker's reach. */
@Injectable()
export class StatisticsReader {
  private readonly cache = new CountCache();
  private readonly making = new Map<string, Promise<CountedTable>>();

  constructor(
    private readonly door: Door,
    private readonly codes: Codes,
    private readonly folding: Folding,
  ) {}

  /**
   * Counts cases by one to three dimensions. Every act committed before the call is in the figures.
   * @throws Refusal with what is wrong with the question; SessionOver.
   */
  async table(
    asking: Asking,
    dimensions: readonly Dimension[],
    filter: StatisticsFilter,
  ): Promise<CountedTable> {
    const question = readQuestion(dimensions, filter, asking.actor, this.codes);
    const key = keyOf(question, asking, this.codes.generation);
    for (;;) {
      const known = this.cache.get(key);
      const again = known && (await this.fromKnown(asking, question, key, known));
      if (again) return again;
      const making = this.making.get(key);
      if (!making) return this.alone(key, () => this.fromDatabase(asking, question, key));
      // Somebody asks for the same at this moment. Their table will be at hand, to be asked for in one's own name.
      await making.catch(() => undefined);
    }
  }

  /** Lets one at a time make a table from the counts: after a fold all readers of a large one would come at once. */
  private async alone(key: string, make: () => Promise<CountedTable>): Promise<CountedTable> {
    const made = make();
    this.making.set(key, made);
    try {
      return await made;
    } finally {
      this.making.delete(key);
    }
  }

  /** Undefined when the counts have changed since. */
  private async fromKnown(
    asking: Asking,
    question: Question,
    key: string,
    known: KeptTable,
  ): Promise<CountedTable | undefined> {
    const answer = await this.ask(asking, pendingStatement(question));
    if (!answer.ours || answer.version !== known.version) return undefined;
    const same = answer.pending === known.pending && answer.undated_pending === known.undatedPending;
    const table = same
      ? known.table
      : this.make(asking, question, key, { ...answer, kept: known.kept, undated_kept: known.undatedKept });
    return { ...table, countedAt: answer.counted_at };
  }

  private async fromDatabase(asking: Asking, question: Question, key: string): Promise<CountedTable> {
    let answer = await this.ask(asking, countStatement(question));
    if (!answer.ours) {
      // The counts were restored from another server, whose transactions are numbered otherwise: they are made anew.
      await this.folding.fold();
      answer = await this.ask(asking, countStatement(question));
    }
    const table = this.make(asking, question, key, answer);
    return { ...table, countedAt: answer.counted_at };
  }

  private make(asking: Asking, question: Question, key: string, answer: Answer): StatisticsTable {
    const {
      version,
      kept = null,
      pending,
      undated_kept: undatedKept,
      undated_pending: undatedPending,
    } = answer;
    const undated = (undatedKept ?? 0) + (undatedPending ?? 0);
    const table = tableOf(question, { lines: [kept, pending], undated }, asking.language, this.codes);
    this.cache.set(key, { version, kept, pending, undatedKept, undatedPending, table });
    return table;
  }

  private async ask(asking: Asking, statement: Statement): Promise<Answer> {
    const [, rows] = await this.door.read(asking, [AS_STATS, statement]);
    return rows?.[0] as unknown as Answer;
  }
}

/** Counting is done as a role that may read counts and nameless facts: a mistake in a count's text finds no name to show. */
const AS_STATS: Statement = {
  name: 'stat.role',
  text: `select set_config('role', 'elchin_stats', true)`,
  values: [],
};

/** Two askers share a table only when they see the same posts and read the same language. */
function keyOf(question: Question, asking: Asking, generation: number): string {
  const reach = reachOf(asking.actor.role) === 'MISSION' ? asking.actor.missionId : 'every post';
  return JSON.stringify([generation, reach, asking.language, question]);
}
