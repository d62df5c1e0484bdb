import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createPaySandbox, sandboxTransactions } from './createPaySandbox.ts';

export interface PaySandboxServerOptions {
  /** Default: 0, any free one. */
  port?: number;
  /** The address to listen on. Default: `127.0.0.1`, only this machine. */
  host?: string;
  /** In ms, before each response. Default: 0 */
  latency?: number;
}

export interface PaySandboxServer {
  /** Its origin, without a path: PACE Pay responds under `${url}/pay/2024-4`, or any other base URL. */
  url: string;
  /** Stops listening and drops every connection. */
  close(): Promise<void>;
}

/** What to send to get each outcome. */
export const sandboxUsage: string = [
  'POST /pay/2024-4/transactions/{id}/cancel',
  'Accept: application/vnd.api+json',
  '',
  'The ID decides the outcome:',
  '',
  ...Object.entries(sandboxTransactions).map(([name, id]) => `  ${name.padEnd(23)}  ${id}`),
  '',
].join('\n');

/** What a browser has to be told before a page of another origin may read a response. Nothing for a caller that is no page. */
function corsHeaders(origin: string | undefined, isPreflight: boolean): Headers {
  const headers = new Headers({ Vary: 'Origin' });
  if (origin === undefined) return headers;
  headers.set('Access-Control-Allow-Origin', origin);
  if (isPreflight) {
    headers.set('Access-Control-Allow-Methods', 'POST');
    headers.set('Access-Control-Allow-Headers', 'Accept, Accept-Language, Authorization, Content-Type');
    headers.set('Access-Control-Max-Age', '600');
  } else {
    headers.set('Access-Control-Expose-Headers', 'Request-Id, Retry-After');
  }
  return headers;
}

/**
 * Serves a `createPaySandbox` over HTTP: an API on another origin, with preflights, and with a connection that is reset where
 * the network is to fail. `GET /` lists the transaction IDs.
 *
 * @throws the error of listening, for example with the code `EADDRINUSE` if `port` is in use
 */
export async function servePaySandbox({
  port = 0,
  host = '127.0.0.1',
  latency = 0,
}: PaySandboxServerOptions = {}): Promise<PaySandboxServer> {
  const sandbox = createPaySandbox({ latency });

  async function answer({ method = '', url = '', headers }: IncomingMessage, signal: AbortSignal): Promise<Response> {
    if (url === '/' && (method === 'GET' || method === 'HEAD')) return new Response(sandboxUsage);
    if (!url.startsWith('/')) return new Response(null, { status: 400 });
    const pairs = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
    return sandbox.fetch(origin + url, { method, headers: pairs, signal });
  }

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { 'origin': page, 'access-control-request-method': preflight } = request.headers;
    const isPreflight = request.method === 'OPTIONS' && preflight !== undefined;
    response.setHeaders(corsHeaders(page, isPreflight));
    if (isPreflight) {
      response.writeHead(204).end();
      return;
    }
    const controller = new AbortController();
    response.on('close', () => controller.abort());
    try {
      const answered = await answer(request, controller.signal);
      response.statusCode = answered.status;
      response.setHeaders(answered.headers);
      response.end(await answered.text());
    } catch {
      request.socket.resetAndDestroy();
    }
  }

  const server = createServer((request, response) => void respond(request, response));
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  const usedPort = typeof address === 'object' ? address?.port : port;
  const origin = `http://${host.includes(':') ? `[${host}]` : host}:${usedPort}`;
  return {
    url: origin,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
