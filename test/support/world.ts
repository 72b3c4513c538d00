import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { appUrlOf, Database, DoorDatabase, doorUrlOf } from '#platform';
import { migratedTemplate, testServer } from './cluster.js';

/** One test file's own database: migrated, with reference data, and nobody in it yet. */
export interface World {
  ownerUrl: string;
  appUrl: string;
  doorUrl: string;
  /** As the application's role, like the API. */
  database: Database;
  /** As the role that lets people in. */
  door: DoorDatabase;
  /** As the owner of the tables: for arranging and for looking behind the locks. */
  owner: pg.Pool;
  end(): Promise<void>;
}

export async function aWorld(): Promise<World> {
  const server = await testServer();
  const template = await migratedTemplate(server);
  const name = `test_${randomBytes(8).toString('hex')}`;
  await onServer(server, `create database ${name} template ${template} strategy file_copy`);
  const ownerUrl = `${server}/${name}`;
  const appUrl = appUrlOf(ownerUrl);
  const doorUrl = doorUrlOf(ownerUrl);
  const door = new DoorDatabase(doorUrl);
  const orm = await new DataSource({ type: 'postgres', url: appUrl, poolSize: 4 }).initialize();
  const database = new Database(orm, appUrl, 4);
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  // `end` does not wait for the server's side to close; dropping the database may then be faster.
  owner.on('error', () => undefined);
  const end = async () => {
    await Promise.all([
      database.onApplicationShutdown(),
      door.onApplicationShutdown(),
      orm.destroy(),
      owner.end(),
    ]);
    await onServer(server, `drop database ${name} with (force)`);
  };
  return { ownerUrl, appUrl, doorUrl, database, door, owner, end };
}

async function onServer(server: string, statement: string): Promise<void> {
  const admin = new pg.Client({ connectionString: `${server}/postgres` });
  await admin.connect();
  // A template can be copied by one at a time.
  await admin.query("select pg_advisory_lock(hashtext('elchin clone'))");
  await admin.query(statement).finally(() => admin.end());
}
