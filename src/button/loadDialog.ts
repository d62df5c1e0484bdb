import type * as Dialog from '../dialog/CancelPaymentDialog.tsx';

export type DialogModule = typeof Dialog;

let dialog: Promise<DialogModule> | undefined;

/** Fetches the dialog's chunk, once. A failure is forgotten: the next call fetches it again. */
export function loadDialog(): Promise<DialogModule> {
  // oxlint-disable-next-line eslint/no-restricted-imports -- the one import() that the rule leaves
  dialog ??= import('../dialog/CancelPaymentDialog.tsx').catch(retryImport).catch((error: unknown) => {
    dialog = undefined;
    throw error;
  });
  return dialog;
}

/**
 * Chromium (147) never asks the network again for a module that failed once: a moment without reception while the page was
 * idle, and the dialog would not open until the page is reloaded. It does ask for the same URL with another fragment.
 *
 * @see https://github.com/whatwg/html/pull/10327
 */
async function retryImport(error: unknown): Promise<DialogModule> {
  const url = String(error).split('module: ')[1];
  const module: DialogModule | undefined =
    url && (await import(/* @vite-ignore */ /* webpackIgnore: true */ `${url}#${Date.now()}`));
  if (module?.CancelPaymentDialogWithTrigger) return module; // not every bundler's file is the module itself
  throw error;
}

/** Rejects with what `import()` throws, if the chunk cannot be loaded. */
export const preload = (): Promise<void> => loadDialog().then(() => {});

const preloadQuietly = (): void => void preload().catch(() => {});

/** For events that come before a click. */
export const withPreload =
  <E>(handler: ((event: E) => void) | undefined) =>
  (event: E): void => {
    preloadQuietly();
    handler?.(event);
  };

let idle: unknown;

/** Once a page, however many buttons there are. */
export function preloadWhenIdle(): void {
  idle ??=
    typeof requestIdleCallback === 'function' ? requestIdleCallback(preloadQuietly) : setTimeout(preloadQuietly, 1000); // Safari
}
