import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { json } from 'node:stream/consumers';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { vi } from 'vitest';

const noncePlaceholder = 'CSP_NONCE_PLACEHOLDER';
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

interface ReportBody {
  'csp-report': { 'effective-directive': string; 'blocked-uri': string };
}

/** The strictest possible policy: `default-src 'none'`, and only what canceling a payment needs. */
export const strictPolicy = (nonce: string, api: string): string[] => [
  "default-src 'none'",
  `script-src 'nonce-${nonce}'`,
  `style-src 'nonce-${nonce}'`,
  `connect-src ${api}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
];

/** Builds the page for production, with React and Radix in vendor chunks, so that the dialog has a chunk to preload. */
async function buildPage(root: string): Promise<Map<string, string | Uint8Array>> {
  vi.stubEnv('NODE_ENV', 'production'); // otherwise Vite bundles React's development build
  const groups = [
    { name: 'react', test: /node_modules\/react(-dom)?\//, priority: 1 },
    { name: 'radix', test: /node_modules\/@radix-ui\// },
  ];
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    resolve: { tsconfigPaths: true },
    html: { cspNonce: noncePlaceholder },
    build: { write: false, rolldownOptions: { output: { codeSplitting: { groups } } } },
  }).finally(() => vi.unstubAllEnvs());
  if (!('output' in built)) throw new Error('Vite did not return a single build.');
  return new Map(built.output.map((file) => [`/${file.fileName}`, 'code' in file ? file.code : file.source]));
}

/** Builds the page in `root` and serves it on loopback, each response with a new nonce and the `policy` for it. */
export async function serveStrictPage(root: string, policy: (nonce: string) => readonly string[]) {
  const files = await buildPage(root);
  const reports: string[] = [];

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = pathname === '/' ? '/index.html' : pathname;
    const file = files.get(path);
    if (path === '/reports') {
      void json(request).then((body) => {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the format is defined by browsers
        const report = (body as ReportBody)['csp-report'];
        reports.push(`${report['effective-directive']} ${report['blocked-uri']}`);
        response.writeHead(204).end();
      });
    } else if (file === undefined) {
      response.writeHead(404).end();
    } else {
      const nonce = randomBytes(16).toString('base64');
      response.setHeader('Content-Type', `${types[extname(path)]}; charset=utf-8`);
      response.setHeader('Content-Security-Policy', [...policy(nonce), 'report-uri /reports'].join('; '));
      response.end(path === '/index.html' ? String(file).replaceAll(noncePlaceholder, nonce) : file);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port, not on a pipe
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    /** The violations that browsers have reported, as `directive blocked-uri`. */
    reports,
    async close(): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
