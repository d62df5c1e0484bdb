import { relative } from 'node:path';
import process from 'node:process';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import config from '../../vitest.config.ts';

const { MUTATION_PROJECT = 'unit', MUTATION_TESTS = '' } = process.env;

/** A mutant is killed by the first test that fails, so the fastest files come first. */
class FastestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const durationOf = ({ project, moduleId }: TestSpecification) =>
      this.ctx.cache.getFileTestResults(`${project.name}:${relative(this.ctx.config.root, moduleId)}`)?.duration ?? 0;
    return Promise.resolve(files.toSorted((a, b) => durationOf(a) - durationOf(b)));
  }
}

/** One project of the tests, and of that only the given files: Stryker has no option for the first. */
export default defineConfig({
  ...config,
  test: {
    ...config.test,
    sequence: { sequencer: FastestFirst },
    projects: (config.test?.projects ?? []).flatMap((project) =>
      typeof project === 'object' && 'test' in project && project.test?.name === MUTATION_PROJECT
        ? [{ ...project, test: { ...project.test, include: MUTATION_TESTS.split(' '), testTimeout: 300_000 } }]
        : [],
    ),
  },
});
