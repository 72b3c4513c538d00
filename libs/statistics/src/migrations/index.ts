import { CreateCounts1795400000000 } from './202611221950-create-counts.js';

export const statisticsMigrations = [CreateCounts1795400000000];
