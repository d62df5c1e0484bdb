/** Browsers require HTTPS for cookies of the first name. Safari makes no exception for localhost. */
export const sessionCookie = process.env['NODE_ENV'] === 'development' ? 'session' : '__Host-session';

declare global {
  var sessions: Map<string, { accessToken: string }> | undefined;
}

/**
 * Replaces your session store. The browser has only the ID of its session, in a cookie that scripts cannot read. It is
 * global because Next.js may load a module once for pages and once for route handlers.
 */
export const sessions = (globalThis.sessions ??= new Map<string, { accessToken: string }>());

/** The access token of the session that the request belongs to. */
export async function getAccessToken({ headers }: Request): Promise<string | undefined> {
  const cookies = (headers.get('Cookie') ?? '').split('; ').map((cookie) => cookie.split('='));
  const id = cookies.find(([name]) => name === sessionCookie)?.[1];
  return id === undefined ? undefined : sessions.get(id)?.accessToken;
}
