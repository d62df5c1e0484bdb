import { accessTokens } from './accessTokens.ts';
import { isTransactionId } from './isTransactionId.ts';
import { PayError } from './PayError.ts';
import { payEnvironments, resolveBaseUrl } from './resolveBaseUrl.ts';
import { singleFlight, throwIfAborted, type SharedCall } from './singleFlight.ts';
import { startDeadline, type Deadline } from './startDeadline.ts';
import { toPayError } from './toPayError.ts';
import { withRetries } from './withRetries.ts';

/** Whatever `new Headers()` takes, without needing the DOM's types. */
export type HeadersLike =
  | Readonly<Record<string, string>>
  | Iterable<readonly [string, string]>
  | { forEach(callback: (value: string, name: string) => void): void };

type Token = string | null | undefined;

export interface PayClientOptions {
  /**
   * OAuth access token with the scope `pay:transactions:cancel`, or a function that gets one. The function is called for
   * each cancellation, and once more with `forceRefresh` after a 401. Leave it out if a proxy of your own origin adds it.
   *
   * A function that rejects because there is no connection ends in `network-error`, and one that throws a `PayError` in that
   * error; any other failure, and no token, mean that the user is signed out: `unauthorized`.
   */
  accessToken?: string | ((options: { forceRefresh: boolean }) => Token | Promise<Token>);
  /** Includes the API's version; default {@link payEnvironments}`.production`. A path (`"/pay"`) means the page's origin. */
  baseUrl?: string | URL;
  /**
   * In ms, for one whole call: token, refresh, replay, automatic retries and body included. Default 10 000; `Infinity` for
   * none.
   */
  timeout?: number;
  /**
   * How many automatic retries there may be within `timeout`, of network-error (unless offline), rate-limited, server-error
   * and upstream-error. Default 2; 0 for none.
   */
  retry?: number;
  /** Sent along, for example `Accept-Language` or tracing. `Accept`, `Authorization` and `Content-Type` in it are ignored. */
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
   * Cancels an open PreAuth payment and revokes its payment token. Resolves when the API has confirmed it (204), even if it
   * was canceled before: the operation is idempotent. Overlapping calls for one transaction share one request. Once the
   * call has settled, nothing is sent any more.
   *
   * Aborting `signal` stops the waiting, and every retry, but not a request that is already in flight.
   *
   * @throws {PayError} for everything that is not a confirmed cancellation
   * @throws `signal.reason`, once `signal` is aborted
   * @see PACE Pay API 2024-4, "Cancel PreAuth payment": `POST /transactions/{transactionId}/cancel`
   */
  cancelPreAuth(parameters: CancelPreAuthParameters, options?: { signal?: AbortSignal }): Promise<void>;
}

/** Developers' mistakes that would otherwise show up late, or as a wrong error for the user. */
function checkOptions(options: PayClientOptions): void {
  const check = (isRight: unknown, problem: string) => {
    if (!isRight) throw new TypeError(`createPayClient ${problem}`);
  };
  check(options && typeof options === 'object', 'takes an object of options, such as { accessToken }.');
  const { timeout = 1, retry = 0, fetch } = options;
  check(typeof timeout === 'number' && timeout > 0, 'needs a `timeout` in ms over 0; use Infinity for none.');
  check(retry >= 0 && retry === Math.floor(retry), 'needs a whole number from 0 as `retry`.');
  check(!fetch || typeof fetch === 'function', 'needs a function as `fetch`.');
  for (const [name, value] of Object.entries({ fetch: fetch ?? globalThis.fetch, Headers: globalThis.Headers })) {
    check(value, `needs the global \`${name}\`, which is missing here (Jest: use jest-fixed-jsdom).`);
  }
}

/**
 * Makes a client for PACE Pay's "Cancel PreAuth payment". Needs no React and no DOM: it runs on servers, in workers and
 * in React Native (0.79 or later) as well.
 *
 * @throws {TypeError} if an option is unusable, or `fetch` or `Headers` is missing
 * @example
 * ```ts
 * const client = createPayClient({ accessToken: ({ forceRefresh }) => session.token({ forceRefresh }) });
 * await client.cancelPreAuth({ transactionId });
 * ```
 */
export function createPayClient(options: PayClientOptions = {}): PayClient {
  checkOptions(options);
  const { accessToken, baseUrl = payEnvironments.production, timeout = 10_000, retry = 2, headers, fetch } = options;
  const getBaseUrl = resolveBaseUrl(baseUrl);
  const withAccessToken = accessTokens(accessToken);

  function buildRequest(transactionId: string, authorization: string | null): [string, RequestInit] {
    try {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- TypeScript lets `Headers` take less than it does
      const sent = new Headers((typeof headers === 'function' ? headers() : headers) as HeadersInit);
      sent.set('Accept', 'application/vnd.api+json'); // the services compare it by string equality
      sent.delete('Content-Type');
      sent.delete('Authorization');
      if (authorization) sent.set('Authorization', authorization);
      const url = `${getBaseUrl()}/transactions/${encodeURIComponent(transactionId)}/cancel`;
      // Without `keepalive`: Chromium (147, 156) sends such a request even after it was aborted.
      return [url, { method: 'POST', headers: sent, redirect: 'manual' }];
    } catch {
      throw new PayError('invalid-request', {
        hint: '`baseUrl` or `headers` cannot be used here, so nothing was sent',
      });
    }
  }

  async function send(url: string, init: RequestInit): Promise<Response> {
    try {
      return await (fetch ?? globalThis.fetch)(url, init);
    } catch {
      throw new PayError('network-error'); // without the cause: HTTP stacks put headers and bodies there
    }
  }

  /** Resolves once the cancellation is confirmed. */
  async function post(transactionId: string, authorization: string | null, deadline: Deadline): Promise<void> {
    const { signal, expired } = deadline;
    const [url, init] = buildRequest(transactionId, authorization);
    const response = await Promise.race([send(url, { ...init, signal }), expired]);
    let error = new PayError('unexpected-response');
    try {
      if (response.status === 204 && !response.redirected) return;
      error = await toPayError(response, accessToken === undefined, expired);
    } catch {
      // what `fetch` gave is no response
    }
    throw error;
  }

  async function cancel(transactionId: string, { abandoned, hold }: SharedCall): Promise<void> {
    const deadline = startDeadline(timeout, abandoned);
    const attempt = withAccessToken({
      // Held: it may have reached the API, whoever stops waiting.
      post: (authorization) => hold(post(transactionId, authorization, deadline)),
      deadline,
    });
    try {
      await withRetries(attempt, { retry, deadline });
    } finally {
      deadline.stop();
    }
  }

  const cancelOnce = singleFlight(cancel);

  return {
    async cancelPreAuth(parameters, { signal } = {}) {
      throwIfAborted(signal);
      const transactionId: unknown = parameters?.transactionId;
      if (!isTransactionId(transactionId)) {
        throw new PayError('invalid-transaction-id', {
          hint: '`transactionId` must be one path segment (no / \\ ? # %, white space or invisible characters), so nothing was sent',
        });
      }
      return cancelOnce(transactionId, signal);
    },
  };
}
