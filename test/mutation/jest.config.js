import base from '../jest.config.js';

/**
 * The pure specs alone, and of other rooms only what rules need: no PostgreSQL, no build, no Nest and no TypeORM to load, so that a
 * mutant takes a fraction of a second.
 */
export default {
  ...base,
  rootDir: '../..',
  roots: ['<rootDir>/libs'],
  testRegex:
    '/(policy\\.rules|period\\.rules|[^/]*\\.lifecycle|[^/]*\\.reach|(acts|filing|file|records)/.*\\.rules)\\.spec\\.ts$',
  moduleNameMapper: {
    '^#(platform|access|reference)$': '<rootDir>/test/mutation/rooms/$1.ts',
    ...base.moduleNameMapper,
  },
  globalSetup: undefined,
  globalTeardown: undefined,
};
