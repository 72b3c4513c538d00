// The pages in a real Chromium, against the real API on a database of their own. One file at a time: each is a browser.
import base from '../jest.config.js';

export default {
  ...base,
  rootDir: '../..',
  roots: ['<rootDir>/test/browser'],
  testRegex: '\\.browser\\.ts$',
  globalSetup: '<rootDir>/test/browser/global-setup.js',
  testTimeout: 120_000,
  maxWorkers: 1,
};
