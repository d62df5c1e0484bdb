/** Node and React Native have no `onLine`, or no navigator at all: as far as one can tell, they are online. */
export const isOffline = (): boolean => (globalThis.navigator as { onLine?: boolean } | undefined)?.onLine === false;
