import all from '../../jest.config.js';

// A command of its own (npm run adversary:holes): it takes minutes, and says how good the suite is, not whether the register is sound.
export default {
  ...all,
  rootDir: '../../..',
  roots: ['<rootDir>/test/database/adversary'],
  testRegex: '\\.holes\\.ts$',
};
