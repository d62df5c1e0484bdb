import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

interface Exchange {
  /** `/index.html` for `/`. */
  path: string;
  request: IncomingMessage;
  response: ServerResponse;
  /** Responds with a file, or with 404 if there is none. */
  send: (file: string | Uint8Array | undefined) => void;
}

export interface RunningServer {
  /** Its origin on 127.0.0.1. */
  url: string;
  close: () => Promise<void>;
}

/** Serves on loopback what `handle` sends. */
export async function serveRequests(handle: (exchange: Exchange) => void): Promise<RunningServer> {
  const server = createServer((request, response) => {
    const [pathname = ''] = (request.url ?? '').split('?'); // not parsed: tests send what no URL can be
    const path = pathname === '/' ? '/index.html' : pathname;
    handle({
      path,
      request,
      response,
      send(file) {
        if (file === undefined) {
          response.writeHead(404).end();
          return;
        }
        response.setHeader('Content-Type', `${types[extname(path)]}; charset=utf-8`);
        response.end(file);
      },
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port, not on a pipe
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
