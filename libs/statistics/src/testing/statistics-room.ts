import { accessRoom } from '#access/testing';
import { createLog, type Database } from '#platform';
import { codesFromFiles } from '#reference/testing';
import { Folding } from '../folding.service.js';
import { StatisticsReader } from '../statistics.reader.js';

/** The room's services on a database, put together by hand: for specs that need no HTTP. */
export async function statisticsRoom(database: Database) {
  const { door } = await accessRoom(database);
  const folding = new Folding(database, createLog('silent'));
  return { folding, reader: new StatisticsReader(door, await codesFromFiles(), folding) };
}
