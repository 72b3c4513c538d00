// `npm run mutation`: changes the rules in hundreds of small ways; each change must fail a spec. Not a part of CI.
export default {
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: { configFile: 'test/mutation/jest.config.js', enableFindRelatedTests: false },
  mutate: [
    'libs/cases/src/file/*.{lifecycle,reach}.ts',
    'libs/cases/src/{acts,filing,records}/**/*.rules.ts',
    'libs/access/src/policy.rules.ts',
    'libs/statistics/src/period.rules.ts',
  ],
  ignorePatterns: ['.elchin', 'dist', 'apps/web', 'docker'],
  tempDirName: '.elchin/mutation',
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: '.elchin/mutation.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  coverageAnalysis: 'perTest',
  thresholds: { high: 95, low: 92, break: 90 },
  // Modules of a run stay in memory: a runner is begun anew before they fill it.
  maxTestRunnerReuse: 40,
  // On a busy machine a slow spec is no mutant found.
  timeoutMS: 60_000,
  incremental: true,
  incrementalFile: '.elchin/mutation-before.json',
  concurrency: 2,
};
