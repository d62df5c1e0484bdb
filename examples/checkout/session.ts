import { createPayClient } from 'react-cancel-preauth';

/**
 * Replaces a real login. For the outcomes that require signing in or linking an account, the sandbox rejects the first token
 * and accepts the next one.
 */
let token = 'demo-token-at-start';

/** Each new reservation starts with the old token, so that every outcome can be shown again. */
export function resetSession(): void {
  token = 'demo-token-at-start';
}

/** Stands for a visit to the login page, or to the payment provider. */
export async function renewSession(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 900));
  token = 'demo-token-renewed';
}

export const client = createPayClient({
  baseUrl: import.meta.env.VITE_PAY_BASE_URL,
  // A real session would refresh the token on `forceRefresh`. This one has expired, so the user must sign in.
  accessToken: () => token,
  headers: () => ({ 'Accept-Language': document.documentElement.lang }),
});
