export { ledgerWith } from './ledger-file.js';
export { withinPromise } from './promise.js';
export type { Level, Progress as ProtectProgress, ProtectOptions } from './options.js';
export type { Pattern } from './pattern.js';
export { NothingSafe, protect, TooFine } from './protect.js';
