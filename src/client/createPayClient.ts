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
  /** Nothing can be taken back any more: whoever comes now waits for the same answer. */
  sent: boolean;
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
  if (typeof timeout !== 'number' || !(timeout > 0))
    throw new TypeError('createPayClient needs a `timeout` in ms over 0; use Infinity for none.');
  if (fetch && typeof fetch !== 'function') throw new TypeError('createPayClient needs a function as `fetch`.');
  const getBaseUrl = resolveBaseUrl(baseUrl);
  const flights = new Map<string, Flight>();
  let refreshing: Promise<string | null> | undefined;
  let newest: string | null = null; // what the last refresh gave

  /** The value of the `Authorization` header. */
  async function authorize(forceRefresh: boolean): Promise<string | null> {
    if (accessToken === undefined) return null;
    try {
      const token: unknown = typeof accessToken === 'function' ? await accessToken({ forceRefresh }) : accessToken;
      if (typeof token === 'string' && token.trim()) {
        return new Headers({ Authorization: `Bearer ${token}` }).get('Authorization'); // throws if no header can hold it
      }
    } catch {
      // What the callback threw may hold tokens: it is not passed on.
    }
    throw new PayError('unauthorized', { hint: '`accessToken` gave no token that can be sent, so nothing was sent' });
  }

  function buildRequest(transactionId: string, authorization: string | null): [string, RequestInit] {
    try {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- TypeScript lets `Headers` take less than it does
      const sent = new Headers((typeof headers === 'function' ? headers() : headers) as HeadersInit);
      sent.set('Accept', 'application/vnd.api+json'); // the services compare it by string equality
      sent.delete('Content-Type');
      sent.delete('Authorization');
      if (authorization) sent.set('Authorization', authorization);
      const url = `${getBaseUrl()}/transactions/${encodeURIComponent(transactionId)}/cancel`;
      return [url, { method: 'POST', headers: sent, keepalive: true, redirect: 'manual' }];
    } catch {
      throw new PayError('invalid-request', {
        hint: '`baseUrl` or `headers` cannot be used here, so nothing was sent',
      });
    }
  }

  async function cancel(transactionId: string, flight: Flight): Promise<void> {
    const controller = new AbortController();
    const { signal } = controller;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const expired = new Promise<never>((_, reject) => {
      if (timeout > longestTimer) return;
      timer = setTimeout(() => {
        reject(new PayError('timeout'));
        controller.abort();
      }, timeout);
    });

    async function send(url: string, init: RequestInit): Promise<Response> {
      try {
        return await (fetch ?? globalThis.fetch)(url, { ...init, signal });
      } catch {
        throw new PayError('network-error'); // without the cause: HTTP stacks put headers and bodies there
      }
    }

    /** Resolves to what went wrong, or to nothing once the cancellation is confirmed. */
    async function post(authorization: string | null): Promise<PayError | undefined> {
      flight.sent = true;
      const response = await Promise.race([send(...buildRequest(transactionId, authorization)), expired]);
      try {
        return response.status === 204 ? undefined : await toPayError(response, expired);
      } catch {
        return new PayError('unexpected-response'); // what `fetch` gave is no response
      }
    }

    try {
      if (!flight.waiting) return; // all have aborted
      const newestAtStart = newest;
      const authorization = await Promise.race([authorize(false), expired]);
      if (!flight.waiting) return;
      let error = await post(authorization);
      if (error?.code === 'unauthorized' && typeof accessToken === 'function' && flight.waiting && !signal.aborted) {
        // A late 401, for a token that has been replaced since, needs no other refresh.
        if (newest === newestAtStart || newest === authorization) {
          const refresh = (refreshing ??= authorize(true));
          try {
            newest = await Promise.race([refresh, expired]);
          } catch (failure) {
            throw signal.aborted ? failure : error; // out of time, nobody knows what a refresh would have given
          } finally {
            if (refreshing === refresh) refreshing = undefined; // also if it never ends
          }
        }
        if (flight.waiting) error = await post(newest);
      }
      if (error) throw error;
    } finally {
      clearTimeout(timer);
      leave(transactionId, flight);
    }
  }

  function start(transactionId: string): Flight {
    const flight: Flight = {
      waiting: 0,
      sent: false,
      // Not in this tick: `accessToken` may abort, or cancel the same transaction.
      settled: Promise.resolve().then(() => cancel(transactionId, flight)),
    };
    flights.set(transactionId, flight);
    return flight;
  }

  function leave(transactionId: string, flight: Flight): void {
    if (flights.get(transactionId) === flight) flights.delete(transactionId);
  }

  return {
    async cancelPreAuth(parameters, { signal } = {}) {
      if (signal?.aborted) throw signal.reason;
      const transactionId: unknown = parameters?.transactionId;
      if (!isTransactionId(transactionId)) {
        throw new PayError('invalid-transaction-id', {
          hint: '`transactionId` must be one path segment (no / \\ ? # %, white space or invisible characters), so nothing was sent',
        });
      }
      const flight = flights.get(transactionId) ?? start(transactionId);
      flight.waiting++;
      return new Promise<void>((resolve, reject) => {
        const stopWaiting = () => {
          flight.waiting--;
          if (!flight.waiting && !flight.sent) leave(transactionId, flight);
          reject(signal?.reason);
        };
        signal?.addEventListener('abort', stopWaiting);
        flight.settled.finally(() => signal?.removeEventListener('abort', stopWaiting)).then(resolve, reject);
      });
    },
  };
}
