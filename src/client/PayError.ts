/** One error object of a JSON:API answer. Every member is optional; a member of another type than documented is left out. */
export interface JsonApiError {
  /** Id of this occurrence; PACE's services put the request id here. */
  id?: string;
  links?: { about?: string };
  /** The HTTP status as a string, for example `"403"`. */
  status?: string;
  /** The service's own error code, for example `"missing-linked-identity"`. */
  code?: string;
  title?: string;
  /** For developers, in the language that the service chose. Never shown to users by this package. */
  detail?: string;
  source?: { pointer?: string; parameter?: string };
  meta?: Record<string, unknown>;
}

/** Why a cancellation is not confirmed. */
export type PayErrorCode =
  /** 400, 406, 415, 422; without a `status`: the request could not be built, and nothing was sent. */
  | 'invalid-request'
  /** 401 with an error whose code is `missing-linked-identity`: the user must also log in with a third party. */
  | 'missing-linked-identity'
  /** 401, or a redirect to a proxy's login page; without either: `accessToken` gave no usable token, and nothing was sent. */
  | 'unauthorized'
  /** 403: the transaction is no longer open. */
  | 'forbidden'
  /** 403: the token lacks the scope `pay:transactions:cancel`. */
  | 'insufficient-scope'
  /** 404: no such transaction. */
  | 'not-found'
  /** 408, or no answer in time. The outcome is unknown. */
  | 'timeout'
  /** 429: too many requests; see `retryAfter`. */
  | 'rate-limited'
  /** 5xx. */
  | 'server-error'
  /** 502, 504: error while communicating with upstream services. The outcome is unknown. */
  | 'upstream-error'
  /** No response at all: offline, DNS, connection reset, CORS. The outcome is unknown. */
  | 'network-error'
  /** Any other answer, for example another 2xx, or a firewall's own 403. The outcome is unknown. */
  | 'unexpected-response'
  /** The id could change the path of the request. Nothing was sent. */
  | 'invalid-transaction-id';

/** What is known of a failed cancellation besides its code. */
export interface PayErrorDetails {
  status?: number | undefined;
  errors?: readonly JsonApiError[];
  /** Kept only if it is 1 to 128 characters of `A-Z a-z 0-9 _ . : + / = -`, because it is shown to the user. */
  requestId?: string | undefined;
  /** In ms. */
  retryAfter?: number | undefined;
  /** Added to the developer's message: what exactly was wrong. */
  hint?: string;
}

const brand = Symbol.for('react-cancel-preauth.PayError');

/** Whether `id` can be shown to users: a server could otherwise put words into the dialog. */
export const isRequestId = (id: unknown): id is string => typeof id === 'string' && /^[\w.:+/=-]{1,128}$/.test(id);

/**
 * A cancellation that is not confirmed. Its `message` is for developers; users are shown a text chosen by `code`.
 * It never holds a token, a header or a response body beyond the parsed `errors`.
 *
 * @see PACE Pay API 2024-4, "Cancel PreAuth payment", responses
 */
export class PayError extends Error {
  override readonly name = 'PayError' as const;
  readonly code: PayErrorCode;
  /** HTTP status; `undefined` when there was no response. */
  readonly status: number | undefined;
  /** What the API said, `[]` if nothing usable. */
  readonly errors: readonly JsonApiError[];
  /** The `Request-Id` header, else the first error's id. Quote it to PACE's support. */
  readonly requestId: string | undefined;
  /** From `Retry-After`, in ms from now; always finite. */
  readonly retryAfter: number | undefined;

  constructor(code: PayErrorCode, details: PayErrorDetails = {}) {
    const { status, errors = [], requestId, retryAfter = NaN, hint } = details;
    // The file is in the package: an editor's terminal opens it.
    super(
      `The cancellation is not confirmed: ${code}${status ? ` (HTTP ${status})` : ''}${hint ? `; ${hint}` : ''}. ` +
        `See node_modules/react-cancel-preauth/docs/errors.md#${code}`,
    );
    this.code = code;
    this.status = status;
    this.errors = errors;
    this.requestId = isRequestId(requestId) ? requestId : undefined;
    this.retryAfter = retryAfter >= 0 ? Math.min(retryAfter, Number.MAX_SAFE_INTEGER) : undefined;
    Object.defineProperty(this, brand, { value: true });
  }

  /** True when the same call may succeed a little later: network-error, timeout, rate-limited, server-error, upstream-error. */
  get retryable(): boolean {
    return /^(network|server|upstream)-error$|^timeout$|^rate-limited$/.test(this.code);
  }
}

/** Tells a {@link PayError} from any other value, even one from another copy of this package. */
export function isPayError(error: unknown): error is PayError {
  return brand in Object(error);
}
