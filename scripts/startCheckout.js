import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/**
 * Runs `npm start`'s program, for tests and screenshots, and waits for the address that it prints.
 *
 * @returns {Promise<{ url: string, line: string, stop: () => Promise<number | null> }>} `stop` is a Ctrl-C, and resolves to the exit code
 */
export async function startCheckout() {
  const program = spawn(process.execPath, [fileURLToPath(new URL('start.js', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: program.stdout })) {
    const url = /^Checkout: (\S+)/.exec(line)?.[1];
    if (url) {
      const stop = async () => {
        program.kill('SIGINT');
        const [exitCode] = await once(program, 'exit');
        return exitCode;
      };
      return { url, line, stop };
    }
  }
  throw new Error('The checkout ended before it printed its address.');
}
