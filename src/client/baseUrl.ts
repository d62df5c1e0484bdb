/** Base URLs of PACE Pay, API version 2024-4 included. */
export const payEnvironments = {
  production: 'https://api.pace.cloud/pay/2024-4',
  sandbox: 'https://api.sandbox.pace.cloud/pay/2024-4',
  development: 'https://api.dev.pace.cloud/pay/2024-4',
} as const satisfies Record<string, string>;

const secure = /^https:|^http:\/\/((.+\.)?localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Checks a base URL now, and returns what resolves it at each call: a path belongs to the page's origin, which a module
 * made during server rendering does not know yet.
 */
export function resolveBaseUrl(baseUrl: string | URL): () => string {
  const text = String(baseUrl);
  // The URL parser takes `/\host` and, as it skips tabs, `/<tab>/host` for another host.
  const isPath = /^\/(?![/\\\s])/.test(text);
  const resolve = (page: { origin: string }): string => {
    const url = new URL(text, isPath ? page.origin : undefined);
    const { protocol, hostname, username, password, search, hash } = url;
    if (!secure.test(`${protocol}//${hostname}`) || username + password + search + hash)
      throw new TypeError('insecure');
    return url.origin + url.pathname.replace(/\/+$/, '');
  };
  try {
    resolve({ origin: 'https://localhost' });
  } catch {
    throw new TypeError(
      'createPayClient refuses this `baseUrl`, which could give tokens away. Use payEnvironments, an https: URL (http: on ' +
        'loopback only) without user, password, query and fragment, or a path such as "/pay".',
    );
  }
  return () => resolve(globalThis.location);
}
