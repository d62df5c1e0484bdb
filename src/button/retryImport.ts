import type * as Dialog from '../dialog/CancelPaymentDialog.tsx';

export type DialogModule = typeof Dialog;

/**
 * The URL of the module that failed to load: from the message, which starts with one of these words in Chromium and
 * Firefox, otherwise from the link with which Vite preloads it. WebKit's message has no URL.
 */
export function findFailedUrl(error: unknown): string | undefined {
  const message = error instanceof Error ? error.message : '';
  return (
    /^(?:Failed to fetch|error loading) dynamically imported module: (https?:\/\/\S+)$/.exec(message)?.[1] ??
    globalThis.document?.querySelector<HTMLLinkElement>('link[rel=modulepreload][href*=CancelPaymentDialog]')?.href
  );
}

const isDialogModule = (value: Partial<DialogModule> | null | undefined): value is DialogModule =>
  !!value?.CancelPaymentDialogWithTrigger;

/**
 * Browsers remember that a module failed to load: one moment without reception, and the dialog would not open until the
 * page is reloaded, in WebKit not even then. They do request the same URL with another query. A fragment is not enough
 * for WebKit.
 *
 * @see https://github.com/whatwg/html/pull/10327
 */
export async function retryImport(error: unknown): Promise<DialogModule> {
  const url = findFailedUrl(error);
  if (!url) throw error;
  const retried = `${url}${url.includes('?') ? '&' : '?'}retry=${Date.now()}`;
  const chunk: Record<string, DialogModule> = await import(/* @vite-ignore */ /* webpackIgnore: true */ retried);
  // In a chunk that other parts of the app import as well, the module is one of the exports, under any name.
  const module = [chunk as Partial<DialogModule>, ...Object.values(chunk)].find(isDialogModule);
  if (!module) throw error;
  return module;
}
