import type pg from 'pg';
import type { QueryRunner } from 'typeorm';

/**
 * Brings graphile-worker's tables to what the installed version of it wants, in the migration's own transaction and as its
 * role. Asked again it does nothing.
 */
export async function installJobTables(queryRunner: QueryRunner): Promise<void> {
  const { Logger, runMigrations } = await import('graphile-worker');
  const client = (await queryRunner.connect()) as pg.PoolClient;
  const lent = {
    connect: () => Promise.resolve({ query: asPartOf(client), release: () => undefined }),
    on: () => lent,
    removeListener: () => lent,
    listeners: () => [() => undefined],
    options: { max: 1 },
  };
  await runMigrations({ pgPool: lent as unknown as pg.Pool, logger: new Logger(() => () => undefined) });
}

/** graphile-worker begins and commits by itself, and finds out by failing that it is new here: here all of it is part of one transaction. */
function asPartOf(client: pg.ClientBase) {
  return async (query: string | pg.QueryConfig, values?: unknown[]): Promise<pg.QueryResult | undefined> => {
    const text = typeof query === 'string' ? query : query.text;
    if (text === 'begin' || text === 'commit') return undefined;
    await client.query('savepoint part');
    try {
      const result = await client.query(
        text,
        values ?? (typeof query === 'string' ? undefined : query.values),
      );
      await client.query('release savepoint part');
      return result;
    } catch (error) {
      await client.query('rollback to savepoint part');
      throw error;
    }
  };
}
