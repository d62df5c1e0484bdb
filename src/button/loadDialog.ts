import { retryImport, type DialogModule } from './retryImport.ts';

let dialog: Promise<DialogModule> | undefined;

/** Loads the dialog's chunk once. After a failure, the next call loads it again. */
export function loadDialog(): Promise<DialogModule> {
  // oxlint-disable-next-line eslint/no-restricted-imports -- the only import() of the dialog
  dialog ??= import('../dialog/CancelPaymentDialog.tsx').catch(retryImport).catch((error: unknown) => {
    dialog = undefined;
    throw error;
  });
  return dialog;
}

/** Rejects with the error of `import()` if the chunk cannot be loaded. */
export const preload = (): Promise<void> => loadDialog().then(() => {});

const preloadQuietly = (): void => void preload().catch(() => {});

/** Wraps the handler of an event that precedes a click, to start loading the dialog then. */
export const withPreload = <E>(handler: ((event: E) => void) | undefined): ((event: E) => void) =>
  handler
    ? (event) => {
        preloadQuietly();
        handler(event);
      }
    : preloadQuietly;

let idle: unknown;

/** Runs once per page, however many buttons there are. */
export function preloadWhenIdle(): void {
  idle ??=
    typeof requestIdleCallback === 'function' ? requestIdleCallback(preloadQuietly) : setTimeout(preloadQuietly, 1000); // Safari
}
