import { retryImport, type DialogModule } from './retryImport.ts';

let loading: Promise<DialogModule> | undefined;
let loaded: DialogModule | undefined;

/** Loads the dialog's chunk once. After a failure, the next call loads it again. */
function loadDialog(): Promise<DialogModule> {
  // oxlint-disable-next-line eslint/no-restricted-imports -- the only import() of the dialog
  loading ??= import('../dialog/CancelPaymentDialog.tsx').catch(retryImport).then(
    (dialog) => (loaded = dialog),
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

/** Calls `onSettle` with the dialog, immediately if it is loaded, or with null if it cannot be loaded. */
export function withDialog(onSettle: (dialog: DialogModule | null) => void): void {
  if (loaded) onSettle(loaded);
  else loadDialog().then(onSettle, () => onSettle(null));
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
