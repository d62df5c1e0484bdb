/** An in-memory PACE Pay for previews, tests and demos. */
export interface PaySandbox {
  /** A WHATWG fetch handler that needs no `this`. Pass it to `createPayClient`, or use it in a server or in MSW. */
  fetch: {
    (input: Request | string | URL, init?: RequestInit): Promise<Response>;
    /** The type of a framework's route handler: `export const POST = sandbox.fetch`. */
    (request: Request): Promise<Response>;
  };
}

/**
 * Transaction IDs with a fixed outcome, like test card numbers: the errors are named after their code. All other IDs are
 * unknown (404).
 */
export const sandboxTransactions = {
  /** 204: is canceled. */
  'open': '5a4db0c0-0000-4000-8000-000000000001',
  /** 204: was canceled before. */
  'canceled': '5a4db0c0-0000-4000-8000-000000000002',
  /** 204 after 3 s. */
  'slow': '5a4db0c0-0000-4000-8000-000000000003',
  /** 422. */
  'invalid-request': '5a4db0c0-0000-4000-8000-000000000400',
  /** 401 for a missing token and the first one that it sees; with any other token it is canceled. */
  'unauthorized': '5a4db0c0-0000-4000-8000-000000000401',
  /** 401, with that code, under the same conditions as `unauthorized`. */
  'missing-linked-identity': '5a4db0c0-0000-4000-8000-000000001401',
  /** 403: no longer open. */
  'forbidden': '5a4db0c0-0000-4000-8000-000000000403',
  /** 403 as plain text, as a gateway sends it. */
  'insufficient-scope': '5a4db0c0-0000-4000-8000-000000001403',
  /** 404. */
  'not-found': '5a4db0c0-0000-4000-8000-000000000404',
  /** 408. */
  'timeout': '5a4db0c0-0000-4000-8000-000000000408',
  /** 429, with a `Retry-After` of 5 s. */
  'rate-limited': '5a4db0c0-0000-4000-8000-000000000429',
  /** 500. */
  'server-error': '5a4db0c0-0000-4000-8000-000000000500',
  /** 502 as HTML, as a gateway sends it. */
  'upstream-error': '5a4db0c0-0000-4000-8000-000000000502',
  /** 202, which confirms nothing. */
  'unexpected-response': '5a4db0c0-0000-4000-8000-000000000202',
  /** Rejects, as `fetch` does without a connection. */
  'network-error': '5a4db0c0-0000-4000-8000-000000000000',
} as const;

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `Object.keys` returns strings
const kinds = Object.keys(sandboxTransactions) as (keyof typeof sandboxTransactions)[];

const slowLatency = 3000;

const texts = {
  json: 'application/vnd.api+json',
  plain: 'text/plain; charset=utf-8',
  html: 'text/html; charset=utf-8',
};

/** Every response but 204, as `[status, kind of body, code and title of the JSON:API error or text of the body]`. */
const failures = {
  'invalid-request': [422, 'json', ['invalid-transaction', 'The transaction cannot be processed']],
  'unauthorized': [401, 'json', ['unauthorized', 'The access token is missing or invalid']],
  'missing-linked-identity': [401, 'json', ['missing-linked-identity', 'The user has to link an account first']],
  'forbidden': [403, 'json', ['forbidden', 'The transaction is no longer open']],
  'insufficient-scope': [403, 'plain', 'access requires scope "pay:transactions:cancel"'],
  'not-found': [404, 'json', ['not-found', 'No such transaction']],
  'method-not-allowed': [405, 'json', ['method-not-allowed', 'Only POST is allowed']],
  'not-acceptable': [406, 'json', ['not-acceptable', 'Only application/vnd.api+json can be sent']],
  'timeout': [408, 'json', ['request-timeout', 'The request took too long']],
  'unsupported-media-type': [415, 'json', ['unsupported-media-type', 'A body must be application/vnd.api+json']],
  'rate-limited': [429, 'json', ['too-many-requests', 'Too many requests']],
  'server-error': [500, 'json', ['internal', 'Something went wrong']],
  'upstream-error': [502, 'html', '<!doctype html><title>502 Bad Gateway</title><h1>Bad Gateway</h1>'],
  'unexpected-response': [202, 'json', ['accepted', 'The cancellation may happen later']],
} as const satisfies Record<string, readonly [number, keyof typeof texts, string | readonly [string, string]]>;

type Failure = keyof typeof failures;
type Outcome = Failure | 'canceled' | 'network-error';

/** Uses no timer for 0, so that tests with fake timers need not advance them. */
async function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  if (milliseconds === 0) return;
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    // Never removed: the signal belongs to this request.
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

/**
 * Creates an in-memory PACE Pay that shares no state with others. It responds to `POST …/transactions/{id}/cancel`
 * under any base URL, as the API documents it. The ID decides the outcome: see {@link sandboxTransactions}.
 *
 * @param options `latency`: the delay of each response in ms. Default: 0
 * @throws {TypeError} if `Request` or `Response` is missing
 * @example
 * ```ts
 * const client = createPayClient({ fetch: createPaySandbox({ latency: 600 }).fetch });
 * await client.cancelPreAuth({ transactionId: sandboxTransactions.open });
 * ```
 */
export function createPaySandbox({ latency = 0 }: { latency?: number } = {}): PaySandbox {
  for (const name of ['Request', 'Response']) {
    if (!(name in globalThis)) {
      throw new TypeError(
        `createPaySandbox needs the global \`${name}\`, which is missing here (Jest: use jest-fixed-jsdom).`,
      );
    }
  }
  const refusedTokens = new Map<string, string>();
  let requests = 0;

  function refusesToken(transactionId: string, authorization: string | null): boolean {
    if (!authorization) return true;
    const refused = refusedTokens.get(transactionId) ?? authorization;
    refusedTokens.set(transactionId, refused);
    return refused === authorization;
  }

  function decide(request: Request): Outcome {
    const id = /\/transactions\/([^/]+)\/cancel$/.exec(new URL(request.url).pathname)?.[1];
    const kind = kinds.find((name) => sandboxTransactions[name] === id) ?? 'not-found';
    if (request.method !== 'POST') return 'method-not-allowed';
    if (request.headers.get('Accept') !== texts.json) return 'not-acceptable';
    if ((request.headers.get('Content-Type') ?? texts.json) !== texts.json) return 'unsupported-media-type';
    if (kind === 'unauthorized' || kind === 'missing-linked-identity') {
      return refusesToken(kind, request.headers.get('Authorization')) ? kind : 'canceled';
    }
    // Idempotent: canceling again is a 204 as well.
    return kind === 'open' || kind === 'slow' ? 'canceled' : kind;
  }

  function answer(outcome: Exclude<Outcome, 'network-error'>): Response {
    const requestId = `5a4db0c0-0000-4000-9000-${String(requests).padStart(12, '0')}`;
    const headers = new Headers({ 'Request-Id': requestId });
    if (outcome === 'canceled') return new Response(null, { status: 204, headers });
    const [status, kind, content] = failures[outcome];
    headers.set('Content-Type', texts[kind]);
    if (outcome === 'rate-limited') headers.set('Retry-After', '5');
    const body =
      typeof content === 'string'
        ? content
        : JSON.stringify({ errors: [{ id: requestId, status: String(status), code: content[0], title: content[1] }] });
    return new Response(body, { status, headers });
  }

  return {
    async fetch(input: Request | string | URL, init?: RequestInit) {
      const request = new Request(input, init);
      requests++;
      const outcome = decide(request);
      const isSlow = request.url.includes(sandboxTransactions.slow);
      await wait(latency + (isSlow ? slowLatency : 0), request.signal);
      if (outcome === 'network-error') throw new TypeError('Failed to fetch');
      return answer(outcome);
    },
  };
}
