import { randomBytes } from 'node:crypto';
import { json } from 'node:stream/consumers';
import { buildApp } from './buildApp.ts';
import { serveRequests } from './serveRequests.ts';

const noncePlaceholder = 'CSP_NONCE_PLACEHOLDER';

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

/** Builds the page in `root` and serves it on loopback, each response with a new nonce and the `policy` for it. */
export async function serveStrictPage(root: string, policy: (nonce: string) => readonly string[]) {
  // React and Radix are in vendor chunks, so that the dialog has a chunk to preload.
  const groups = [
    { name: 'react', test: /node_modules\/react(-dom)?\//, priority: 1 },
    { name: 'radix', test: /node_modules\/@radix-ui\// },
  ];
  const files = await buildApp({
    root,
    html: { cspNonce: noncePlaceholder },
    build: { rolldownOptions: { output: { codeSplitting: { groups } } } },
  });
  const reports: string[] = [];

  const server = await serveRequests(({ path, request, response, send }) => {
    const file = files.get(path);
    if (path === '/reports') {
      void json(request).then((body) => {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the format is defined by browsers
        const report = (body as ReportBody)['csp-report'];
        reports.push(`${report['effective-directive']} ${report['blocked-uri']}`);
        response.writeHead(204).end();
      });
    } else if (file === undefined) {
      send(undefined);
    } else {
      const nonce = randomBytes(16).toString('base64');
      response.setHeader('Content-Security-Policy', [...policy(nonce), 'report-uri /reports'].join('; '));
      send(path === '/index.html' ? String(file).replaceAll(noncePlaceholder, nonce) : file);
    }
  });

  return {
    ...server,
    /** The violations that browsers have reported, as `directive blocked-uri`. */
    reports,
  };
}
