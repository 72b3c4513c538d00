export { accessRoom, type AccessRoom } from './access-room.js';
export { PASSWORD, signedInAs } from './people.js';
