// Runs a TypeScript program: `node scripts/runTypeScript.js bench/storm.ts`. Node 20 cannot, and Vite is here anyway.
import { resolve } from 'node:path';
import process from 'node:process';
import { runnerImport } from 'vite';

const [, , program = ''] = process.argv;
await runnerImport(resolve(program), { configFile: false, logLevel: 'error' });
