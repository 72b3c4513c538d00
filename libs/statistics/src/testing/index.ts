export { countByHand, readable } from './counting.js';
export { emptied, foldedCompletely } from './folding.js';
export { amended, type CountedCase, opened, type Owner } from './register.js';
export { statisticsRoom } from './statistics-room.js';
