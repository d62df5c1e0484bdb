import type { Meta } from '@storybook/react-vite';
import { ending, outcome, recovering } from './outcome.tsx';

/**
 * **401.** The session is over, and a fresh token was refused as well. The user is asked to sign in, if the screen can do
 * that, and then tries again.
 */
export default { ...outcome, title: 'Outcomes/unauthorized' } satisfies Meta<typeof outcome.component>;

export const SignIn = ending('unauthorized', ['close', 'signIn']);

/** Afterwards the same button says "Try again", and the second attempt is confirmed. */
export const SignInThenTryAgain = recovering('unauthorized');

/** A screen that gives no `onSignIn` offers nothing that it cannot do. */
export const OnlyClose = ending('unauthorized', ['close'], { onSignIn: undefined });
