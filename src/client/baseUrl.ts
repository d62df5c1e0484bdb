/** Base URLs of PACE Pay, API version 2024-4 included. */
export const payEnvironments = {
  production: 'https://api.pace.cloud/pay/2024-4',
  sandbox: 'https://api.sandbox.pace.cloud/pay/2024-4',
  development: 'https://api.dev.pace.cloud/pay/2024-4',
} as const satisfies Record<string, string>;

const loopback = /^(.+\.)?localhost$|^127(\.\d+){3}$|^\[::1\]$/;

function check(url: URL): string {
  if (
    (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback.test(url.hostname))) ||
    url.username + url.password + url.search + url.hash
  ) {
    throw new TypeError('insecure');
  }
  return url.origin + url.pathname.replace(/\/+$/, '');
}

/**
 * Checks a base URL now, and returns what resolves it at each call: a path belongs to the page's origin, which a module
 * made during server rendering does not know yet.
 */
export function resolveBaseUrl(baseUrl: string | URL): () => string {
  const text = String(baseUrl);
  try {
    if (/^\/(?![/\\])/.test(text)) {
      check(new URL(text, 'https://localhost'));
      return () => check(new URL(text, globalThis.location.origin));
    }
    const resolved = check(new URL(text));
    return () => resolved;
  } catch {
    throw new TypeError(
      'createPayClient refuses this `baseUrl`: a token sent there could be read by others. ' +
        'Use payEnvironments.production, an https: URL (http: on loopback only) without user, password, query and fragment, or a path such as "/pay".',
    );
  }
}
