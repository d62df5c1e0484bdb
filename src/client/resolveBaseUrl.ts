/**
 * Base URLs of PACE Pay, including the API version 2024-4.
 *
 * Safe: these are the API's documented hosts. Nothing is sent to them before the app cancels a payment.
 */
export const payEnvironments = {
  /** Real payments. */
  production: 'https://api.pace.cloud/pay/2024-4',
  /** For tests of your app, without real payments. */
  sandbox: 'https://api.sandbox.pace.cloud/pay/2024-4',
  /** PACE's own development. */
  development: 'https://api.dev.pace.cloud/pay/2024-4',
} as const satisfies Record<string, string>;

const secure = /^https:|^http:\/\/((.+\.|)localhost|127\.[\d.]+|\[::1\])$/; // a host that ends with a number is an IP address

/** What is wrong with a base URL, or undefined. */
function findFault({ protocol, hostname, username, password, search, hash }: URL): string | undefined {
  if (!secure.test(`${protocol}//${hostname}`)) return 'is not https: (http: is for loopback hosts only)';
  if (username || password) return 'has a user or password in it';
  if (search) return 'has a query';
  if (hash) return 'has a fragment';
  return undefined;
}

/**
 * Checks a base URL now, and returns a function that resolves it for each call: a path is on the page's origin, which a
 * module that is loaded during server rendering does not know yet.
 *
 * Safe: `https://localhost` only stands for the page's origin, to check a path. Nothing is sent there.
 *
 * @throws {TypeError} that says what is wrong, without the base URL itself, which may contain a password
 */
export function resolveBaseUrl(baseUrl: string | URL): () => string {
  const text = String(baseUrl);
  // The URL parser reads `/\host` as another host and, because it skips tabs, `/<tab>/host` as well.
  const isPath = /^\/(?![/\\\s])/.test(text);
  const resolve = (page: { origin: string }): string => {
    let url: URL | undefined;
    try {
      url = new URL(text, isPath ? page.origin : undefined);
    } catch {
      // neither an absolute URL nor a path
    }
    const fault = url ? findFault(url) : 'is neither an absolute URL nor a path';
    if (!url || fault) {
      throw new TypeError(
        `createPayClient refuses this \`baseUrl\`: it ${fault}, so tokens could be given away. ` +
          'Use payEnvironments, an https: URL, or a path such as "/pay".',
      );
    }
    return url.origin + url.pathname.replace(/^(.*[^/]|)\/*/, '$1'); // /\/+$/ takes long if there are many slashes elsewhere
  };
  const checked = resolve({ origin: 'https://localhost' });
  return () => (isPath ? resolve(globalThis.location) : checked);
}
