import { accessTokens, type AccessToken } from './accessTokens.ts';
import { isTransactionId } from './isTransactionId.ts';
import { PayError } from './PayError.ts';
import { payEnvironments, resolveBaseUrl } from './resolveBaseUrl.ts';
import { singleFlight, throwIfAborted, type SharedCall } from './singleFlight.ts';
import { startDeadline, type Deadline } from './startDeadline.ts';
import { toPayError } from './toPayError.ts';
import { withRetries } from './withRetries.ts';

/** Everything that `new Headers()` accepts, without the DOM's types. */
export type HeadersLike =
  | Readonly<Record<string, string>>
  | Iterable<readonly [string, string]>
  | {
      /** As `Headers` and `Map` have it. */
      forEach(callback: (value: string, name: string) => void): void;
    };

/** How a client reaches PACE Pay, and for how long it tries. */
export interface PayClientOptions {
  /**
   * OAuth access token with the scope `pay:transactions:cancel`, or a function that returns one. The function is called
   * for each cancellation, and again with `forceRefresh: true` after a 401. Leave it out if a proxy on your own origin
   * adds the token.
   *
   * If the function fails because there is no connection, the call rejects with `network-error`. If it throws a
   * `PayError`, the call rejects with that. After any other failure, or without a token, the user counts as signed out:
   * `unauthorized`.
   */
  accessToken?: AccessToken;
  /**
   * Includes the API version. Default: {@link payEnvironments}`.production`. A path (`"/pay"`) is on the page's origin.
   */
  baseUrl?: string | URL;
  /**
   * Time limit of a whole call in ms, including the token, a refresh, automatic retries and the response body. Default:
   * 10,000. `Infinity`: no limit.
   */
  timeout?: number;
  /**
   * Maximum number of automatic retries within `timeout`, after network-error (unless offline), rate-limited,
   * server-error and upstream-error. Default: 2. 0: no retries.
   */
  retry?: number;
  /** Additional headers, such as `Accept-Language`. `Accept`, `Authorization` and `Content-Type` are ignored. */
  headers?: HeadersLike | (() => HeadersLike);
  /** Default: the global `fetch` at the time of the call. */
  fetch?: typeof globalThis.fetch;
}

/** Which payment to cancel. */
export interface CancelPreAuthParameters {
  /** In practice a UUID, but any string that is safe as a path segment is accepted. */
  transactionId: string;
}

/** Cancels payments. {@link createPayClient} makes one; tests and apps can pass their own. */
export interface PayClient {
  /**
   * Cancels an open PreAuth payment and revokes its payment token. Resolves when the API has confirmed the cancellation
   * (204), even if the payment was already canceled: the operation is idempotent. Overlapping calls for the same
   * transaction share one request. Nothing is sent after the call has settled.
   *
   * Aborting `signal` stops waiting and retrying, but not a request that is already in flight.
   *
   * @throws {PayError} if the cancellation is not confirmed
   * @throws `signal.reason` if `signal` is aborted
   * @see PACE Pay API 2024-4, "Cancel PreAuth payment": `POST /transactions/{transactionId}/cancel`
   */
  cancelPreAuth(parameters: CancelPreAuthParameters, options?: { signal?: AbortSignal }): Promise<void>;
}

/**
 * Catches developer errors that would otherwise surface late, or as the wrong error for the user.
 *
 * Safe: checks that there is a global `fetch`, and does not call it.
 */
function checkOptions(options: PayClientOptions): void {
  const check = (isRight: unknown, problem: string) => {
    if (!isRight) throw new TypeError(`createPayClient ${problem}`);
  };
  check(
    options && typeof options === 'object' && !(options instanceof URL),
    'takes an object of options, such as { accessToken }.',
  );
  const { accessToken, timeout = 1, retry = 0, fetch } = options;
  check(!accessToken || typeof accessToken !== 'object', 'needs a string or a function as `accessToken`.');
  check(typeof timeout === 'number' && timeout > 0, 'needs a `timeout` in ms over 0; use Infinity for none.');
  check(retry >= 0 && retry === Math.floor(retry), 'needs a whole number from 0 as `retry`.');
  check(!fetch || typeof fetch === 'function', 'needs a function as `fetch`.');
  for (const [name, value] of Object.entries({ fetch: fetch ?? globalThis.fetch, Headers: globalThis.Headers })) {
    check(value, `needs the global \`${name}\`, which is missing here (Jest: use jest-fixed-jsdom).`);
  }
}

/**
 * Creates a client for PACE Pay's "Cancel PreAuth payment". It needs neither React nor the DOM, so it also runs on
 * servers, in workers and in React Native (0.79 or later).
 *
 * @throws {TypeError} if an option is unusable, or `fetch` or `Headers` is missing
 * @example
 * ```ts
 * const client = createPayClient({ accessToken: ({ forceRefresh }) => session.getToken({ forceRefresh }) });
 * await client.cancelPreAuth({ transactionId });
 * ```
 */
export function createPayClient(options: PayClientOptions = {}): PayClient {
  checkOptions(options);
  const { accessToken, baseUrl = payEnvironments.production, timeout = 10_000, retry = 2, headers, fetch } = options;
  const getBaseUrl = resolveBaseUrl(baseUrl);
  const withAccessToken = accessTokens(accessToken);
  // Some iterables can be read only once, but there may be retries.
  const given = typeof headers === 'object' && Symbol.iterator in headers ? [...headers] : headers;

  function buildRequest(
    transactionId: string,
    authorization: string | null,
    signal: AbortSignal,
  ): [string, RequestInit] {
    try {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `Headers` accepts more than its type says
      const sent = new Headers((typeof given === 'function' ? given() : given) as HeadersInit);
      sent.set('Accept', 'application/vnd.api+json'); // the services compare it by string equality
      sent.delete('Content-Type');
      if (authorization) sent.set('Authorization', authorization);
      else sent.delete('Authorization');
      const url = `${getBaseUrl()}/transactions/${encodeURIComponent(transactionId)}/cancel`;
      // No `keepalive`: Chromium (147, 156) sends such requests even after they have been aborted.
      return [url, { method: 'POST', headers: sent, redirect: 'manual', signal }];
    } catch {
      throw new PayError('invalid-request', {
        hint: '`baseUrl` or `headers` cannot be used here, so nothing was sent',
      });
    }
  }

  /** Safe: the one use of the network, to which {@link resolveBaseUrl} lets only HTTPS and loopback hosts. */
  async function send(url: string, init: RequestInit): Promise<Response> {
    try {
      return await (fetch ?? globalThis.fetch)(url, init);
    } catch {
      throw new PayError('network-error'); // no `cause`: HTTP libraries put headers and bodies there
    }
  }

  /** Resolves once the cancellation is confirmed. */
  async function post(transactionId: string, authorization: string | null, deadline: Deadline): Promise<void> {
    const { signal, expired } = deadline;
    const [url, init] = buildRequest(transactionId, authorization, signal);
    const response = await Promise.race([send(url, init), expired]);
    let error: PayError | undefined;
    try {
      if (response.status === 204 && !response.redirected) return;
      error = await toPayError(response, accessToken === undefined, expired);
    } catch {
      // a custom `fetch` returned something other than a `Response`
    }
    throw error ?? new PayError('unexpected-response');
  }

  async function cancel(transactionId: string, { onAbandoned, hold }: SharedCall): Promise<void> {
    const deadline = startDeadline(timeout);
    onAbandoned(deadline.abandon);
    const attempt = withAccessToken({
      // Held, because the request may have reached the API even if all callers stop waiting.
      async post(authorization) {
        if (deadline.remaining() <= 0) throw new PayError('timeout');
        await hold(post(transactionId, authorization, deadline));
      },
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
      await cancelOnce(transactionId, signal);
    },
  };
}
