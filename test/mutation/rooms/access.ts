/** What rules need of the room. */
export * from '../../../libs/access/src/policy.rules.js';
