import react from '@vitejs/plugin-react';
import { build, type InlineConfig } from 'vite';
import { vi } from 'vitest';

/** The files of an app, by their path. */
export type AppFiles = ReadonlyMap<string, string | Uint8Array>;

/** Builds an app for production, without writing it. The package is imported from its source. */
export async function buildApp({ build: options, ...config }: InlineConfig): Promise<AppFiles> {
  vi.stubEnv('NODE_ENV', 'production'); // otherwise Vite bundles React's development build
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { tsconfigPaths: true },
    ...config,
    plugins: [react(), ...(config.plugins ?? [])],
    build: { ...options, write: false },
  }).finally(() => vi.unstubAllEnvs());
  if (!('output' in built)) throw new Error('Vite did not return a single build.');
  return new Map(built.output.map((file) => [`/${file.fileName}`, 'code' in file ? file.code : file.source]));
}
