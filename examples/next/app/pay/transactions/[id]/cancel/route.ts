import { proxyCancelPreAuth } from '../../../proxyCancelPreAuth';
import { getAccessToken } from '../../../session';

export const POST = (request: Request): Promise<Response> =>
  proxyCancelPreAuth(request, {
    origin: process.env['APP_ORIGIN'] ?? 'http://localhost:3000',
    getAccessToken,
    ...(process.env['PAY_BASE_URL'] !== undefined && { baseUrl: process.env['PAY_BASE_URL'] }),
  });
