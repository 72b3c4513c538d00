import base from '../jest.config.js';

/** The pure specs alone: they need neither PostgreSQL nor a build, so that a mutant takes a fraction of a second. */
export default {
  ...base,
  rootDir: '../..',
  roots: ['<rootDir>/libs'],
  testRegex:
    '/(policy\\.rules|period\\.rules|[^/]*\\.lifecycle|[^/]*\\.reach|(acts|filing|file|records)/.*\\.rules)\\.spec\\.ts$',
  globalSetup: undefined,
  globalTeardown: undefined,
};
