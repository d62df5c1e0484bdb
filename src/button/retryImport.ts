import type * as Dialog from '../dialog/CancelPaymentDialog.tsx';

export type DialogModule = typeof Dialog;

/** Not in the page's body, whose HTML may come from users, and without a query, with which a URL may redirect anywhere. */
const preloadLink = 'head>link[rel=modulepreload][href*="/CancelPaymentDialog"]:not([href*="?"])';

/**
 * The URL of the module that failed to load, if `error` is the browser's own error for that. It is in the message of
 * Chromium and Firefox. WebKit's has none, so there it is that of the link in the page's head with which Vite preloads the
 * dialog, if that is on the page's origin.
 */
export function findFailedUrl(error: unknown): string | undefined {
  const text = String(error);
  if (
    !/^TypeError: (?:Importing a module script failed|'text\/html' is not a valid JavaScript MIME type)\.$/.test(text)
  ) {
    return /^TypeError: (?:Failed to fetch|error loading) dynamically imported module: (https?:\S+)$/.exec(text)?.[1];
  }
  const url = document.querySelector<HTMLLinkElement>(preloadLink)?.href;
  return url?.startsWith(`${location.origin}/`) ? url : undefined;
}

const isDialogModule = (value: Partial<DialogModule> | null | undefined): value is DialogModule =>
  !!value?.CancelPaymentDialogWithTrigger;

/**
 * Browsers remember that a module failed to load: one moment without reception, and the dialog would not open until the
 * page is reloaded, in WebKit not even then. They do request the same URL with another query. A fragment is not enough
 * for WebKit.
 *
 * Safe: this `import()` takes a variable, but only the URL that the browser says it has just failed to load for the
 * `import()` of the dialog, or that of Vite's preload link if it is on the page's origin. A nonce in the page's
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
