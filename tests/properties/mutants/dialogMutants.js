/** @import { Mutant } from './mutateSource.js' */

/**
 * Ten mistakes that a change of `src/dialog` or `src/button` could make.
 *
 * @type {readonly Mutant[]}
 */
export const dialogMutants = [
  {
    name: 'a second press on Confirm is a second attempt',
    file: 'src/dialog/Cancellation.ts',
    search: "if (state.status === 'pending' || state.status === 'canceled') return;",
    replacement: "if (state.status === 'canceled') return;",
  },
  {
    name: 'a dialog ignores a request that is already in flight when it is opened',
    file: 'src/dialog/CancelPaymentRoot.tsx',
    search: 'next?.join(queryClient);',
    replacement: '',
  },
  {
    name: 'every dialog that waits calls onCanceled',
    file: 'src/dialog/CancelPaymentRoot.tsx',
    search: 'if (isInCharge) void callHandler',
    replacement: 'void callHandler',
  },
  {
    name: 'the button says that the payment is canceled while the request is in flight',
    file: 'src/button/CancelPaymentButton.tsx',
    search: "const isCanceled = status === 'canceled';",
    replacement: "const isCanceled = status === 'canceled' || status === 'pending';",
  },
  {
    name: 'a dialog that is opened again shows the last error',
    file: 'src/dialog/Cancellation.ts',
    search: "if (status !== 'pending' && attempt > 0)",
    replacement: "if (status === 'canceled')",
  },
  {
    name: 'the outcome of one transaction is shown for the next',
    file: 'src/dialog/CancelPaymentRoot.tsx',
    search: 'const cancellation = cancellationOf(transactionId);',
    replacement: 'const [cancellation] = useState(() => cancellationOf(transactionId));',
  },
  {
    name: 'a success closes the dialog of another transaction',
    file: 'src/dialog/CancelPaymentRoot.tsx',
    search: 'if (rendered.current === cancellation) setOpen(false);',
    replacement: 'setOpen(false);',
  },
  {
    name: 'the dialog can be closed while the request is in flight',
    file: 'src/dialog/CancelPaymentRoot.tsx',
    search: "if (open === isOpen || !transactionId || status === 'pending') return;",
    replacement: 'if (open === isOpen || !transactionId) return;',
  },
  {
    name: 'onCanceled is not called when the dialog is gone',
    file: 'src/dialog/Cancellation.ts',
    search: 'this.#isAttached = false;',
    replacement: 'this.#isAttached = false; this.#handlers = undefined;',
  },
  {
    name: 'a dialog that <Activity> shows again forgets its error',
    file: 'src/dialog/CancelPaymentRoot.tsx',
    search: 'if (next === opened.current) return;',
    replacement: '',
  },
];
