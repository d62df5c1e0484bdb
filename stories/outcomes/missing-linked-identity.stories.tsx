import type { Meta } from '@storybook/react-vite';
import { errorStory, outcome, recoveryStory, type OutcomeStory } from './outcome.tsx';

/**
 * **401 with the error `missing-linked-identity`.** The user must also log in with a third party. If the app passes
 * `onLinkIdentity`, they are asked to link their account, and can then try again. A new token would not help, so none is
 * requested.
 */
export default { ...outcome, title: 'Outcomes/missing-linked-identity' } satisfies Meta<typeof outcome.component>;

export const LinkAccount: OutcomeStory = {
  ...errorStory('missing-linked-identity', ['close', 'linkIdentity']),
  tags: ['screenshot'],
};

/** Afterwards the button says "Try again", and the second attempt succeeds. */
export const LinkAccountThenTryAgain = recoveryStory('missing-linked-identity');

/** Without `onLinkIdentity`, there is nothing to offer. */
export const OnlyClose = errorStory('missing-linked-identity', ['close'], { onLinkIdentity: undefined });
