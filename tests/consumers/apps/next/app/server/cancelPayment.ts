'use server';

import { cookies } from 'next/headers';
import { createPayClient, isPayError, payEnvironments, type PayErrorCode } from 'react-cancel-preauth/client';
import { sessionCookie, sessions } from '../pay/session';

export async function cancelPayment(transactionId: string): Promise<PayErrorCode | 'canceled'> {
  const session = sessions.get((await cookies()).get(sessionCookie)?.value ?? '');
  const client = createPayClient({
    baseUrl: process.env['PAY_BASE_URL'] ?? payEnvironments.production,
    accessToken: session?.accessToken ?? '',
  });
  try {
    await client.cancelPreAuth({ transactionId });
    return 'canceled';
  } catch (error) {
    if (isPayError(error)) return error.code;
    throw error;
  }
}
