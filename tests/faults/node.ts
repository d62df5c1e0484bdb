// Runs in Node: cancels once, prints the outcome, and has nothing left to do.
import process from 'node:process';
import { createPayClient, isPayError } from '../../src/client.ts';

const client = createPayClient({ baseUrl: process.argv[2] ?? '', accessToken: 'token' });
const begin = performance.now();
let outcome = 'canceled';
try {
  await client.cancelPreAuth({ transactionId: 'tx' });
} catch (error) {
  outcome = isPayError(error) ? error.code : String(error);
}
const ms = performance.now() - begin;
const at = Date.now();
process.on('exit', () => {
  const megabytes = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(JSON.stringify({ outcome, ms, at, megabytes, exitMs: Date.now() - at }));
});
