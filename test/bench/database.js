import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import pg from 'pg';
import { appUrlOf, openCluster } from '../../dist/libs/platform/src/index.js';
import { prepareDatabase } from '../../dist/apps/street.js';
import { buildData } from './data.js';

/**
 * The bench's own server (durable settings, like the product's), with one template of each size, built once.
 * @param {number} size number of cases
 */
export async function openBench(size) {
  const cluster = await openCluster(resolve('.elchin/bench'));
  const template = `bench_${size}`;
  const admin = new pg.Client({ connectionString: `${cluster.url}/postgres` });
  await admin.connect();
  await dropLeftovers(admin);
  const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [template]);
  if (!rowCount) {
    await admin.query(`create database ${template}_half_made`);
    await prepareDatabase(`${cluster.url}/${template}_half_made`);
    await buildData(`${cluster.url}/${template}_half_made`, size);
    await admin.query(`alter database ${template}_half_made rename to ${template}`);
  }
  await prepareDatabase(`${cluster.url}/${template}`); // built by an earlier version, perhaps
  return {
    size,
    /** A fresh copy of the data. */
    async clone() {
      const name = `run_${randomBytes(6).toString('hex')}`;
      await admin.query(`create database ${name} template ${template} strategy file_copy`);
      const ownerUrl = `${cluster.url}/${name}`;
      const drop = () => admin.query(`drop database ${name} with (force)`);
      return { ownerUrl, appUrl: appUrlOf(ownerUrl), drop };
    },
    async close() {
      await admin.end();
      if (cluster.startedHere) await cluster.stop();
    },
  };
}

async function dropLeftovers(admin) {
  const { rows } = await admin.query(
    "select datname from pg_database where datname like 'run\\_%' or datname like 'bench\\_%\\_half\\_made'",
  );
  for (const { datname } of rows) await admin.query(`drop database ${datname} with (force)`);
}
