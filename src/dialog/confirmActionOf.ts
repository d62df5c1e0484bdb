import type { PayErrorCode } from '../client/PayError.ts';
import type { CancellationState } from './Cancellation.ts';
import { errorActions } from './errorActions.ts';

/** What the confirming button does at a given time. */
export type ConfirmAction = 'confirm' | (typeof errorActions)[PayErrorCode];

/** What the confirming button does in this state. Signing in and linking are only for apps that offer them. */
export function confirmActionOf(
  state: CancellationState,
  offered: { signIn?: unknown; linkIdentity?: unknown },
): ConfirmAction {
  if (state.status === 'canceled') return 'none';
  if (state.status !== 'error') return state.status === 'idle' && state.attempt > 0 ? 'retry' : 'confirm';
  const action = errorActions[state.error.code];
  return (action === 'signIn' || action === 'linkIdentity') && !offered[action] ? 'none' : action;
}
