import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { startBacklogServer } from '../support/startBacklogServer.ts';
import type { Fault } from './faults.ts';

/** A listener on loopback that has one fault, once it is armed. Before, it serves files. */
export interface FaultListener {
  url: string;
  /** The requests that have reached it, in order. `at` is in ms since 1970. */
  received: { method: string; at: number }[];
  arm: () => Promise<void>;
  /** Ends what holds requests up, so that one that is sent late would arrive. */
  release: () => Promise<void>;
  close: () => Promise<void>;
}

interface ListenerOptions {
  /** By path. */
  files: Record<string, string>;
  /** Where redirects lead to. */
  otherOrigin: string;
}

async function startDroppingListener({ files }: ListenerOptions): Promise<FaultListener> {
  const { port, received, fill, release, close } = await startBacklogServer(files);
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    arm: fill,
    release: async () => release(),
    close: async () => close(),
  };
}

const preflightAnswer =
  'HTTP/1.1 204 No Content\r\nAccess-Control-Allow-Origin: *\r\nAccess-Control-Allow-Headers: *, Authorization\r\n' +
  'Connection: close\r\n\r\n';

function sendFile(socket: Socket, path: string, content: string | undefined): void {
  const type = path.endsWith('.js') ? 'text/javascript' : 'text/html';
  const status = content === undefined ? '404 Not Found' : '200 OK';
  socket.end(`HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\nConnection: close\r\n\r\n${content ?? ''}`);
}

function listen(server: Server, port: number): Promise<unknown> {
  return once(server.listen(port, '127.0.0.1'), 'listening');
}

async function startHttpListener(fault: Fault, { files, otherOrigin }: ListenerOptions): Promise<FaultListener> {
  const received: FaultListener['received'] = [];
  const sockets = new Set<Socket>();
  const held: Socket[] = [];
  let isHolding = fault.holdsPreflight ?? false;
  let attempt = 0;

  function handle(socket: Socket, [method = '', target = '']: string[]): void {
    received.push({ method, at: Date.now() });
    const path = target.replace(/\?.*/, '');
    if (method === 'GET') sendFile(socket, path, files[path]);
    else if (method === 'POST') void fault.answer?.(socket, ++attempt, otherOrigin);
    else if (isHolding) held.push(socket);
    else socket.end(preflightAnswer);
  }

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    let text = '';
    socket.on('data', (data) => {
      text += data.toString('latin1');
      // None of the requests has a body.
      const heads = text.split('\r\n\r\n');
      text = heads.pop() ?? '';
      for (const head of heads) handle(socket, head.split(' '));
    });
  });
  await listen(server, 0);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port, not on a pipe
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => {
      server.close(resolve);
    });
  };
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    async arm() {
      if (fault.connection === 'refused') await stop();
    },
    async release() {
      isHolding = false;
      for (const socket of held) socket.end(preflightAnswer);
      if (fault.connection === 'refused') await listen(server, port);
    },
    async close() {
      await stop();
    },
  };
}

export function startFaultListener(fault: Fault, options: ListenerOptions): Promise<FaultListener> {
  return fault.connection === 'dropped' ? startDroppingListener(options) : startHttpListener(fault, options);
}
