'use client';

import type { ComponentProps, ReactElement } from 'react';
import * as CancelPayment from 'react-cancel-preauth/parts';
import { Button } from '@/components/ui/button';

export interface CancelPaymentButtonProps
  extends
    Omit<CancelPayment.CancelPaymentRootProps, 'children'>,
    Pick<ComponentProps<typeof Button>, 'children' | 'className' | 'size' | 'variant'> {}

/** A button that cancels a PreAuth payment after confirmation in a dialog. `children` replace its label. */
export function CancelPaymentButton({
  children,
  className = '',
  size,
  variant = 'outline',
  ...props
}: CancelPaymentButtonProps): ReactElement {
  return (
    <CancelPayment.Root {...props}>
      <CancelPayment.Trigger asChild>
        <Button
          variant={variant}
          size={size}
          className={`h-auto min-h-11 whitespace-normal aria-disabled:cursor-default data-[status=canceled]:before:-translate-y-px data-[status=canceled]:before:rotate-45 data-[status=canceled]:before:border-current data-[status=canceled]:before:border-r-2 data-[status=canceled]:before:border-b-2 data-[status=canceled]:before:me-1 data-[status=canceled]:before:h-3 data-[status=canceled]:before:w-1.5 data-[status=canceled]:before:content-[''] ${className}`}
        >
          {children}
        </Button>
      </CancelPayment.Trigger>
      <CancelPayment.Portal>
        <CancelPayment.Overlay className="fixed inset-0 z-50 bg-black/50 motion-safe:data-[state=closed]:animate-out motion-safe:data-[state=closed]:fade-out-0 motion-safe:data-[state=open]:animate-in motion-safe:data-[state=open]:fade-in-0" />
        <CancelPayment.Content className="fixed inset-x-4 top-1/2 z-50 mx-auto grid max-h-[calc(100dvh-2rem)] max-w-lg -translate-y-1/2 gap-4 overflow-y-auto rounded-lg border border-border bg-background p-6 font-sans text-foreground shadow-lg outline-none duration-200 motion-safe:data-[state=closed]:animate-out motion-safe:data-[state=closed]:fade-out-0 motion-safe:data-[state=closed]:zoom-out-95 motion-safe:data-[state=open]:animate-in motion-safe:data-[state=open]:fade-in-0 motion-safe:data-[state=open]:zoom-in-95">
          <div className="grid gap-2">
            <CancelPayment.Title className="text-lg leading-7 font-semibold text-balance" />
            <div>
              <CancelPayment.Description className="text-sm text-muted-foreground" />
              {/* Replaces the description. A warning; red, with a circle, only if the error is final. */}
              <CancelPayment.Error className="relative mt-2 grid gap-1 rounded-md border border-border bg-muted py-3 ps-11 pe-4 text-sm wrap-anywhere before:absolute before:start-4 before:top-3.5 before:grid before:size-4 before:place-items-center before:bg-foreground before:pt-1 before:text-[0.625rem] before:leading-none before:font-bold before:text-background before:content-['!'/''] before:[clip-path:polygon(50%_0,100%_100%,0_100%)] data-final:border-destructive/40 data-final:bg-destructive/5 data-final:before:rounded-full data-final:before:bg-destructive data-final:before:pt-0 data-final:before:[clip-path:none] [&>small]:text-xs [&>small]:text-muted-foreground" />
            </div>
          </div>
          <div className="flex flex-col gap-2 sm:flex-row sm:justify-end">
            <CancelPayment.Keep asChild>
              <Button
                variant="outline"
                className="h-auto min-h-11 whitespace-normal aria-disabled:cursor-default aria-disabled:text-muted-foreground"
              />
            </CancelPayment.Keep>
            <CancelPayment.Confirm asChild>
              <Button
                variant="destructive"
                className="h-auto min-h-11 whitespace-normal aria-disabled:cursor-default aria-disabled:data-[status=error]:opacity-60 data-[status=error]:bg-primary data-[status=error]:text-primary-foreground data-[status=error]:hover:bg-primary/90 data-[status=pending]:before:size-4 data-[status=pending]:before:animate-spin data-[status=pending]:before:rounded-full data-[status=pending]:before:border-2 data-[status=pending]:before:border-current data-[status=pending]:before:border-t-transparent data-[status=pending]:before:content-[''] dark:data-[status=error]:bg-primary dark:data-[status=error]:hover:bg-primary/90"
              />
            </CancelPayment.Confirm>
          </div>
        </CancelPayment.Content>
      </CancelPayment.Portal>
    </CancelPayment.Root>
  );
}
