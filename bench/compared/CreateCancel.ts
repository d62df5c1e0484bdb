/** In ms, for every client that can limit it. The package's default. */
export const timeout = 10_000;

/** The `Accept` header that PACE Pay needs, and a token. */
export const headers = { Accept: 'application/vnd.api+json', Authorization: 'Bearer token' };

/** Creates a client once, as an app does, and returns its call: POST `{baseUrl}/transactions/{transactionId}/cancel`. */
export type CreateCancel = (baseUrl: string) => (transactionId: string) => Promise<void>;
