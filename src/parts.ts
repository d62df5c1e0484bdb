/**
 * The unstyled parts of the dialog: `import * as CancelPayment from 'react-cancel-preauth/parts'`.
 *
 * @module react-cancel-preauth/parts
 */
export type { CancelPaymentStatus } from './dialog/CancelPaymentContext.ts';
export type { ButtonPartProps, Part, TextPartProps } from './dialog/Part.ts';
export { CancelPaymentRoot as Root, type CancelPaymentRootProps } from './dialog/CancelPaymentRoot.tsx';
export { CancelPaymentTrigger as Trigger } from './dialog/CancelPaymentTrigger.tsx';
export { CancelPaymentPortal as Portal } from './dialog/CancelPaymentPortal.tsx';
export { CancelPaymentOverlay as Overlay } from './dialog/CancelPaymentOverlay.tsx';
export { CancelPaymentContent as Content } from './dialog/CancelPaymentContent.tsx';
export { CancelPaymentTitle as Title } from './dialog/CancelPaymentTitle.tsx';
export { CancelPaymentDescription as Description } from './dialog/CancelPaymentDescription.tsx';
export { CancelPaymentError as Error } from './dialog/CancelPaymentError.tsx';
export { CancelPaymentKeep as Keep } from './dialog/CancelPaymentKeep.tsx';
export { CancelPaymentConfirm as Confirm } from './dialog/CancelPaymentConfirm.tsx';
