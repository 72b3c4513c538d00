export { ModelError } from './error.js';
export { keyOfString, keyString } from './keys.js';
export type {
  Change,
  Correction,
  Dimension,
  Problem,
  Published,
  PublishedTable,
  TableSpec,
} from './types.js';
export { parseProblem } from './problem.js';
export { parsePublished } from './published.js';
export { codesIn, finestAmong } from './narrow.js';
export { buildSystem, type Relation, type TableSystem } from './system.js';
export { trueValues } from './truth.js';
export { pictureOf, type Picture, type Sight } from './shown.js';
export { joinLedger } from './ledger.js';
export { changeSince, statesOf, withAnnounced, type State } from './changes.js';
export { formerCellsOf } from './former.js';
export { requireTruthFitsLedger, sumsInLedgerCodes } from './truth-ledger.js';
export { flatTableFromCsv, flatTableToCsv } from './csv.js';
