/** A fetch whose requests stay pending until the test responds to them, the oldest first. */
export interface ControlledFetch {
  fetch: typeof globalThis.fetch;
  /** The transaction ids of all requests, in order. */
  requestedIds: string[];
  /** Responds to the oldest pending request. */
  respond(status: number, body?: unknown, headers?: Record<string, string>): void;
}

export function createControlledFetch(): ControlledFetch {
  const pending: ((response: Response) => void)[] = [];
  const requestedIds: string[] = [];
  return {
    requestedIds,
    fetch: (input, init) =>
      new Promise((resolve) => {
        const { url } = new Request(input, init);
        requestedIds.push(/transactions\/(.*)\/cancel/.exec(url)?.[1] ?? url);
        pending.push(resolve);
      }),
    respond(status, body, headers = {}) {
      const resolve = pending.shift();
      if (!resolve) throw new Error('No request is pending.');
      resolve(new Response(body === undefined ? null : JSON.stringify(body), { status, headers }));
    },
  };
}
