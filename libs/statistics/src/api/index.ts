export { StatisticsApiModule } from './statistics-api.module.js';
