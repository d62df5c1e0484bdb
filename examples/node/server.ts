// For node:http. Copy proxyCancelPreAuth.ts as well. In the listener of your server:
// if (incoming.url?.startsWith('/pay/')) return handlePay(incoming, outgoing);
import type { IncomingMessage, ServerResponse } from 'node:http';
import { proxyCancelPreAuth, type ProxyOptions } from '../next/app/pay/proxyCancelPreAuth.ts';

function toRequest(incoming: IncomingMessage, signal: AbortSignal, { origin }: ProxyOptions): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value));
  // The request line is not trusted: whatever host it names, only the path is used.
  return new Request(new URL(incoming.url ?? '/', origin), { method: incoming.method ?? 'GET', headers, signal });
}

/** Creates a listener for `node:http`: `const handlePay = createPayHandler({ origin, getAccessToken })`. */
export function createPayHandler(options: ProxyOptions): (incoming: IncomingMessage, outgoing: ServerResponse) => void {
  async function handle(incoming: IncomingMessage, signal: AbortSignal): Promise<Response> {
    try {
      return await proxyCancelPreAuth(toRequest(incoming, signal, options), options);
    } catch {
      return new Response(null, { status: 400 }); // a URL, method or header that `Request` does not accept
    }
  }

  return async (incoming, outgoing) => {
    const closed = new AbortController();
    outgoing.on('close', () => closed.abort());
    incoming.resume(); // there is no body to read
    const response = await handle(incoming, closed.signal);
    outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(await response.text());
  };
}
