import { toPayError } from './answer.ts';
import { payEnvironments, resolveBaseUrl } from './baseUrl.ts';
import { PayError } from './PayError.ts';
import { isTransactionId } from './transactionId.ts';

/** Whatever `new Headers()` takes, without needing the DOM's types. */
export type HeadersLike =
  | Readonly<Record<string, string>>
  | Iterable<readonly [string, string]>
  | { forEach(callback: (value: string, name: string) => void): void };

export interface PayClientOptions {
  /**
   * OAuth access token with the scope `pay:transactions:cancel`, or a function that gets one. The function is called for
   * each cancellation, and once more with `forceRefresh` after a 401. Leave it out if a proxy of your own origin adds it.
   */
  accessToken?: string | ((options: { forceRefresh: boolean }) => string | Promise<string>);
  /** Includes the API's version; default {@link payEnvironments}`.production`. A path (`"/pay"`) means the page's origin. */
  baseUrl?: string | URL;
  /** In ms, for one whole call: token, refresh, replay and body included. Default 10 000; `Infinity` for none. */
  timeout?: number;
  /** Sent along, e.g. `Accept-Language` or tracing. `Accept`, `Authorization` and `Content-Type` in it are ignored. */
  headers?: HeadersLike | (() => HeadersLike);
  /** Default: the global `fetch` at the time of the call. */
  fetch?: typeof globalThis.fetch;
}

export interface CancelPreAuthParameters {
  /** The transaction's id. In practice a UUID, but any string is taken that is safe as a path segment. */
  transactionId: string;
}

export interface PayClient {
  /**
   * Cancels an open PreAuth payment and revokes its payment token. Resolves when the API has confirmed it (204), also if
   * it was canceled before: the operation is idempotent. Overlapping calls for one transaction share one request.
   *
   * Aborting `signal` stops the waiting, not a cancellation that was already sent.
   *
   * @throws {PayError} for everything that is not a confirmed cancellation
   * @throws `signal.reason`, once `signal` is aborted
   * @see PACE Pay API 2024-4, "Cancel PreAuth payment": `POST /transactions/{transactionId}/cancel`
   */
  cancelPreAuth(parameters: CancelPreAuthParameters, options?: { signal?: AbortSignal }): Promise<void>;
}

/** One cancellation on its way, shared by all who wait for the same transaction. */
interface Flight {
  waiting: number;
  settled: Promise<void>;
}

const longestTimer = 2 ** 31 - 1; // a longer setTimeout fires at once

/**
 * Makes a client for PACE Pay's "Cancel PreAuth payment". Needs no React and no DOM: it runs on servers, in workers and
 * in React Native as well.
 *
 * @throws {TypeError} if an option is unusable
 * @example
 * ```ts
 * const client = createPayClient({ accessToken: ({ forceRefresh }) => session.token({ forceRefresh }) });
 * await client.cancelPreAuth({ transactionId });
 * ```
 */
export function createPayClient(options: PayClientOptions = {}): PayClient {
  const { accessToken, baseUrl = payEnvironments.production, timeout = 10_000, headers, fetch } = options;
  if (!(timeout > 0)) throw new TypeError('createPayClient needs a `timeout` in ms over 0; use Infinity for none.');
  if (fetch && typeof fetch !== 'function') throw new TypeError('createPayClient needs a function as `fetch`.');
  const getBaseUrl = resolveBaseUrl(baseUrl);
  const flights = new Map<string, Flight>();

  // Refreshes are counted, so that a late 401 for a token that has been replaced since does not refresh again.
  let refreshes = 0;
  let newestToken: string | undefined;
  let refreshing: Promise<string | undefined> | undefined;

  async function getToken(forceRefresh: boolean): Promise<string | undefined> {
    if (accessToken === undefined) return undefined;
    try {
      const token: unknown = typeof accessToken === 'function' ? await accessToken({ forceRefresh }) : accessToken;
      if (typeof token === 'string' && token.trim()) return token;
    } catch {
      // What the callback threw may hold tokens: it is not passed on.
    }
    throw new PayError('unauthorized', { hint: '`accessToken` gave no token, nothing was sent' });
  }

  function refreshToken(known: number): typeof newestToken | Promise<typeof newestToken> {
    if (refreshes > known) return newestToken;
    if (!refreshing) {
      const current = getToken(true);
      const end = () => {
        if (refreshing === current) refreshing = undefined;
      };
      refreshing = current;
      current.then((token) => {
        newestToken = token;
        refreshes++;
        end();
      }, end);
    }
    return refreshing;
  }

  function buildRequest(
    transactionId: string,
    token: string | undefined,
  ): [string, RequestInit & { headers: Headers }] {
    let url: string;
    let sent: Headers;
    try {
      url = `${getBaseUrl()}/transactions/${encodeURIComponent(transactionId)}/cancel`;
      sent = new Headers((typeof headers === 'function' ? headers() : headers) as HeadersInit);
    } catch {
      throw new PayError('invalid-request', { hint: '`baseUrl` or `headers` cannot be used here, nothing was sent' });
    }
    sent.set('Accept', 'application/vnd.api+json'); // the services compare it by string equality
    sent.delete('Content-Type');
    sent.delete('Authorization');
    try {
      if (token) sent.set('Authorization', `Bearer ${token}`);
    } catch {
      throw new PayError('unauthorized', {
        hint: '`accessToken` gave a token that no header can hold, nothing was sent',
      });
    }
    return [url, { method: 'POST', headers: sent, keepalive: true, redirect: 'manual' }];
  }

  async function cancel(transactionId: string, flight: Flight): Promise<void> {
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const expired = new Promise<never>((_, reject) => {
      if (timeout > longestTimer) return;
      timer = setTimeout(() => {
        reject(new PayError('timeout'));
        controller.abort();
      }, timeout);
    });

    /** Resolves to what went wrong, or to nothing once the cancellation is confirmed. */
    async function post(token: string | undefined): Promise<PayError | undefined> {
      if (!flight.waiting) throw new PayError('timeout'); // all have aborted, nobody hears this
      const [url, init] = buildRequest(transactionId, token);
      const answer = (async () => (fetch ?? globalThis.fetch)(url, { ...init, signal: controller.signal }))();
      const response = await Promise.race([
        answer.catch(() => {
          throw new PayError('network-error'); // without the cause: HTTP stacks put headers and bodies there
        }),
        expired,
      ]);
      return response.status === 204 ? undefined : toPayError(response, expired);
    }

    try {
      const known = refreshes;
      let error = await post(await Promise.race([getToken(false), expired]));
      if (error?.code === 'unauthorized' && typeof accessToken === 'function') {
        const refused = error;
        const token = await Promise.race([refreshToken(known), expired]).catch(() => {
          refreshing = undefined; // a refresh that never ends must not block the next one
          throw refused;
        });
        error = await post(token);
      }
      if (error) throw error;
    } finally {
      clearTimeout(timer);
      flights.delete(transactionId);
    }
  }

  return {
    async cancelPreAuth(parameters, { signal } = {}) {
      if (signal?.aborted) throw signal.reason;
      const transactionId: unknown = parameters?.transactionId;
      if (!isTransactionId(transactionId)) {
        throw new PayError('invalid-transaction-id', {
          hint: '`transactionId` must be one path segment (no / \\ ? # %, white space or invisible characters), nothing was sent',
        });
      }
      let flight = flights.get(transactionId);
      if (!flight) {
        flight = { waiting: 0, settled: Promise.resolve() };
        flights.set(transactionId, flight);
        flight.settled = cancel(transactionId, flight);
      }
      const { settled } = flight;
      const shared = flight;
      shared.waiting++;
      return new Promise<void>((resolve, reject) => {
        const stopWaiting = () => {
          shared.waiting--;
          reject(signal?.reason);
        };
        signal?.addEventListener('abort', stopWaiting);
        const end = () => signal?.removeEventListener('abort', stopWaiting);
        settled.then(resolve, reject).then(end, end);
      });
    },
  };
}
