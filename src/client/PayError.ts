/** An error object of a JSON:API response. Every member is optional, and members of an undocumented type are left out. */
export interface JsonApiError {
  /** ID of this occurrence. PACE's services put the request ID here. */
  id?: string;
  /** Links of the error. */
  links?: {
    /** A page about this occurrence. */
    about?: string;
  };
  /** The HTTP status as a string, for example `"403"`. */
  status?: string;
  /** The service's own error code, for example `"missing-linked-identity"`. */
  code?: string;
  /** A summary for developers. */
  title?: string;
  /** For developers, in a language chosen by the service. This package never shows it to users. */
  detail?: string;
  /** What in the request caused it. */
  source?: {
    /** JSON Pointer into the request's body. */
    pointer?: string;
    /** Name of a parameter. */
    parameter?: string;
  };
  /** Anything else that the service adds. */
  meta?: Record<string, unknown>;
}

/** Why a cancellation is not confirmed. */
export type PayErrorCode =
  /** 400, 406, 415, 422. Without a `status`, the request could not be built, and nothing was sent. */
  | 'invalid-request'
  /** 401 with an error whose code is `missing-linked-identity`: the user must also log in with a third party. */
  | 'missing-linked-identity'
  /**
   * 401, or a redirect to a proxy's login page. Otherwise `accessToken` returned no usable token, and nothing was sent.
   */
  | 'unauthorized'
  /** 403: the transaction is no longer open. */
  | 'forbidden'
  /** 403: the token lacks the scope `pay:transactions:cancel`. */
  | 'insufficient-scope'
  /** 404: no such transaction. */
  | 'not-found'
  /** 408, or no response in time. The outcome is unknown. */
  | 'timeout'
  /** 429: too many requests; see `retryAfter`. */
  | 'rate-limited'
  /** 5xx. */
  | 'server-error'
  /** 502, 504: error while communicating with upstream services. The outcome is unknown. */
  | 'upstream-error'
  /** No response at all: offline, DNS, connection reset, CORS. The outcome is unknown. */
  | 'network-error'
  /** Any other response, for example another 2xx, or a 403 from a firewall. The outcome is unknown. */
  | 'unexpected-response'
  /** The ID is not a safe path segment. Nothing was sent. */
  | 'invalid-transaction-id';

/** What is known about a cancellation that is not confirmed, besides the code. */
export interface PayErrorDetails {
  /** HTTP status. */
  status?: number | undefined;
  /** The errors in the response body. */
  errors?: readonly JsonApiError[];
  /** Kept only if it is 1 to 128 characters of `A-Z a-z 0-9 _ . : + / = -`, because it is shown to the user. */
  requestId?: string | undefined;
  /** In ms. */
  retryAfter?: number | undefined;
  /** What exactly went wrong. Added to the message for developers. */
  hint?: string;
}

const retryable: ReadonlySet<PayErrorCode> = new Set([
  'network-error',
  'server-error',
  'upstream-error',
  'timeout',
  'rate-limited',
]);

const brand = Symbol.for('react-cancel-preauth.PayError');

/** Whether `id` is safe to show to users. Otherwise a server could put any text into the dialog. */
export const isRequestId = (id: unknown): id is string => typeof id === 'string' && /^[\w.:+/=-]{1,128}$/.test(id);

/**
 * A cancellation that is not confirmed. The `message` is for developers; what users read depends on `code`. It never
 * contains a token, a header, or anything of the response body except the parsed `errors`.
 *
 * @see PACE Pay API 2024-4, "Cancel PreAuth payment", responses
 */
export class PayError extends Error {
  /** Always `PayError`. */
  override readonly name = 'PayError' as const;
  /** Why the cancellation is not confirmed. */
  readonly code: PayErrorCode;
  /** HTTP status. `undefined` if there was no response, or the browser hides the status of a redirect. */
  readonly status: number | undefined;
  /** The errors in the response body; `[]` if there are none. */
  readonly errors: readonly JsonApiError[];
  /** The `Request-Id` header, otherwise the first error's `id`. Quote it to PACE support. */
  readonly requestId: string | undefined;
  /** From `Retry-After`, in ms from now. Always finite. */
  readonly retryAfter: number | undefined;

  constructor(code: PayErrorCode, details: PayErrorDetails = {}) {
    const { status, errors = [], requestId, retryAfter = NaN, hint } = details;
    // The package includes this file, so an editor's terminal can open it.
    super(
      `The cancellation is not confirmed: ${code}${status ? ` (HTTP ${status})` : ''}${hint ? `; ${hint}` : ''}. ` +
        `See node_modules/react-cancel-preauth/docs/errors.md#${code}`,
    );
    this.code = code;
    this.status = status;
    this.errors = errors;
    this.requestId = isRequestId(requestId) ? requestId : undefined;
    this.retryAfter = retryAfter >= 0 ? Math.min(retryAfter, Number.MAX_SAFE_INTEGER) : undefined;
    Object.defineProperty(this, brand, {}); // not enumerable, so that no copy has it
  }

  /** Whether the same call may succeed later: network-error, timeout, rate-limited, server-error, upstream-error. */
  get retryable(): boolean {
    return retryable.has(this.code);
  }
}

/** Whether a value is a {@link PayError}, even one from another copy of this package. */
export function isPayError(error: unknown): error is PayError {
  return brand in Object(error);
}
