export { Cancelled } from './clock.js';
export { ledgerWith, type PublishedFile } from './ledger-file.js';
export { withinPromise } from './promise.js';
export type { Level, Progress as ProtectProgress, ProtectOptions } from './options.js';
export type { HiddenCell, Pattern, PatternCell, Proof } from './pattern.js';
export { NothingSafe, protect, TooFine } from './protect.js';
export type { Redesign } from './redesign.js';
