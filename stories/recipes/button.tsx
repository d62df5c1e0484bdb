import type { ComponentProps, ReactElement } from 'react';

const variants = {
  default: 'border-transparent bg-primary text-primary-foreground hover:bg-primary/90',
  destructive: 'border-transparent bg-destructive text-background hover:bg-destructive/90',
  outline: 'border-border bg-background not-aria-disabled:hover:bg-accent',
};

const sizes = { default: 'px-4 py-2', sm: 'px-3 py-1', lg: 'px-6 py-2' };

export interface ButtonProps extends ComponentProps<'button'> {
  variant?: keyof typeof variants;
  size?: keyof typeof sizes | undefined;
}

/** Stands for the app's own button, which `shadcn add button` has put into `components/ui`. */
export function Button({ variant = 'default', size = 'default', className = '', ...props }: ButtonProps): ReactElement {
  return (
    <button
      type="button"
      {...props}
      className={`inline-flex items-center justify-center gap-2 rounded-md border text-sm font-medium outline-ring transition-colors focus-visible:outline-3 focus-visible:outline-offset-2 ${variants[variant]} ${sizes[size]} ${className}`}
    />
  );
}
