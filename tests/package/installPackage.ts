import type { TestProject } from 'vitest/node';
import { createPackedApp } from '../support/createPackedApp.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of a project that has installed the packed package and its peers. */
    app: string;
    /** The packed files, relative to the package. */
    files: string[];
  }
}

/** Packs what was built, and installs it in a project. */
export default function installPackage(tests: TestProject): () => void {
  const { folder, files, remove } = createPackedApp();
  tests.provide('app', folder);
  tests.provide('files', files);
  return remove;
}
