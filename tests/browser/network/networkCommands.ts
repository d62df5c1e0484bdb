import { once } from 'node:events';
import { createServer } from 'node:http';
import type { BrowserCommand } from 'vitest/node';
import { startBacklogServer } from '../../support/startBacklogServer.ts';

/** A server on loopback, of another origin than the page. */
interface NetworkServer {
  port: number;
  /** The methods of the requests that have reached it, in order. */
  received: string[];
  /** Ends what holds the requests up. */
  release: () => void;
  close: () => void;
}

/** Answers no preflight before it is released. */
async function startSlowPreflight(): Promise<NetworkServer> {
  const received: string[] = [];
  let release = () => {};
  const released = new Promise<void>((settle) => {
    release = settle;
  });
  const server = createServer(({ method = '' }, response) => {
    received.push(method);
    const headers = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' };
    void (method === 'OPTIONS' ? released : Promise.resolve()).then(() => response.writeHead(204, headers).end());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The server does not listen on a port.');
  return {
    port: address.port,
    received,
    release,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Before it is released, no connection can be made, as with a lost SYN. */
async function startFullBacklog(): Promise<NetworkServer> {
  const { port, received, fill, release, close } = await startBacklogServer();
  await fill();
  return {
    port,
    get received() {
      return received.map(({ method }) => method);
    },
    release,
    close,
  };
}

const servers = new Map<number, NetworkServer>();

async function add(starting: Promise<NetworkServer>): Promise<number> {
  const server = await starting;
  servers.set(server.port, server);
  return server.port;
}

/** Run in Node, called by tests in the browser. A server is known by its port. */
export const networkCommands = {
  startSlowPreflight: () => add(startSlowPreflight()),
  startFullBacklog: () => add(startFullBacklog()),
  releaseRequests: (_, port) => servers.get(port)?.release(),
  receivedRequests: (_, port) => servers.get(port)?.received ?? [],
  closeServer: (_, port) => {
    servers.get(port)?.close();
    servers.delete(port);
  },
} satisfies Record<string, BrowserCommand<[port: number]>>;

declare module 'vitest/browser' {
  interface BrowserCommands {
    startSlowPreflight(): Promise<number>;
    startFullBacklog(): Promise<number>;
    releaseRequests(port: number): Promise<void>;
    receivedRequests(port: number): Promise<string[]>;
    closeServer(port: number): Promise<void>;
  }
}
