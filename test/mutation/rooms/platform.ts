/** What rules need of the room, without its database and its server: a mutant is tried in a fraction of the time. */
export * from '../../../libs/platform/src/refusal.js';
export * from '../../../libs/platform/src/paging.js';
