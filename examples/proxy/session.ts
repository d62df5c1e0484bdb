/**
 * Replaces your session store. The browser has only the ID of its session, in a cookie that scripts cannot read:
 * `Set-Cookie: __Host-session=…; Path=/; Secure; HttpOnly; SameSite=Lax`.
 */
export const sessions = new Map<string, { accessToken: string }>();

/** The access token of the session that the request belongs to. */
export async function getAccessToken({ headers }: Request): Promise<string | undefined> {
  const id = /(?:^|; )__Host-session=([^;]+)/.exec(headers.get('Cookie') ?? '')?.[1];
  return id === undefined ? undefined : sessions.get(id)?.accessToken;
}
