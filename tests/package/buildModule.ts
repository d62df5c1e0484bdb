import { join } from 'node:path';
import { build } from 'vite';
import { inject } from 'vitest';

/** The code of a module of the package and what it imports, but for the peers, as Vite builds it for an environment. */
export async function buildModule(path: string, environment: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    root: inject('app'),
    define: { 'process.env.NODE_ENV': JSON.stringify(environment) },
    build: {
      write: false,
      rolldownOptions: {
        input: join(inject('app'), 'node_modules/react-cancel-preauth/dist', path),
        external: /^(?:react|@tanstack)/,
        preserveEntrySignatures: 'strict',
      },
    },
  });
  return JSON.stringify(result);
}
