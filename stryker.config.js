/**
 * For `npm run test:mutation`, which adds what to mutate and where to keep the results.
 *
 * @type {ConstructorParameters<typeof import('@stryker-mutator/core').Stryker>[0]}
 */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'tests/mutation/vitest.config.ts' },
  tsconfigFile: 'none', // Stryker would read it with the API of TypeScript, which TypeScript 7 does not have
  coverageAnalysis: 'perTest',
  timeoutFactor: 3, // for a busy machine
  timeoutMS: 15_000,
  incremental: true,
  tempDirName: '.mutation/sandboxes',
  ignorePatterns: [
    '.mutation',
    'dist',
    'coverage',
    'bench',
    'tests/{engines,hosts,old-browsers}',
    'tests/visual/baselines',
  ],
  reporters: ['progress-append-only'],
};
