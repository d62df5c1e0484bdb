/** A fetch whose requests wait until the test answers them, the oldest first. */
export interface HeldFetch {
  fetch: typeof globalThis.fetch;
  /** Ids of the transactions asked for, in order. */
  requested: string[];
  answer(status: number, body?: unknown, headers?: Record<string, string>): void;
  /** Ends the oldest request as a lost connection does. */
  drop(): void;
}

export function createHeldFetch(): HeldFetch {
  const held: { resolve: (response: Response) => void; reject: (error: unknown) => void }[] = [];
  const requested: string[] = [];
  function next() {
    const request = held.shift();
    if (!request) throw new Error('No request is waiting for an answer.');
    return request;
  }
  return {
    requested,
    fetch: (input, init) =>
      new Promise((resolve, reject) => {
        const { url } = new Request(input, init);
        requested.push(/transactions\/(.*)\/cancel/.exec(url)?.[1] ?? url);
        held.push({ resolve, reject });
      }),
    answer(status, body, headers = {}) {
      next().resolve(new Response(body === undefined ? null : JSON.stringify(body), { status, headers }));
    },
    drop() {
      next().reject(new TypeError('Failed to fetch'));
    },
  };
}
