export { type Config, ConfigError, readConfig } from './config.js';
export { Sealer } from './crypto/sealer.js';
export { closeClusters, ClusterError, openCluster, type Step } from './database/cluster.js';
export { commandOf, running } from './database/processes.js';
export { composed, composedOf, Parameters } from './database/composed-statement.js';
export { Database, ORDINARY, PATIENTLY, PROCESS_NAME } from './database/database.js';
export { DoorDatabase } from './database/door-database.js';
export { isTrouble, RETRY_AFTER, type Trouble, troubleOf } from './database/trouble.js';
export { Health } from './health/health.js';
export { openHealthDoor } from './health/health-door.js';
export { type Row, type Statement } from './database/trip.js';
export { ensureDatabase, migrate } from './database/migrate.js';
export { plainTypes } from './database/plain-types.js';
export { appUrlOf, doorUrlOf, OWNER_ROLE } from './database/roles.js';
export { type RoomSql } from './database/sql-files.js';
export {
  dropJob,
  type FailureReason,
  Job,
  type JobPayload,
  Jobs,
  type JobSeen,
  listJobs,
  NotYet,
  retryJob,
} from './jobs/index.js';
export { createLog, type Log } from './log.js';
export { platformMigrations } from './migrations/index.js';
export { type Connection, connectionOf, type CursorType, MAX_PAGE, type Page, readPage } from './paging.js';
export { PlatformModule } from './platform.module.js';
export { CONFIG, LOG } from './tokens.js';
export { type Declaration, DECLARATION, Permission, PUBLIC } from './permission.js';
export { jobsSql } from './sql/index.js';
export { Refusal, type RefusalItem, Refusals } from './refusal.js';
export { inReadersOrder } from './words/mongolian-order.js';
export {
  type Language,
  languageOf,
  LANGUAGES,
  type ReadableRefusal,
  type RoomWords,
  Words,
} from './words/words.js';
export { platformWords } from './words/platform.words.js';
