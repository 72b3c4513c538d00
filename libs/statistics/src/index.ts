export { FOLD_EVERY_MS, Folding } from './folding.service.js';
export { statisticsMigrations } from './migrations/index.js';
export { statisticsSql } from './sql/index.js';
export { foldNow, rebuildCounts } from './operators-counts.js';
export {
  type Axis,
  type Basis,
  BASES,
  type Category,
  type Dimension,
  DIMENSIONS,
  type StatisticsFilter,
  type StatisticsTable,
} from './question.js';
export { type Difference, type OwnerConnection, recount, type RecountReport } from './recount.js';
export { type CountedTable, StatisticsReader } from './statistics.reader.js';
export { StatisticsModule } from './statistics.module.js';
export { statisticsWords } from './statistics.words.js';
export { csvOf } from './table.csv.js';
