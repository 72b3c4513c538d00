import base from '../jest.config.js';

/** The pure specs alone: they need neither PostgreSQL nor a build, so that a mutant takes a fraction of a second. */
export default {
  ...base,
  rootDir: '../..',
  roots: ['<rootDir>/libs'],
  testRegex: '\\.(rules|lifecycle|reach)\\.spec\\.ts$',
  globalSetup: undefined,
  globalTeardown: undefined,
};
