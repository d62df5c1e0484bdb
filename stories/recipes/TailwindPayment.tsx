import type { ComponentProps, ReactElement } from 'react';
import { CancelPayment, CancelPaymentButton, type CancelPaymentRootProps } from 'react-cancel-preauth';

/** The ready-made button; a utility here and there. */
export function ThemedPayment(props: CancelPaymentRootProps): ReactElement {
  return (
    <CancelPaymentButton
      {...props}
      className="w-full text-sm"
      classNames={{ title: 'tracking-tight', description: 'text-sm', keep: 'text-sm', confirm: 'text-sm' }}
    />
  );
}

const variants = {
  outline: 'border border-border bg-background hover:bg-accent',
  destructive:
    'bg-destructive text-background hover:bg-destructive/90 data-[status=error]:bg-primary data-[status=error]:text-primary-foreground',
};

/** An app's own button, such as shadcn/ui copies into it. */
function Button({ variant, ...props }: ComponentProps<'button'> & { variant: keyof typeof variants }): ReactElement {
  return (
    <button
      {...props}
      type="button"
      className={`inline-flex min-h-11 items-center justify-center rounded-md px-4 py-1 text-sm font-medium outline-ring transition-colors focus-visible:outline-3 focus-visible:outline-offset-2 aria-disabled:cursor-default ${variants[variant]}`}
    />
  );
}

/** The parts in utilities alone: nothing of `styles.css` is needed. */
export function UtilityPayment(props: CancelPaymentRootProps): ReactElement {
  return (
    <CancelPayment.Root {...props}>
      <CancelPayment.Trigger asChild>
        <Button variant="outline" />
      </CancelPayment.Trigger>
      <CancelPayment.Portal>
        <CancelPayment.Overlay className="fixed inset-0 z-50 bg-black/50" />
        <CancelPayment.Content className="fixed inset-x-4 top-1/2 z-50 mx-auto grid max-h-[calc(100dvh-2rem)] max-w-md -translate-y-1/2 gap-4 overflow-auto rounded-lg border border-border bg-background p-6 font-sans text-foreground shadow-lg outline-none">
          <CancelPayment.Title className="text-lg font-semibold" />
          <CancelPayment.Description className="text-sm text-muted-foreground" />
          <CancelPayment.Error className="grid gap-1 rounded-md border border-border border-s-4 border-s-ring p-3 text-sm wrap-anywhere data-[code=forbidden]:border-s-destructive data-[code=not-found]:border-s-destructive [&>small]:text-muted-foreground" />
          <div className="flex flex-col gap-2 sm:flex-row sm:justify-end">
            <CancelPayment.Keep asChild>
              <Button variant="outline" />
            </CancelPayment.Keep>
            <CancelPayment.Confirm asChild>
              <Button variant="destructive" />
            </CancelPayment.Confirm>
          </div>
        </CancelPayment.Content>
      </CancelPayment.Portal>
    </CancelPayment.Root>
  );
}
