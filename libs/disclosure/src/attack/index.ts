export { attackInThread } from './thread.js';
export { attack } from './attack.js';
export type { AttackOptions, AttackResult, Finding, Undetermined } from './types.js';
