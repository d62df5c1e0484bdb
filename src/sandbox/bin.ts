#!/usr/bin/env node
import process from 'node:process';
import { parseArgs } from 'node:util';
import { sandboxUsage, servePaySandbox, type PaySandboxServerOptions } from './servePaySandbox.ts';

const name = 'react-cancel-preauth-sandbox';

const usage = `Usage: ${name} [options]

Serves an in-memory PACE Pay over HTTP, for end-to-end tests and back ends. Prints its base URL.

  --port <number>   default: 4010; 0: any free one
  --latency <ms>    before each response; default: 0
  --host <address>  to listen on; default: 127.0.0.1, only this machine
  --help            prints this

${sandboxUsage}`;

function toWholeNumber(option: string, text: string, max: number): number {
  if (/^\d+$/.test(text) && Number(text) <= max) return Number(text);
  throw new Error(`--${option} must be a whole number from 0 to ${max}, not “${text}”.`);
}

/** @throws {Error} a message for the user if an option is unknown, or its value cannot be used */
function readOptions(): PaySandboxServerOptions | 'help' {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4010' },
      latency: { type: 'string', default: '0' },
      host: { type: 'string', default: '127.0.0.1' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  return {
    port: toWholeNumber('port', values.port, 65_535),
    latency: toWholeNumber('latency', values.latency, 600_000),
    host: values.host,
  };
}

/** Ends this process with the one that has started it: npx and `npm run` do not pass on the signal that ends them. */
function endWithParent(): void {
  const { ppid } = process;
  setInterval(() => process.ppid !== ppid && process.exit(), 500).unref();
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isInUse = 'code' in error && error.code === 'EADDRINUSE';
  return isInUse ? 'The port is in use. End what uses it, or choose another one with --port.' : error.message;
}

async function run(): Promise<void> {
  try {
    const options = readOptions();
    if (options === 'help') {
      process.stdout.write(usage);
      return;
    }
    const { url } = await servePaySandbox(options);
    process.stdout.write(`PACE Pay sandbox: ${url}/pay/2024-4\nTransaction IDs:  ${url}/\n`);
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit());
    if (process.env['npm_lifecycle_event']) endWithParent();
  } catch (error) {
    process.stderr.write(`${describe(error)}\n${name} --help lists the options.\n`);
    process.exitCode = 1;
  }
}

void run();
