import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview, type InlineConfig } from 'vite';

/** Builds an app to a temporary folder, and serves it on loopback. */
export async function previewApp(config: InlineConfig): Promise<{ url: string; close: () => Promise<void> }> {
  const outDir = mkdtempSync(join(tmpdir(), 'app-'));
  const complete: InlineConfig = {
    configFile: false,
    logLevel: 'error',
    ...config,
    build: { ...config.build, outDir, emptyOutDir: true },
    preview: { ...config.preview, port: 0, host: '127.0.0.1' },
  };
  await build(complete);
  const server = await preview(complete);
  const [url] = server.resolvedUrls?.local ?? [];
  if (!url) throw new Error('The page is not served.');
  return {
    url,
    async close() {
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
