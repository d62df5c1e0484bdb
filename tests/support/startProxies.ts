import { serve } from 'srvx';
import { POST } from '../../examples/next/app/pay/transactions/[id]/cancel/route.ts';
import { createPayHandler } from '../../examples/node/server.ts';
import { getAccessToken } from '../../examples/next/app/pay/session.ts';
import { serveRequests, type RunningServer } from './serveRequests.ts';

interface Settings {
  /** The page's origin. */
  origin: string;
  /** Of PACE Pay. */
  baseUrl: string;
}

function startNodeServer({ origin, baseUrl }: Settings): Promise<RunningServer> {
  const handlePay = createPayHandler({ origin, baseUrl, getAccessToken });
  return serveRequests(({ request, response }) => handlePay(request, response));
}

/** Mounts the route handler, which reads its settings from the environment. */
async function startRouteHandler({ origin, baseUrl }: Settings): Promise<RunningServer> {
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

/** Each proxy of the examples, in a server of its kind on loopback. */
export const proxies: [name: string, start: (settings: Settings) => Promise<RunningServer>][] = [
  ['the Node server', startNodeServer],
  ['the route handler', startRouteHandler],
];
