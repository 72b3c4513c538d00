import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import pg from 'pg';
import { appUrlOf, openCluster } from '../../dist/libs/platform/src/index.js';
import { prepareDatabase } from '../../dist/apps/street.js';
import { buildData } from './data.js';
import { makeRaw } from './raw-data.js';

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
  const copy = (to, from) => admin.query(`create database ${to} template ${from} strategy file_copy`);
  /** @param {string} [shape] raw's own, of this shape; left out: ours. */
  async function clone(shape) {
    const name = `run_${randomBytes(6).toString('hex')}`;
    await copy(name, shape ? await rawTemplate(shape) : template);
    const ownerUrl = `${cluster.url}/${name}`;
    const drop = () => admin.query(`drop database ${name} with (force)`);
    return { ownerUrl, appUrl: appUrlOf(ownerUrl), drop };
  }
  /** Made once in a run of the bench: data of an earlier version would not do. */
  const made = new Map();
  async function rawTemplate(shape) {
    if (!made.has(shape)) {
      const name = `raw_${shape}_${template}`;
      await admin.query(`drop database if exists ${name} with (force)`);
      await copy(name, template);
      await makeRaw(`${cluster.url}/${name}`, shape);
      made.set(shape, name);
    }
    return made.get(shape);
  }
  return {
    size,
    clone,
    async close() {
      for (const name of made.values()) await admin.query(`drop database ${name} with (force)`);
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
