import { fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

export interface BenchmarkServer {
  url: string;
  close: () => void;
}

/** Starts a server on loopback, in another process, so that its work is not counted as the clients'. */
export async function startServer(modules: Readonly<Record<string, string>>): Promise<BenchmarkServer> {
  const child = fork(resolve(import.meta.dirname, 'server.js'), [JSON.stringify(modules)]);
  const [port] = await once(child, 'message');
  return { url: `http://127.0.0.1:${port}`, close: () => child.kill() };
}
