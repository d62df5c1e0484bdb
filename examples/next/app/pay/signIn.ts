'use server';

import { cookies } from 'next/headers';
import { sessionCookie, sessions } from './session';

/** Replaces your login: starts a session without asking who the user is. */
export async function signIn(): Promise<void> {
  const id = crypto.randomUUID();
  sessions.set(id, { accessToken: `token-of-${id}` }); // your login gets it from PACE
  (await cookies()).set(sessionCookie, id, {
    httpOnly: true,
    secure: sessionCookie.startsWith('__Host-'),
    sameSite: 'lax',
    path: '/',
  });
}
