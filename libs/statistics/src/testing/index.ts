export { countByHand, readable } from './counting.js';
export { emptied, foldedCompletely } from './folding.js';
export { amended, type CountedCase, opened } from './register.js';
export { statisticsRoom } from './statistics-room.js';
