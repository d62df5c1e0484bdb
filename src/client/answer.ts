import { parseJsonApiErrors } from './jsonApiErrors.ts';
import { PayError, type JsonApiError, type PayErrorCode } from './PayError.ts';

const codes: Partial<Record<number, PayErrorCode>> = {
  400: 'invalid-request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  406: 'invalid-request',
  408: 'timeout',
  415: 'invalid-request',
  422: 'invalid-request',
  429: 'rate-limited',
  502: 'upstream-error',
  504: 'upstream-error',
};

function codeOf(status: number, errors: readonly JsonApiError[], text: string): PayErrorCode {
  if (status === 401 && errors.some((error) => error.code === 'missing-linked-identity'))
    return 'missing-linked-identity';
  // The gateway checks the scope before the service is asked, and answers with plain text.
  if (status === 403 && errors.length === 0 && /requires scope/i.test(text)) return 'insufficient-scope';
  return codes[status] ?? (status >= 500 && status < 600 ? 'server-error' : 'unexpected-response');
}

const httpDate = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun).* \d\d:\d\d:\d\d/;

/** `Retry-After` (seconds or an HTTP date) in ms from now. The server's own clock counts, where it can be read. */
function parseRetryAfter(headers: Headers): number | undefined {
  const value = headers.get('Retry-After') ?? '';
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  // `Date.parse` takes nearly anything for a date. The obsolete asctime form names no zone, but is UTC as well.
  const date = httpDate.test(value) ? Date.parse(value.replace(/( GMT)?$/, ' GMT')) : Number.NaN;
  const now = Date.parse(headers.get('Date') ?? '') || Date.now();
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

const maximumBodySize = 65_536;

async function readText(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return response.text(); // React Native has no body stream
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += decoder.decode(value, { stream: true });
    if (text.length > maximumBodySize) {
      void reader.cancel().catch(() => {});
      return '';
    }
  }
}

/**
 * What an answer other than 204 means. The status line decides: a body that cannot be read, or not before `expired`
 * rejects, only leaves `errors` empty.
 */
export async function toPayError(response: Response, expired: Promise<never>): Promise<PayError> {
  const text = await Promise.race([readText(response), expired]).catch(() => '');
  const errors = parseJsonApiErrors(text);
  return new PayError(codeOf(response.status, errors, text), {
    status: response.status || undefined, // an opaque redirect has status 0
    errors,
    requestId: response.headers.get('Request-Id') || errors[0]?.id,
    retryAfter: parseRetryAfter(response.headers),
  });
}
