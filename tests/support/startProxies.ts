import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from 'srvx';
import { POST } from '../../examples/proxy/route.ts';
import { createPayHandler } from '../../examples/proxy/server.ts';
import { getAccessToken } from '../../examples/proxy/session.ts';

export interface RunningProxy {
  /** Its origin on 127.0.0.1. */
  url: string;
  close: () => Promise<void>;
}

interface Settings {
  /** The page's origin. */
  origin: string;
  /** Of PACE Pay. */
  baseUrl: string;
}

async function startNodeServer({ origin, baseUrl }: Settings): Promise<RunningProxy> {
  const server = createServer(createPayHandler({ origin, baseUrl, getAccessToken }));
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

/** Mounts the route handler, which reads its settings from the environment. */
async function startRouteHandler({ origin, baseUrl }: Settings): Promise<RunningProxy> {
  process.env['APP_ORIGIN'] = origin;
  process.env['PAY_BASE_URL'] = baseUrl;
  const server = serve({ fetch: POST, hostname: '127.0.0.1', port: 0, silent: true, gracefulShutdown: false });
  await server.ready();
  return {
    url: new URL(String(server.url)).origin,
    async close() {
      delete process.env['APP_ORIGIN'];
      delete process.env['PAY_BASE_URL'];
      await server.close(true);
    },
  };
}

/** Each proxy of `examples/proxy`, in a server of its kind on loopback. */
export const proxies: [name: string, start: (settings: Settings) => Promise<RunningProxy>][] = [
  ['the Node server', startNodeServer],
  ['the route handler', startRouteHandler],
];
