import { payEnvironments } from 'react-cancel-preauth/client';

export interface ProxyOptions {
  /** The page's origin, for example `https://checkout.example`. Requests from all other origins are refused. */
  origin: string;
  /** The user's access token, from the session on the server. Undefined if nobody is signed in. */
  getAccessToken: (request: Request) => string | undefined | Promise<string | undefined>;
  /** Includes the API version, and begins with `https:`. Default: PACE's production API. */
  baseUrl?: string;
  /** In ms. Shorter than that of the client in the browser, so that it gets a response. Default: 8,000. */
  timeout?: number;
}

/** The client ignores larger bodies as well. */
const maximumBodySize = 1_048_576;

const fixedHeaders = {
  'Content-Type': 'text/plain; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
};

/** To the client, plain text never means "no longer open" or "no such transaction", whatever the status. */
const refuse = (status: number, text: string, headers: Record<string, string> = {}): Response =>
  new Response(text, { status, headers: { ...fixedHeaders, ...headers } });

/** Browsers without `Sec-Fetch-Site` (Safari before 16.4) send `Origin` with every POST of `fetch`. */
function isSameOrigin({ headers }: Request, origin: string): boolean {
  const site = headers.get('Sec-Fetch-Site');
  return site === null ? headers.get('Origin') === origin : site === 'same-origin';
}

/** As for the client, the status line decides: a body that is cut off, late or too large counts as empty. */
async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      if (text.length > maximumBodySize) return '';
    }
  } catch {
    return '';
  }
  return text;
}

/** Copies what the client in the browser needs, and nothing else: no cookies, no `Location`, no hop-by-hop headers. */
async function toBrowser(response: Response, accessToken: string): Promise<Response> {
  const { status } = response;
  // In the browser, a redirect would mean that the session has ended. Some runtimes hide its status, and give 0.
  if (status < 200 || (status >= 300 && status < 400)) return refuse(502, 'PACE Pay has redirected the request.');
  const headers = new Headers(fixedHeaders);
  for (const name of ['Request-Id', 'Retry-After']) {
    const value = response.headers.get(name);
    if (value && !value.includes(accessToken)) headers.set(name, value);
  }
  // A gateway's HTML must not become a page of this origin.
  const type = response.headers.get('Content-Type') ?? '';
  if (/^application\/(?:vnd\.api\+)?json\b/.test(type)) headers.set('Content-Type', 'application/vnd.api+json');
  if (status === 204) return new Response(null, { status, headers });
  const text = await readText(response);
  const body = text.includes(accessToken) ? 'The response contained the access token.' : text;
  return new Response(body || null, { status, headers });
}

/**
 * Handles `POST …/transactions/{id}/cancel` of `createPayClient({ baseUrl: '/pay' })`: adds the access token of the
 * user's session, and passes the response on, so that the client rejects with the same `PayError` as without a proxy. It
 * does not retry: the client does.
 */
export async function proxyCancelPreAuth(request: Request, options: ProxyOptions): Promise<Response> {
  const { origin, getAccessToken, baseUrl = payEnvironments.production, timeout = 8000 } = options;
  if (request.method !== 'POST') return refuse(405, 'Only POST is allowed.', { Allow: 'POST' });
  if (!isSameOrigin(request, origin)) return refuse(403, 'Only pages of this origin may send requests.');
  // No dots, slashes or percent signs, so the ID cannot change the path.
  const id = /\/transactions\/([\w-]{1,128})\/cancel$/.exec(new URL(request.url).pathname)?.[1];
  if (id === undefined) return refuse(400, 'The path does not end with /transactions/{id}/cancel.');

  let accessToken: string | undefined;
  try {
    accessToken = await getAccessToken(request);
  } catch {
    return refuse(500, 'The session cannot be read.');
  }
  if (!accessToken) return refuse(401, 'Nobody is signed in.');

  // Aborted when the browser no longer waits: nothing may be sent later.
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(timeout)]);
  try {
    const response = await fetch(`${baseUrl}/transactions/${id}/cancel`, {
      method: 'POST',
      headers: {
        'Accept': 'application/vnd.api+json',
        'Accept-Language': request.headers.get('Accept-Language') ?? '*',
        'Authorization': `Bearer ${accessToken}`,
      },
      redirect: 'manual', // the token must not go to another server
      signal,
    });
    return await toBrowser(response, accessToken);
  } catch {
    // The error is not passed on: it may contain the request's headers.
    return signal.aborted
      ? refuse(504, 'PACE Pay has not responded in time.')
      : refuse(502, 'PACE Pay cannot be reached.');
  }
}
