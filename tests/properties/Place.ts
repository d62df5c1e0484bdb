import type { PayError } from '../../src/client/PayError.ts';
import type { Attempt } from './TransactionModel.ts';

export type TransactionId = 'a' | 'b';

/** What a mounted component is expected to know of one transaction. */
interface View {
  status: 'idle' | 'pending' | 'error' | 'canceled';
  attempt?: Attempt | undefined;
  error?: PayError | undefined;
  retryAt: number;
  isRecovering: boolean;
}

/** A place on the page, where the component may be. */
export interface Place {
  readonly name: string;
  isMounted: boolean;
  isHidden: boolean;
  transactionId: TransactionId;
  isOpen: boolean;
  /** The transaction whose dialog was open when the place was hidden. */
  openBefore: TransactionId | undefined;
  views: Record<TransactionId, View>;
}

export const createViews = (): Place['views'] => ({
  a: { status: 'idle', retryAt: 0, isRecovering: false },
  b: { status: 'idle', retryAt: 0, isRecovering: false },
});

export const createPlace = (name: string): Place => ({
  name,
  isMounted: true,
  isHidden: false,
  transactionId: 'a',
  isOpen: false,
  openBefore: undefined,
  views: createViews(),
});

/** As a dialog does that is closed, or opened again. */
export function resetError(view: View): void {
  if (view.status === 'error') Object.assign(view, { status: 'idle', isRecovering: false });
}

export const isShown = ({ isMounted, isHidden }: Place): boolean => isMounted && !isHidden;
