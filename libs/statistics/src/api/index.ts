export { StatisticsApiModule } from './statistics-api.module.js';
export { StatisticsTableType } from './statistics.types.js';
