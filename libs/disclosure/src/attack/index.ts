export { attackInThread } from './thread.js';
export { attack } from './attack.js';
export type { AttackOptions, AttackResult, Fall, Finding, Progress, Undetermined } from './types.js';
