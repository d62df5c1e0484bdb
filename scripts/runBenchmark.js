// Runs a benchmark, with the production builds of all packages: `node scripts/runBenchmark.js bench/storm.ts`. Node 20 cannot
// run TypeScript, but Vite can.
import { resolve } from 'node:path';
import process from 'node:process';

process.env['NODE_ENV'] = 'production'; // before Vite and React are loaded
const { runnerImport } = await import('vite');
const [, , program = ''] = process.argv;
await runnerImport(resolve(program), { configFile: false, logLevel: 'error', mode: 'production' });
