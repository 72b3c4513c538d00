/** Safe tables: pure algorithms, no I/O. See the room's README. */
export {
  attack,
  attackInThread,
  type AttackOptions,
  type AttackResult,
  type Finding,
  type Undetermined,
} from './attack/index.js';
export {
  consularPlan,
  generateProblem,
  Register,
  SeededRandom,
  type GeneratedProblem,
  type GeneratedRelease,
  type ProblemPlan,
} from './generate/index.js';
export {
  flatTableFromCsv,
  flatTableToCsv,
  formerCellsOf,
  joinLedger,
  ModelError,
  parseProblem,
  parsePublished,
  type Dimension,
  type Problem,
  type Published,
  type PublishedTable,
  type TableSpec,
} from './model/index.js';
export {
  Cancelled,
  ledgerWith,
  NothingSafe,
  protect,
  TooFine,
  withinPromise,
  type HiddenCell,
  type Level,
  type Pattern,
  type Proof,
  type ProtectOptions,
  type ProtectProgress,
  type PublishedFile,
  type Redesign,
} from './protect/index.js';
