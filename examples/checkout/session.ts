import { createPayClient } from 'react-cancel-preauth';

/**
 * Stands in for the app's login. The sandbox refuses the first token that it sees for a reservation that wants something of
 * the user, and accepts the one that signing in, or linking an account, brings.
 */
let token = 'demo-token-at-start';

/** A new reservation starts with the old token again, so that each answer can be seen as often as one likes. */
export function resetSession(): void {
  token = 'demo-token-at-start';
}

/** The visit to a login page, or to the payment partner's. */
export async function renewSession(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 900));
  token = 'demo-token-renewed';
}

export const client = createPayClient({
  baseUrl: import.meta.env.VITE_PAY_BASE_URL,
  // A real one would refresh the token on `forceRefresh`. This session has ended: only signing in helps.
  accessToken: () => token,
  headers: () => ({ 'Accept-Language': document.documentElement.lang }),
});
