export { statisticsMigrations } from './migrations/index.js';
export { statisticsSql } from './sql/index.js';
export { foldNow, rebuildCounts } from './operators-counts.js';
export { type Difference, recount, type RecountReport } from './recount.js';
export { StatisticsReader } from './statistics.reader.js';
export { statisticsWords } from './statistics.words.js';
