// Runs in Node: cancels once, prints the outcome, and has nothing left to do.
import process from 'node:process';
import { cancelOnce } from './cancelOnce.ts';

const cancellation = await cancelOnce(process.argv[2] ?? '');
process.on('exit', () => {
  const megabytes = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(JSON.stringify({ ...cancellation, megabytes, exitMs: Date.now() - cancellation.at }));
});
