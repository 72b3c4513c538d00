import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database, type Row, type Statement } from '#platform';
import type { Asking } from './asking.js';
import { SessionCache } from './session-cache.service.js';

/** SQLSTATE of `access.enter` when the session is over, or its owner's role or post has changed. */
const NOT_LIVE = 'EL401';

/** The caller's session is over. The edge answers `UNAUTHENTICATED`. */
export class SessionOver extends Error {}

/**
 * The only way to the rows of cases for a person: each transaction first shows the session to the database, which sets
 * the actor for row-level security and writes the access log's row. Neither can be forgotten, since no room calls
 * them by hand.
 */
@Injectable()
export class Door {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionCache,
  ) {}

  /**
   * Statements that write, in one transaction and one round trip. What was answered is on the disk.
   * @param subjectId the row acted on, for the log.
   * @returns the rows of each statement.
   * @throws SessionOver
   */
  oneTrip(asking: Asking, statements: readonly Statement[], subjectId?: string): Promise<Row[][]> {
    return this.enterWith(asking, statements, subjectId, true);
  }

  /**
   * The same for statements that only read: the log's row is committed before the answer leaves, but its way to the disk is
   * not waited for (decision 0004: what that can lose, and what not).
   */
  read(asking: Asking, statements: readonly Statement[], subjectId?: string): Promise<Row[][]> {
    return this.enterWith(asking, statements, subjectId, false);
  }

  /**
   * The same for a list or a search: the ids that the statement finds are in the log's row, written by that very statement.
   * @param list has a column `shown_id`.
   * @param first so many of its rows are shown; one more may be there to say that there are more.
   */
  async readList(
    asking: Asking,
    list: Statement,
    first: number,
    others: readonly Statement[] = [],
  ): Promise<Row[][]> {
    if (!asking.logged) return this.read(asking, [list, ...others]);
    const enter = entrance({ ...asking, logged: false }, undefined, true);
    const statements = [enter, listedWith(list, asking.operation, first), ...others];
    const [, rows = [], ...more] = await this.watched(asking, () => this.database.oneTrip(statements));
    return [rows.filter(({ shown_id: id }) => id !== null), ...more];
  }

  /** The same for one row by its key, which is over at once and may travel with others (`Database.quickTrip`). */
  readOne(asking: Asking, statement: Statement, subjectId?: string): Promise<Row[]> {
    return this.watched(asking, async () => {
      const trip = [entrance(asking, subjectId, false), statement];
      const [, rows = []] = await this.database.quickTrip(trip);
      return rows;
    });
  }

  /**
   * The same for a row that is known by another key than its id, such as a reference. The log speaks of ids.
   * @param which finds the id: one row with one column, under the person's own row-level security.
   */
  readOneBy(asking: Asking, statement: Statement, which: Statement): Promise<Row[]> {
    return this.watched(asking, async () => {
      const enter = entrance({ ...asking, logged: false }, undefined, true);
      const [, , rows = []] = await this.database.quickTrip([enter, lookedAt(asking, which), statement]);
      return rows;
    });
  }

  private async enterWith(
    asking: Asking,
    statements: readonly Statement[],
    subjectId: string | undefined,
    durable: boolean,
  ): Promise<Row[][]> {
    const rows = await this.watched(asking, () =>
      this.database.oneTrip([entrance(asking, subjectId, durable), ...statements]),
    );
    rows.shift();
    return rows;
  }

  /** One transaction in which `work` may read, decide and write. */
  act<T>(
    asking: Asking,
    subjectId: string | undefined,
    work: (manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    return this.watched(asking, () =>
      this.database.transaction(async (manager) => {
        const { text, values } = entrance(asking, subjectId, true);
        await manager.query(text, [...values]);
        return work(manager);
      }),
    );
  }

  private async watched<T>(asking: Asking, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if ((error as { code?: string }).code !== NOT_LIVE) throw error;
      this.sessions.forget(asking.tokenHash);
      throw new SessionOver('session is not live', { cause: error });
    }
  }
}

/** Shows the session, sets the actor, and writes the access log's row: it stands or falls with the transaction. */
function entrance(
  { actor, tokenHash, logged, operation }: Asking,
  subjectId: string | undefined,
  durable: boolean,
): Statement {
  const log = logged ? [operation, subjectId ?? null] : [null, null];
  return {
    name: 'access.enter',
    text: 'select access.enter($1, $2, $3, $4, $5, $6, $7)',
    values: [tokenHash, actor.staffId, actor.role, actor.missionId, ...log, durable],
  };
}

const LISTED_TEXTS = new Map<string, string>();
const MOST_TEXTS = 300;

/**
 * The list's own statement, which also writes the log's row. The call stands first in a left join, so that it happens once, also when nothing is
 * found; one row without an id comes then.
 */
function listedWith(list: Statement, operation: string, first: number): Statement {
  const at = list.values.length;
  let text = LISTED_TEXTS.get(list.text);
  if (text === undefined) {
    text = `with page as materialized (${list.text}), listed as materialized (
      select access.listed($${at + 1}, (select array_agg(s.shown_id) from (select p.shown_id from page p limit $${at + 2}::integer) s)))
      select page.* from listed left join page on true`;
    if (LISTED_TEXTS.size < MOST_TEXTS) LISTED_TEXTS.set(list.text, text);
  }
  return { name: list.name && `listed ${list.name}`, text, values: [...list.values, operation, first] };
}

/** Writes the log's row of a read whose subject is found on the way, and lets nothing write after it. */
function lookedAt({ logged, operation }: Asking, which: Statement): Statement {
  return {
    name: `access.looked_at ${which.name}`,
    text: `select access.looked_at($${which.values.length + 1}, (${which.text}))`,
    values: [...which.values, logged ? operation : null],
  };
}
