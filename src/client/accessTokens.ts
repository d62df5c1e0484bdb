import isNetworkError from 'is-network-error';
import { isOffline } from './isOffline.ts';
import { isPayError, PayError } from './PayError.ts';
import type { Deadline } from './startDeadline.ts';

type Token = string | null | undefined;

/** A token, or a function that gets one; auth libraries return null or undefined when nobody is signed in. */
export type AccessToken = string | ((options: { forceRefresh: boolean }) => Token | Promise<Token>);

/** One call and its automatic retries. */
interface Call {
  /** Sends the request with this `Authorization` header; null if a proxy adds it. */
  post: (authorization: string | null) => Promise<void>;
  deadline: Deadline;
}

/** A forced refresh, shared by all calls whose token it replaces. */
interface Refresh {
  /** From 1, in the order in which they started. */
  number: number;
  /** How many calls wait for it. */
  waiting: number;
  authorization: Promise<string | undefined>;
  /** What `authorization` resolved to. */
  value?: string | undefined;
}

/** Whether `accessToken` failed for lack of a connection, which does not mean that the session is over. */
function isConnectionLost(error: unknown): boolean {
  return isNetworkError(error) || (error instanceof Error && ['TimeoutError', 'AbortError'].includes(error.name));
}

/** The `Authorization` header for a token, or undefined if no header can hold it. */
function toAuthorization(token: unknown): string | undefined {
  const value = typeof token === 'string' ? token.replace(/^(\s|Bearer\s)*/i, '').trim() : '';
  return /^[\t -~\x80-\xff]+$/.test(value) ? `Bearer ${value}` : undefined;
}

/**
 * Gets and refreshes the access tokens of one client.
 *
 * @returns creates the attempt of a call, which sends the request with a token, and after a 401 once more with a
 *   refreshed one. All calls whose token a refresh replaces share it, even if it fails: 1,000 calls that get a 401 at
 *   the same time cause one refresh.
 */
export function accessTokens(accessToken: AccessToken | undefined): (call: Call) => () => Promise<void> {
  const fixed = typeof accessToken === 'string' && toAuthorization(accessToken);
  let refreshing: Refresh | undefined;
  let last: Refresh | undefined;
  let count = 0;

  /**
   * Resolves to undefined if there is no usable token: the session is over.
   *
   * @throws {PayError} without a `cause`, which may hold tokens
   */
  async function request(options: { forceRefresh: boolean }): Promise<string | undefined> {
    let failure: unknown;
    try {
      const authorization = typeof accessToken === 'function' ? toAuthorization(await accessToken(options)) : fixed;
      if (authorization) return authorization;
    } catch (error) {
      if (isPayError(error)) throw error;
      failure = error;
    }
    if (isConnectionLost(failure) || isOffline()) {
      throw new PayError('network-error', { hint: '`accessToken` failed without a connection, so nothing was sent' });
    }
    return undefined;
  }

  function startRefresh(): Refresh {
    const refresh: Refresh = { number: ++count, waiting: 0, authorization: request({ forceRefresh: true }) };
    const end = (value?: string) => {
      if (refreshing !== refresh) return; // given up
      refreshing = undefined;
      last = refresh;
      last.value = value;
    };
    refresh.authorization.then(end, () => end());
    return refresh;
  }

  return ({ post, deadline }) => {
    let authorization: string | null | undefined;
    let seen = 0; // number of the last refresh that had ended when `authorization` was obtained
    let refusal: unknown; // a 401 that still needs a refresh
    let isReplayed = false;

    async function getAuthorization(): Promise<string | null> {
      if (accessToken === undefined) return null;
      seen = last?.number ?? 0;
      const value = fixed || (await deadline.race(request({ forceRefresh: false })));
      if (value === undefined) {
        throw new PayError('unauthorized', {
          hint: '`accessToken` gave no usable token, so nothing was sent',
        });
      }
      // A refresh may have ended in the meantime. Its token is current; any other was requested before it ended.
      if (last && value === last.value) seen = last.number;
      return value;
    }

    async function refresh(): Promise<string | undefined> {
      const isEnded = !!last && last.number > seen;
      const shared = (isEnded && last) || (refreshing ??= startRefresh());
      // By one if it has ended: while there is no connection, the retries of all calls share their refreshes as well.
      seen = isEnded ? seen + 1 : shared.number;
      shared.waiting++;
      try {
        return await deadline.race(shared.authorization);
      } finally {
        shared.waiting--;
        // A refresh that never settles must not block later calls.
        if (refreshing === shared && (shared.waiting === 0 || deadline.signal.aborted)) refreshing = undefined;
      }
    }

    const canRefresh = (error: unknown) =>
      typeof accessToken === 'function' &&
      !isReplayed &&
      isPayError(error) &&
      error.code === 'unauthorized' &&
      deadline.remaining() > 0;

    return async () => {
      authorization ??= await getAuthorization();
      if (!refusal) {
        try {
          await post(authorization);
          return;
        } catch (error) {
          if (!canRefresh(error)) throw error;
          refusal = error;
        }
      }
      const refreshed = await refresh();
      if (refreshed === undefined) throw refusal;
      authorization = refreshed;
      isReplayed = true;
      refusal = undefined;
      await post(authorization);
    };
  };
}
