import type * as Dialog from '../dialog/CancelPaymentDialog.tsx';

export type DialogModule = typeof Dialog;

/** In the page's head, because the HTML of its body may come from users. A URL with a query may redirect anywhere. */
const preloadLink = 'head>link[rel=modulepreload][href*="/CancelPaymentDialog"]:not([href*="?"])';

/**
 * The URL of the module that failed to load, if `error` is the browser's own error for that, and the URL is on the
 * page's origin. It is in the message of Chromium and Firefox. WebKit's has none, so there it is that of the link in the
 * page's head with which Vite preloads the dialog.
 */
export function findFailedUrl(error: unknown): string | undefined {
  const text = String(error);
  const url =
    text === 'TypeError: Importing a module script failed.'
      ? document.querySelector<HTMLLinkElement>(preloadLink)?.href
      : /^TypeError: (?:Failed to fetch|error loading) dynamically imported module: (\S+)$/.exec(text)?.[1];
  return url?.startsWith(`${location.origin}/`) ? url : undefined;
}

const isDialogModule = (value: Partial<DialogModule> | null | undefined): value is DialogModule =>
  !!value?.CancelPaymentDialogWithTrigger;

/**
 * Browsers remember that a module failed to load: one moment without reception, and the dialog would not open until the
 * page is reloaded, in WebKit not even then. They do request the same URL with another query. A fragment is not enough
 * for WebKit.
 *
 * Safe: this `import()` takes a variable, but only a URL on the page's origin, either the one that the browser says it
 * has just failed to load for the `import()` of the dialog, or that of Vite's preload link. A nonce in the page's
 * Content-Security-Policy would allow any URL here.
 *
 * @see https://github.com/whatwg/html/pull/10327
 */
export async function retryImport(error: unknown): Promise<DialogModule> {
  const url = findFailedUrl(error);
  if (!url) throw error;
  const retried = url.replace(/\?|$/, `?retry=${Date.now()}&`); // development servers have a query already
  const chunk: Record<string, DialogModule> = await import(/* @vite-ignore */ /* webpackIgnore: true */ retried);
  // In a chunk that other parts of the app import as well, the module is one of the exports, under any name.
  const module = [chunk as Partial<DialogModule>, ...Object.values(chunk)].find(isDialogModule);
  if (!module) throw error;
  return module;
}
