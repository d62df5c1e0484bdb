import * as fc from 'fast-check';
import type { ModelAnswer } from './TransactionModel.ts';

/** What a server, or what is between it and the client, does with a request. */
export interface Answer {
  /** Undefined: the connection fails. */
  status: number | undefined;
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer>;
  /** Whether the body ends, breaks, or goes on without an end. */
  ending: 'complete' | 'cut' | 'endless';
  /** Whether the `fetch` of the app has followed a redirect. */
  isRedirected: boolean;
}

const encode = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(value));
const linkIdentity = encode({ errors: [{ code: 'missing-linked-identity' }] });

/** Weighted, because most statuses end in the same way. */
const statuses = fc.oneof(
  { weight: 3, arbitrary: fc.constant(204) },
  { weight: 3, arbitrary: fc.constant(401) },
  { weight: 3, arbitrary: fc.constantFrom(500, 502, 503, 504, 429) },
  { weight: 1, arbitrary: fc.constantFrom(200, 202, 205, 302, 400, 403, 404, 408, 422) },
  { weight: 1, arbitrary: fc.integer({ min: 200, max: 599 }) },
  { weight: 1, arbitrary: fc.constant(undefined) },
);

const bodies = fc.oneof(
  fc.constant(new Uint8Array()),
  fc.uint8Array({ maxLength: 20 }).map((bytes) => new Uint8Array(bytes)),
  fc.json({ maxDepth: 2 }).map((text) => new TextEncoder().encode(text)),
  fc
    .array(fc.dictionary(fc.constantFrom('id', 'code', 'title', 'meta', 'source'), fc.jsonValue({ maxDepth: 1 })))
    .map((errors) => encode({ errors })),
  fc.constant(linkIdentity),
);

/** `Retry-After` is a number of seconds, or something that a server should not send. */
const headerSets = fc.record(
  {
    'Retry-After': fc.oneof(fc.nat({ max: 6 }).map(String), fc.stringMatching(/^[a-z:,;-]{1,20}$/)),
    'Request-Id': fc.stringMatching(/^[!-~]{1,20}$/),
    'Content-Type': fc.constantFrom('application/vnd.api+json', 'text/html', 'nonsense'),
  },
  { requiredKeys: [] },
);

export const answers: fc.Arbitrary<Answer> = fc.record({
  status: statuses,
  headers: headerSets.map((value) => Object.fromEntries(Object.entries(value))),
  body: bodies,
  ending: fc.oneof(
    { weight: 6, arbitrary: fc.constant('complete' as const) },
    { weight: 1, arbitrary: fc.constantFrom('cut' as const, 'endless' as const) },
  ),
  isRedirected: fc.integer({ max: 9, min: 0 }).map((number) => number === 9),
});

const hasNoBody = (status: number): boolean => [204, 205, 304].includes(status);

/** The response, or undefined if there is none. */
export function toResponse({ status, headers, body, ending, isRedirected }: Answer): Response | undefined {
  if (status === undefined) return undefined;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(body);
      if (ending === 'complete') controller.close();
    },
    pull(controller) {
      if (ending === 'cut') controller.error(new TypeError('terminated'));
    },
  });
  const response = new Response(hasNoBody(status) ? null : stream, { status, headers });
  if (isRedirected) Object.defineProperty(response, 'redirected', { value: true });
  return response;
}

/** What the documentation says about an answer, in as few words as the model needs. */
export function toModelAnswer({ status, headers, body, ending, isRedirected }: Answer, isOnline: boolean): ModelAnswer {
  if (status === undefined)
    return { status, isConfirmation: false, isTemporary: isOnline, needsToken: false, isEndless: false };
  const seconds = headers['Retry-After'] ?? '';
  const retryAfter = /^\d+$/.test(seconds) ? Number(seconds) * 1000 : 0;
  const isTemporary = (status === 429 || status >= 500) && !isRedirected && retryAfter <= 3000;
  const isLinkNeeded = body === linkIdentity && ending === 'complete';
  return {
    status,
    isConfirmation: status === 204 && !isRedirected,
    isTemporary,
    retryAfter: isTemporary ? retryAfter : 0,
    needsToken: status === 401 && !isRedirected && !isLinkNeeded,
    isEndless: ending === 'endless' && !hasNoBody(status),
  };
}
