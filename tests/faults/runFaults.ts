import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { text } from 'node:stream/consumers';
import { build } from 'vite';
import { openPage } from '../engines/openPage.ts';
import { inPool } from '../support/inPool.ts';
import { serveRequests } from '../support/serveRequests.ts';
import { wait } from '../support/wait.ts';
import { withResolvers } from '../support/withResolvers.ts';
import type { Cancellation } from './cancelOnce.ts';
import { startFaultListener, type FaultListener } from './FaultListener.ts';
import { readPeakMemory } from './readPeakMemory.ts';
import { faults, type Fault } from './faults.ts';

export type Origin = 'same origin' | 'cross origin';

interface Report extends Cancellation {
  timersLeft?: number;
  /** The most memory that the process has used. */
  megabytes?: number;
  /** From the outcome until the process has ended. */
  exitMs?: number;
}

/** One fault in one runtime. */
interface Result extends Report {
  requests: number;
  /** The methods of those that were sent after the outcome. */
  lateRequests: string[];
}

/** In ms. A request may be received a moment after it was sent. */
const transit = 200;
/** In ms. Chromium's limit for requests that outlive a page was 30 s. */
const watchTime = 35_000;

/** Bundles a module of this folder with the client. */
async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: join(import.meta.dirname, entry), formats: ['es'] },
      rolldownOptions: { external: /^node:/ },
    },
  });
  const [result] = [built].flat();
  if (!result || !('output' in result)) throw new Error('Vite did not return a build.');
  return result.output[0].code;
}

function resultOf({ received }: FaultListener, report: Report): Result {
  const sent = received.filter(({ method }) => method === 'POST');
  const late = received.filter(({ method, at }) => method !== 'GET' && at > report.at + transit);
  return { ...report, requests: sent.length, lateRequests: late.map(({ method }) => method) };
}

/** The server that redirects lead to. */
async function startOtherOrigin(): Promise<{ url: string; requests: string[]; close: () => Promise<void> }> {
  const requests: string[] = [];
  const server = await serveRequests(({ request, response }) => {
    requests.push(`${request.method} ${request.headers.authorization ?? ''}`);
    response.writeHead(204, { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' }).end();
  });
  return { ...server, requests };
}

export interface Run {
  resultOf: (fault: Fault, origin?: Origin) => Result | undefined;
  /** What the other origin has received from redirects. */
  redirected: string[];
  /** By how much the memory of a browser's process has grown at most, in MB. Only on Linux. */
  growth?: number;
}

/** Each fault in a separate process. */
export async function runInNode(): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'faults-'));
  const program = join(folder, 'node.mjs');
  writeFileSync(program, await bundle('node.ts'));
  const other = await startOtherOrigin();
  const results = new Map<Fault, Result>();
  await inPool(
    faults.filter(({ holdsPreflight }) => !holdsPreflight),
    4, // or the processes would hold each other up
    async (fault) => {
      const listener = await startFaultListener(fault, { files: {}, otherOrigin: other.url });
      await listener.arm();
      const { stdout } = await promisify(execFile)(process.execPath, [program, listener.url]);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as the program writes it
      const report = JSON.parse(stdout) as Report;
      await listener.release();
      results.set(fault, resultOf(listener, report));
      await listener.close();
    },
  );
  await other.close();
  rmSync(folder, { recursive: true });
  return { resultOf: (fault) => results.get(fault), redirected: other.requests };
}

/** Each fault twice, from the page's own origin and from another one, in a separate iframe. */
export async function runInBrowser(): Promise<Run> {
  const files = {
    '/': '<!doctype html><script type="module" src="/page.js"></script>',
    '/page.js': await bundle('page.ts'),
  };
  const pages: Record<string, string> = {
    // Firefox delays the timers of iframes that are out of sight by up to a second.
    '/host.html': '<!doctype html><style>iframe { position: fixed; inset: 0 }</style><body></body>',
    '/index.html': files['/'],
    '/page.js': files['/page.js'],
  };
  const cells = faults.flatMap((fault) =>
    (['same origin', 'cross origin'] as const)
      .filter((origin) => origin === 'cross origin' || !fault.holdsPreflight)
      .map((origin) => ({ fault, origin, reported: withResolvers<Report>() })),
  );
  const other = await startOtherOrigin();
  const listeners = await Promise.all(
    cells.map(({ fault }) => startFaultListener(fault, { files, otherOrigin: other.url })),
  );
  const control = await serveRequests(({ path, request, response, send }) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    const [, index, action] = path.split('/');
    const cell = cells[Number(index)];
    const listener = listeners[Number(index)];
    if (!action || !cell || !listener) send(pages[path]);
    else if (action === 'arm') void listener.arm().then(() => response.end());
    else {
      void text(request).then((body) => {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as the page writes it
        cell.reported.resolve(JSON.parse(body) as Report);
        response.end();
      });
    }
  });
  const page = await openPage();
  const results = new Map<string, Result>();
  let growth = 0;
  try {
    await page.goto(`${control.url}/host.html`);
    const before = readPeakMemory();
    // Browsers limit the number of their connections, and all iframes share a thread, which timers wait for.
    await inPool([...cells.keys()], 6, async (index) => {
      const [cell, listener] = [cells[index], listeners[index]];
      if (!cell || !listener) return;
      const parameters = new URLSearchParams({ api: listener.url, control: `${control.url}/${index}` });
      const origin = cell.origin === 'same origin' ? listener.url : control.url;
      await page.run(
        (url) => {
          document.body.append(Object.assign(document.createElement('iframe'), { src: url }));
        },
        `${origin}/?${String(parameters)}`,
      );
      await cell.reported.promise;
      await listener.release();
    });
    growth = Math.max(...[...readPeakMemory()].map(([pid, megabytes]) => megabytes - (before.get(pid) ?? 0)));
    await wait(watchTime);
    for (const [index, { fault, origin, reported }] of cells.entries()) {
      const listener = listeners[index];
      if (listener) results.set(fault.name + origin, resultOf(listener, await reported.promise));
    }
  } finally {
    await page.close();
    await Promise.all([...listeners, control, other].map(({ close }) => close()));
  }
  return {
    resultOf: (fault, origin = 'same origin') => results.get(fault.name + origin),
    redirected: other.requests,
    growth,
  };
}
