import type { PayErrorCode } from '../client/PayError.ts';
import type { CancellationState } from './Cancellation.ts';
import { errorActions } from './errorActions.ts';

/** What Confirm does. */
export type ConfirmAction = 'confirm' | (typeof errorActions)[PayErrorCode];

/** What Confirm does in a state. Signing in and linking an account need a handler of the app. */
export function confirmActionOf(
  state: CancellationState,
  offered: { signIn?: unknown; linkIdentity?: unknown },
): ConfirmAction {
  if (state.status === 'canceled') return 'none';
  if (state.status !== 'error') return state.status === 'idle' && state.attempt > 0 ? 'retry' : 'confirm';
  const action = errorActions[state.error.code];
  return (action === 'signIn' || action === 'linkIdentity') && !offered[action] ? 'none' : action;
}
