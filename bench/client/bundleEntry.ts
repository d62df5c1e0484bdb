import { resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');

/** Bundles a module with the package as published and all else that it imports, for Node or for browsers. */
export async function bundleEntry(entry: string, target: 'node' | 'browser'): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { 'react-cancel-preauth/client': resolve(root, 'dist/client.js') } },
    ssr: { noExternal: true, target: 'node' },
    build: {
      write: false,
      minify: false,
      ...(target === 'node' ? { ssr: entry } : { lib: { entry, formats: ['es'] } }),
    },
  });
  const [result] = [built].flat();
  if (!result || !('output' in result)) throw new Error('Vite did not return a build.');
  return result.output[0].code;
}
