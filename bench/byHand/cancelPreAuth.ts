export class CancelError extends Error {}

const messages: Record<number, string> = {
  401: 'Please sign in again.',
  403: 'This payment can no longer be canceled.',
  404: 'This payment was not found.',
  429: 'Too many attempts. Please wait a moment and try again.',
};

async function findMessage(response: Response): Promise<string> {
  if (response.status === 401) {
    const body = await response.text();
    if (body.includes('missing-linked-identity')) return 'Please link your account first.';
  }
  return messages[response.status] ?? 'Something went wrong. Please try again.';
}

export interface CancelRequest {
  baseUrl: string;
  transactionId: string;
  accessToken: string;
}

/** Cancels a PreAuth payment as an app would without this package. */
export async function cancelPreAuth({ baseUrl, transactionId, accessToken }: CancelRequest): Promise<void> {
  const response = await fetch(`${baseUrl}/transactions/${encodeURIComponent(transactionId)}/cancel`, {
    method: 'POST',
    headers: { Accept: 'application/vnd.api+json', Authorization: `Bearer ${accessToken}` },
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new CancelError(await findMessage(response));
}
