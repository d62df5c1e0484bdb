import type { Meta } from '@storybook/react-vite';
import { ending, outcome, recovering, type OutcomeStory } from './outcome.tsx';

/**
 * **401 with the error `missing-linked-identity`.** The user must also log in with a third party. They are asked to link
 * their account, if the screen can do that, and then try again. No new token would help, so none is fetched.
 */
export default { ...outcome, title: 'Outcomes/missing-linked-identity' } satisfies Meta<typeof outcome.component>;

export const LinkAccount: OutcomeStory = {
  ...ending('missing-linked-identity', ['close', 'linkIdentity']),
  tags: ['screenshot'],
};

/** Afterwards the same button says "Try again", and the second attempt is confirmed. */
export const LinkAccountThenTryAgain = recovering('missing-linked-identity');

/** A screen that gives no `onLinkIdentity` offers nothing that it cannot do. */
export const OnlyClose = ending('missing-linked-identity', ['close'], { onLinkIdentity: undefined });
