import { CreateCounts1795400000000 } from './202611221950-create-counts.js';
import { FoldFactsIntoCounts1795400000001 } from './202611221951-fold-facts-into-counts.js';
import { FoldEqualFactsOnce1795400000002 } from './202611251900-fold-equal-facts-once.js';

export const statisticsMigrations = [
  CreateCounts1795400000000,
  FoldFactsIntoCounts1795400000001,
  FoldEqualFactsOnce1795400000002,
];
