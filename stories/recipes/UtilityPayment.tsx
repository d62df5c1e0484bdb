import type { ComponentProps, ReactElement } from 'react';
import * as CancelPayment from 'react-cancel-preauth/parts';
import type { CancelPaymentRootProps } from 'react-cancel-preauth/parts';

const variants = {
  outline:
    'border border-border bg-background not-aria-disabled:hover:bg-accent aria-disabled:border-transparent aria-disabled:text-muted-foreground',
  destructive:
    'border border-transparent bg-destructive text-background data-[status=idle]:hover:bg-destructive/90 data-[status=error]:bg-primary data-[status=error]:text-primary-foreground data-[status=error]:hover:bg-primary/90',
};

/** The app's own button, for example one that shadcn/ui generated. */
function Button({
  variant,
  className,
  ...props
}: ComponentProps<'button'> & { variant: keyof typeof variants }): ReactElement {
  return (
    <button
      {...props}
      type="button"
      className={`inline-flex min-h-11 items-center justify-center rounded-md px-4 py-1 text-sm font-medium outline-ring transition-colors focus-visible:outline-3 focus-visible:outline-offset-2 aria-disabled:cursor-default ${variants[variant]} ${className ?? ''}`}
    />
  );
}

export function UtilityPayment(props: CancelPaymentRootProps): ReactElement {
  return (
    <CancelPayment.Root {...props}>
      <CancelPayment.Trigger asChild>
        <Button
          variant="outline"
          className="data-[status=canceled]:font-semibold data-[status=canceled]:text-foreground data-[status=canceled]:before:me-3 data-[status=canceled]:before:ms-1 data-[status=canceled]:before:h-2.5 data-[status=canceled]:before:w-1.5 data-[status=canceled]:before:-translate-y-px data-[status=canceled]:before:rotate-45 data-[status=canceled]:before:border-r-2 data-[status=canceled]:before:border-b-2 data-[status=canceled]:before:border-current data-[status=canceled]:before:content-['']"
        />
      </CancelPayment.Trigger>
      <CancelPayment.Portal>
        <CancelPayment.Overlay className="fixed inset-0 z-50 bg-black/50" />
        {/* `after:` ignores the second tap of a double tap: Confirm may have appeared under the same finger. */}
        <CancelPayment.Content className="after:invisible after:fixed after:inset-0 after:transition-[visibility] after:duration-400 starting:after:visible fixed inset-x-4 top-1/2 z-50 mx-auto grid max-h-[calc(100dvh-2rem)] max-w-md -translate-y-1/2 gap-4 overflow-auto rounded-lg border border-border bg-background p-6 font-sans text-foreground shadow-lg outline-none">
          <CancelPayment.Title className="text-lg font-semibold" />
          <CancelPayment.Description className="text-sm text-muted-foreground" />
          {/* Only final errors are red. */}
          <CancelPayment.Error className="relative grid gap-1 rounded-md border border-(--tone) p-3 ps-11 text-sm wrap-anywhere [--tone:var(--ring)] before:absolute before:start-3 before:top-3 before:grid before:size-5 before:place-items-center before:rounded-full before:bg-(--tone) before:text-xs before:font-bold before:text-background before:content-['!'/''] data-[code=forbidden]:[--tone:var(--destructive)] data-[code=not-found]:[--tone:var(--destructive)] data-[code^=in]:[--tone:var(--destructive)] [&>small]:text-muted-foreground" />
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
