import { parseJsonApiErrors } from './parseJsonApiErrors.ts';
import { isRequestId, PayError, type JsonApiError, type PayErrorCode } from './PayError.ts';

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

/** Browsers return opaque redirects, with the status 0. */
const isRedirect = ({ status, type }: Response): boolean =>
  [301, 302, 303, 307, 308].includes(status) || type === 'opaqueredirect';

function codeOf(
  response: Response,
  errors: readonly JsonApiError[] | undefined,
  text: string,
  isProxied: boolean,
): PayErrorCode {
  const { status } = response;
  if (response.redirected) return 'unexpected-response'; // a custom `fetch` followed it to another server
  if (isProxied && isRedirect(response)) return 'unauthorized'; // to a login page: the proxy's session has ended
  if (status === 401 && errors?.some((error) => error.code === 'missing-linked-identity'))
    return 'missing-linked-identity';
  if (status === 403 || status === 404) {
    // The gateway reports a missing scope as plain text, which PACE's service framework wraps in JSON:API.
    const sources = [text, ...(errors ?? []).flatMap(({ title = '', detail = '' }) => [title, detail])];
    if (status === 403 && sources.some((source) => /requires scope/i.test(source))) return 'insufficient-scope';
    // A page from a firewall or proxy says nothing about the payment.
    if (!errors && text.trim()) return 'unexpected-response';
  }
  return codes[status] ?? (status >= 500 && status < 600 ? 'server-error' : 'unexpected-response');
}

const httpDate = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun).* \d\d:\d\d:\d\d/;

/**
 * `Retry-After` (seconds or an HTTP date) in ms from now. A date is compared with the server's clock, if that can be
 * read.
 */
function parseRetryAfter(headers: Headers): number | undefined {
  const value = headers.get('Retry-After') ?? '';
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  // `Date.parse` accepts nearly anything. The obsolete asctime format has no time zone, but is also UTC.
  const date = httpDate.test(value) ? Date.parse(value.replace(/( GMT)?$/, ' GMT')) : NaN;
  const now = Date.parse(headers.get('Date') ?? '') || Date.now();
  return Math.max(0, date - now); // NaN if there is no date
}

/** In characters. A larger body is not parsed; one that is still larger counts as endless. */
const maximumJsonSize = 65_536;
const maximumBodySize = 1_048_576;

async function readText(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return response.text(); // React Native has no body stream
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    // The page of a firewall or proxy may be large, but it is no JSON object.
    if (done) return text.length > maximumJsonSize && /^\s*\{/.test(text) ? '' : text;
    text += decoder.decode(value, { stream: true });
    if (text.length > maximumBodySize) {
      void reader.cancel().catch(() => {});
      return '';
    }
  }
}

/**
 * The error for a response that does not confirm the cancellation. The status line decides: a body that cannot be read
 * before `expired` rejects counts as empty.
 *
 * @param isProxied whether a proxy on the page's origin adds the access token
 * @see PACE Pay API 2024-4, "Cancel PreAuth payment", responses
 */
export async function toPayError(response: Response, isProxied: boolean, expired: Promise<never>): Promise<PayError> {
  const text = await Promise.race([readText(response), expired]).catch(() => '');
  const errors = parseJsonApiErrors(text);
  return new PayError(codeOf(response, errors, text, isProxied), {
    status: response.status || undefined,
    errors: errors ?? [],
    requestId: [response.headers.get('Request-Id'), errors?.[0]?.id].find(isRequestId),
    retryAfter: parseRetryAfter(response.headers),
  });
}
