import { fork } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { resolve } from 'node:path';

export interface BacklogServer {
  port: number;
  /** The requests that have reached it, in order. `at` is in ms since 1970. */
  received: { method: string; at: number }[];
  /** From now on, no connection can be made, as if packets were lost. */
  fill: () => Promise<void>;
  /** Connections can be made again. */
  release: () => void;
  close: () => void;
}

/** Whether a connection cannot be made, because Linux drops the SYN of what does not fit into the backlog. */
function isDropped(socket: Socket): Promise<boolean> {
  return Promise.race([
    once(socket, 'connect').then(() => false),
    new Promise<boolean>((settle) => setTimeout(() => settle(true), 1500)),
  ]);
}

/**
 * Starts a server on loopback, in a process that can be stopped while its backlog is full.
 *
 * @param files what it serves, by path; it answers everything else with 204
 */
export async function startBacklogServer(files: Record<string, string> = {}): Promise<BacklogServer> {
  const received: BacklogServer['received'] = [];
  const child = fork(resolve('tests/support/backlogServer.js'), [JSON.stringify(files)]);
  const port = await new Promise<number>((settle) => {
    child.once('message', (message) => settle(Number(message)));
  });
  child.on('message', (request: BacklogServer['received'][number]) => received.push(request));
  const sockets: Socket[] = [];
  const empty = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port,
    received,
    async fill() {
      child.kill('SIGSTOP');
      for (let isFull = false; !isFull;) {
        const socket = connect(port, '127.0.0.1').on('error', () => {});
        sockets.push(socket);
        isFull = await isDropped(socket);
      }
    },
    release() {
      empty();
      child.kill('SIGCONT');
    },
    close() {
      empty();
      child.kill('SIGKILL');
    },
  };
}
