/** One error object of a JSON:API answer. Every member is optional; a member of another type than documented is left out. */
export interface JsonApiError {
  /** Id of this occurrence; PACE's services put the request id here. */
  id?: string;
  links?: { about?: string };
  /** The HTTP status as a string, e.g. `"403"`. */
  status?: string;
  /** The service's own error code, e.g. `"missing-linked-identity"`. */
  code?: string;
  title?: string;
  /** For developers, in the language the service chose. Never shown to users by this package. */
  detail?: string;
  source?: { pointer?: string; parameter?: string };
  meta?: Record<string, unknown>;
}

/** Why a cancellation has no confirmed success. */
export type PayErrorCode =
  /** 400, 406, 415, 422; without a `status`: the request could not be built, nothing was sent. */
  | 'invalid-request'
  /** 401 whose error code is `missing-linked-identity`: the user must also log in with a third party. */
  | 'missing-linked-identity'
  /** 401; without a `status`: `accessToken` gave no usable token, nothing was sent. */
  | 'unauthorized'
  /** 403: the transaction is no longer open. */
  | 'forbidden'
  /** 403 of the gateway: the token lacks the scope `pay:transactions:cancel`. */
  | 'insufficient-scope'
  /** 404: no such transaction. */
  | 'not-found'
  /** 408, or no answer in time. The outcome is unknown. */
  | 'timeout'
  /** 429: too many requests; see `retryAfter`. */
  | 'rate-limited'
  /** 5xx. */
  | 'server-error'
  /** 502, 504: the service could not reach the one behind it. The outcome is unknown. */
  | 'upstream-error'
  /** No response at all: offline, DNS, connection reset, CORS. The outcome is unknown. */
  | 'network-error'
  /** Any other answer, redirects and other 2xx included. The outcome is unknown. */
  | 'unexpected-response'
  /** The id could change the path of the request. Nothing was sent. */
  | 'invalid-transaction-id';

/** What is known of a failed cancellation besides its code. */
export interface PayErrorDetails {
  status?: number | undefined;
  errors?: readonly JsonApiError[];
  requestId?: string | undefined;
  retryAfter?: number | undefined;
  /** Added to the developer's message: what exactly was wrong. */
  hint?: string;
}

const brand = Symbol.for('react-cancel-preauth.PayError');

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
  /** From `Retry-After`, in ms from now. */
  readonly retryAfter: number | undefined;

  constructor(code: PayErrorCode, details: PayErrorDetails = {}) {
    const { status, errors = [], requestId, retryAfter, hint } = details;
    // The file is in the package: an editor's terminal opens it.
    super(
      `The cancellation is not confirmed: ${code}${status ? ` (HTTP ${status})` : ''}${hint ? `; ${hint}` : ''}. ` +
        `See node_modules/react-cancel-preauth/docs/errors.md#${code}`,
    );
    this.code = code;
    this.status = status;
    this.errors = errors;
    this.requestId = requestId;
    this.retryAfter = retryAfter;
    Object.defineProperty(this, brand, { value: true });
  }

  /** True when the same call may succeed a little later: network-error, timeout, rate-limited, server-error, upstream-error. */
  get retryable(): boolean {
    return /^(network|server|upstream)-error$|^timeout$|^rate-limited$/.test(this.code);
  }
}

/** Tells a {@link PayError} from any other value, also one of another copy of this package. */
export function isPayError(error: unknown): error is PayError {
  return typeof error === 'object' && error !== null && brand in error;
}
