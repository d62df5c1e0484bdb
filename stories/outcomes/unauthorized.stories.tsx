import type { Meta } from '@storybook/react-vite';
import { errorStory, outcome, recoveryStory } from './outcome.tsx';

/**
 * **401.** The session has expired, and a refreshed token was rejected as well. If the app passes `onSignIn`, the user is
 * asked to sign in, and can then try again.
 */
export default { ...outcome, title: 'Outcomes/unauthorized' } satisfies Meta<typeof outcome.component>;

export const SignIn = errorStory('unauthorized', ['close', 'signIn']);

/** Afterwards the button says "Try again", and the second attempt succeeds. */
export const SignInThenTryAgain = recoveryStory('unauthorized');

/** Without `onSignIn`, there is nothing to offer. */
export const OnlyClose = errorStory('unauthorized', ['close'], { onSignIn: undefined });
