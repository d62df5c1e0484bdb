// A route handler of Next.js: app/pay/transactions/[id]/cancel/route.ts
import { proxyCancelPreAuth } from './proxyCancelPreAuth.ts';
import { getAccessToken } from './session.ts';

export const POST = (request: Request): Promise<Response> =>
  proxyCancelPreAuth(request, {
    origin: process.env['APP_ORIGIN'] ?? 'http://localhost:3000',
    getAccessToken,
    ...(process.env['PAY_BASE_URL'] !== undefined && { baseUrl: process.env['PAY_BASE_URL'] }),
  });
