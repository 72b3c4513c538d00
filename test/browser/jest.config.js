// The pages in a real Chromium, against the real API on a database of their own. One file at a time: each is a browser.
import base from '../jest.config.js';

const [pattern, [compiler, options]] = Object.entries(base.transform)[0];

export default {
  ...base,
  rootDir: '../..',
  roots: ['<rootDir>/test/browser'],
  testRegex: '\\.browser\\.ts$',
  transform: {
    // The catalogs are imported as JSON, which a module may only do with the attribute that says so.
    [pattern]: [
      compiler,
      { ...options, jsc: { ...options.jsc, experimental: { keepImportAttributes: true } } },
    ],
  },
  globalSetup: '<rootDir>/test/browser/global-setup.js',
  testTimeout: 120_000,
  maxWorkers: 1,
};
