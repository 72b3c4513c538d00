/** What rules need of the room. */
export * from '../../../libs/reference/src/codes.js';
