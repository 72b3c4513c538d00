export { accessRoom, type AccessRoom } from './access-room.js';
export { PASSWORD, type Person, signedInAs } from './people.js';
