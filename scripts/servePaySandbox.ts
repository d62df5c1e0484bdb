import { serve, type ServerRequest } from 'srvx';
import { createPaySandbox } from '../src/sandbox/createPaySandbox.ts';

export interface PaySandboxServerOptions {
  /** Default 0: any free one. */
  port?: number;
  /** In ms, before each answer; default 0. */
  latency?: number;
}

export interface PaySandboxServer {
  /** Its origin, without a path: PACE Pay answers under `${url}/pay/2024-4`, or any other base URL. */
  url: string;
  /** Stops listening and drops every connection. */
  close(): Promise<void>;
}

/** What a browser has to be told before a page of `origin` may ask. Nothing for a caller that is not a page. */
function corsHeaders(origin: string | null, isPreflight: boolean): Record<string, string> {
  if (!origin) return { Vary: 'Origin' };
  return {
    'Vary': 'Origin',
    'Access-Control-Allow-Origin': origin,
    ...(isPreflight
      ? {
          'Access-Control-Allow-Methods': 'POST',
          'Access-Control-Allow-Headers': 'Accept, Accept-Language, Authorization, Content-Type',
          'Access-Control-Max-Age': '600',
        }
      : { 'Access-Control-Expose-Headers': 'Request-Id, Retry-After' }),
  };
}

/**
 * Puts a {@link createPaySandbox} behind a real socket on loopback: an API on another origin, with preflights, and with a
 * connection that is reset where the network is to fail. For the demo and the tests of this repository; no entry point of
 * the package.
 *
 * @throws the listening error, e.g. with the code `EADDRINUSE` if `port` is taken
 */
export async function servePaySandbox({
  port = 0,
  latency = 0,
}: PaySandboxServerOptions = {}): Promise<PaySandboxServer> {
  const sandbox = createPaySandbox({ latency });

  async function answer(request: ServerRequest): Promise<Response> {
    const { url, method, headers, signal } = request;
    const isPreflight = method === 'OPTIONS' && headers.has('Access-Control-Request-Method');
    const cors = corsHeaders(headers.get('Origin'), isPreflight);
    if (isPreflight) return new Response(null, { status: 204, headers: cors });
    try {
      const response = await sandbox.fetch(url, { method, headers, signal });
      for (const [name, value] of Object.entries(cors)) response.headers.set(name, value);
      return response;
    } catch (error) {
      request.runtime?.node?.req.socket.resetAndDestroy();
      throw error;
    }
  }

  const server = serve({
    fetch: answer,
    hostname: '127.0.0.1',
    port,
    silent: true,
    gracefulShutdown: false, // signals are the caller's
  });
  await server.ready();
  return { url: new URL(String(server.url)).origin, close: () => server.close(true) };
}
