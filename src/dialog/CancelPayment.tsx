'use client';

import * as AlertDialog from '@radix-ui/react-alert-dialog';
import {
  Children,
  cloneElement,
  forwardRef,
  isValidElement,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  type RefAttributes,
} from 'react';
import { useIsomorphicLayoutEffect } from '../hooks/useIsomorphicLayoutEffect.ts';
import { useOwnRef } from '../hooks/useOwnRef.ts';
import { useCancelPayment } from './CancelPaymentContext.ts';
import { CancelPaymentRoot, type CancelPaymentRootProps } from './CancelPaymentRoot.tsx';
import { containEvents } from './containEvents.ts';
import { rescueFocus } from './returnFocus.ts';

type Part<Props, Element> = ForwardRefExoticComponent<Props & RefAttributes<Element>>;
type ButtonProps = ComponentPropsWithoutRef<typeof AlertDialog.Cancel>;
type TextProps = ComponentPropsWithoutRef<typeof AlertDialog.Description>;

/**
 * What a part says: the `children` it was given, or `text`. Once the part `hasChanged` its role, only `text` is true. With
 * `asChild`, the text goes into the child that stands for the part.
 */
function fill(asChild: boolean | undefined, children: ReactNode, text: ReactNode, hasChanged = false): ReactNode {
  if (!asChild) return hasChanged ? text : (children ?? text);
  const child = Children.only(children);
  if (!isValidElement<{ children?: ReactNode }>(child)) return child;
  return hasChanged || child.props.children === undefined ? cloneElement(child, undefined, text) : child;
}

/**
 * Holds the state of one payment's cancellation, for the parts inside. Renders no element of its own.
 *
 * @throws {Error} if there is neither a `client` nor a `PayProvider`, or no `QueryClient`
 */
export function Root(props: CancelPaymentRootProps): ReactElement {
  return <CancelPaymentRoot {...props} />;
}

/** Opens the dialog; says "Payment canceled" once it is, whatever its children said before. Renders a `<button>`. */
export const Trigger: Part<ButtonProps, HTMLButtonElement> = /* @__PURE__ */ forwardRef(function Trigger(
  { asChild, children, ...props },
  ref,
) {
  const { status, messages, attachTrigger, finalFocus } = useCancelPayment('Trigger');
  const [button, attach] = useOwnRef(ref, attachTrigger);
  const isCanceled = status === 'canceled';
  const filled = fill(asChild, children, isCanceled ? messages.canceled : messages.trigger, isCanceled);
  // A screen often removes the row of a canceled payment some time later, with focus still on this button.
  useIsomorphicLayoutEffect(
    () => (isCanceled ? rescueFocus(button.current, finalFocus) : undefined),
    [isCanceled, button, finalFocus],
  );
  return (
    <AlertDialog.Trigger
      lang={filled === children ? undefined : messages.locale}
      {...(isCanceled && { 'aria-haspopup': undefined, 'aria-expanded': undefined })}
      {...props}
      ref={attach}
      asChild={asChild ?? false}
      aria-disabled={isCanceled || undefined}
      data-status={status}
    >
      {filled}
    </AlertDialog.Trigger>
  );
});

/** Moves the dialog to the end of `<body>`, or into `container`. */
export function Portal(props: ComponentPropsWithoutRef<typeof AlertDialog.Portal>): ReactElement {
  return <AlertDialog.Portal {...props} />;
}

/** Covers the page and stops it scrolling. Renders a `<div>`. */
export const Overlay: Part<ComponentPropsWithoutRef<typeof AlertDialog.Overlay>, HTMLDivElement> = forwardRef(
  function Overlay(props, ref) {
    const { status } = useCancelPayment('Overlay');
    const { onMouseDown } = props;
    return (
      <AlertDialog.Overlay
        {...containEvents({
          ...props,
          onMouseDown(event: MouseEvent<HTMLDivElement>) {
            onMouseDown?.(event);
            event.preventDefault(); // or focus would go to <body>
          },
        })}
        ref={ref}
        data-status={status}
      />
    );
  },
);

/** The dialog itself: `role="alertdialog"`, modal, with focus on Keep first. Renders a `<div>`. */
export const Content: Part<ComponentPropsWithoutRef<typeof AlertDialog.Content>, HTMLDivElement> = forwardRef(
  function Content({ onCloseAutoFocus, ...props }, ref) {
    const { status, messages, attachContent, handleExit } = useCancelPayment('Content');
    const [, attach] = useOwnRef(ref, attachContent);
    return (
      <AlertDialog.Content
        lang={messages.locale}
        dir="auto"
        {...containEvents(props)}
        ref={attach}
        aria-modal
        aria-busy={status === 'pending' || undefined}
        data-status={status}
        onCloseAutoFocus={(event) => {
          onCloseAutoFocus?.(event);
          handleExit(event);
        }}
      />
    );
  },
);

/** Names the dialog. Renders an `<h2>`. */
export const Title: Part<ComponentPropsWithoutRef<typeof AlertDialog.Title>, HTMLHeadingElement> = forwardRef(
  function Title({ asChild, children, ...props }, ref) {
    const { messages } = useCancelPayment('Title');
    return (
      <AlertDialog.Title {...props} ref={ref} asChild={asChild ?? false}>
        {fill(asChild, children, messages.title)}
      </AlertDialog.Title>
    );
  },
);

/** Says what confirming does. An error takes its place. Renders a `<p>`. */
export const Description: Part<TextProps, HTMLParagraphElement> = forwardRef(function Description(
  { asChild, children, ...props },
  ref,
) {
  const { error, messages, amount } = useCancelPayment('Description');
  if (error) return null;
  return (
    <AlertDialog.Description {...props} ref={ref} asChild={asChild ?? false}>
      {fill(asChild, children, messages.description({ amount }))}
    </AlertDialog.Description>
  );
});

/**
 * Says why the cancellation is not confirmed, with the reference for support, in a `role="alert"`. It describes the dialog
 * then. Renders a `<p>` while there is an error.
 */
export const Error: Part<TextProps, HTMLParagraphElement> = forwardRef(function Error(
  { asChild, children, ...props },
  ref,
) {
  const { error, attempt, messages } = useCancelPayment('Error');
  const text = error && (
    <>
      <span>{messages.errors[error.code]}</span>{' '}
      {error.requestId && <small>{messages.reference(error.requestId)}</small>}
    </>
  );
  return (
    <div role="alert">
      {error && (
        <AlertDialog.Description
          {...props}
          key={attempt} // the same error again is new text, and announced
          ref={ref}
          asChild={asChild ?? false}
          data-code={error.code}
        >
          {fill(asChild, children, text)}
        </AlertDialog.Description>
      )}
    </div>
  );
});

/**
 * Closes the dialog and leaves the payment as it is. Its children stand only until the first attempt: then it says "Close".
 * Renders a `<button>`.
 */
export const Keep: Part<ButtonProps, HTMLButtonElement> = forwardRef(function Keep(
  { asChild, children, ...props },
  ref,
) {
  const { status, attempt, action, messages } = useCancelPayment('Keep');
  const [button, attach] = useOwnRef(ref);
  // After a first attempt nobody can promise that the payment is kept.
  const hasTried = attempt > 1 || action !== 'confirm';
  // The confirming button takes focus with it when it goes.
  useIsomorphicLayoutEffect(() => {
    if (action === 'none') button.current?.focus();
  }, [action, button]);
  return (
    <AlertDialog.Cancel {...props} ref={attach} asChild={asChild ?? false} aria-disabled={isLocked(status)}>
      {fill(asChild, children, hasTried ? messages.close : messages.keep, hasTried)}
    </AlertDialog.Cancel>
  );
});

/**
 * Cancels the payment; after an error, does what can be done about it, or is not there. Its children stand only while it
 * cancels: for anything else it has the messages' words. Renders a `<button>`.
 */
export const Confirm: Part<ButtonProps, HTMLButtonElement> = forwardRef(function Confirm(
  { asChild, children, onClick, ...props },
  ref,
) {
  const { status, action, isRecovering, act, messages } = useCancelPayment('Confirm');
  if (action === 'none') return null;
  const isPending = isLocked(status);
  return (
    <AlertDialog.Action
      {...props}
      ref={ref}
      asChild={asChild ?? false}
      aria-disabled={isPending || isRecovering || undefined}
      data-status={status}
      onClick={(event: MouseEvent<HTMLButtonElement>) => {
        onClick?.(event);
        if (!event.defaultPrevented) act();
        event.preventDefault(); // Radix would close
      }}
    >
      {fill(asChild, children, isPending ? messages.pending : messages[action], isPending || action !== 'confirm')}
    </AlertDialog.Action>
  );
});

/** `aria-disabled`, not `disabled`: the browser takes focus away from a disabled button, and it would fall out of the dialog. */
function isLocked(status: string): true | undefined {
  return status === 'pending' || status === 'canceled' || undefined;
}
