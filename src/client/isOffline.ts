/**
 * Whether the platform says that it is offline. Node and React Native have no `onLine`, or no `navigator`, and count as
 * online.
 */
export const isOffline = (): boolean => (globalThis.navigator as { onLine?: boolean } | undefined)?.onLine === false;
