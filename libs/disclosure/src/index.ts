/** Safe tables: pure algorithms, no I/O. See the room's README. */
export {
  attack,
  attackInThread,
  type AttackResult,
  type Finding,
  type Undetermined,
} from './attack/index.js';
export { consularPlan, generateProblem, Register, type GeneratedRelease } from './generate/index.js';
export {
  flatTableFromCsv,
  flatTableToCsv,
  formerCellsOf,
  joinLedger,
  ModelError,
  parseProblem,
  parsePublished,
  type Problem,
  type Published,
} from './model/index.js';
export {
  ledgerWith,
  NothingSafe,
  protect,
  TooFine,
  withinPromise,
  type Level,
  type Pattern,
  type ProtectOptions,
  type ProtectProgress,
} from './protect/index.js';
