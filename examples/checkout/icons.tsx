import type { ReactElement, ReactNode } from 'react';

function Icon({ children }: { children: ReactNode }): ReactElement {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      {children}
    </svg>
  );
}

export const PumpIcon = (): ReactElement => (
  <Icon>
    <path d="M5 21V5a2 2 0 0 1 2-2h6a2 2 0 0 1 2 2v16M3.5 21h13M8 8h4M15 12h1.5a1.5 1.5 0 0 1 1.5 1.5V17a1.5 1.5 0 0 0 3 0V9l-3-3" />
  </Icon>
);

export const DropIcon = (): ReactElement => (
  <Icon>
    <path d="M12 3.5c3.6 4.1 6 7.1 6 10.3a6 6 0 0 1-12 0c0-3.2 2.4-6.2 6-10.3ZM9.2 14.2a2.8 2.8 0 0 0 2.6 2.6" />
  </Icon>
);

export const CardIcon = (): ReactElement => (
  <Icon>
    <rect x="3" y="5.5" width="18" height="13" rx="2.5" />
    <path d="M3 10h18M6.5 14.5h4" />
  </Icon>
);

export const CheckIcon = (): ReactElement => (
  <Icon>
    <path d="m6 12.5 4 4 8-9" />
  </Icon>
);

export const MoonIcon = (): ReactElement => (
  <Icon>
    <path d="M20 14.5A8 8 0 0 1 9.5 4 8 8 0 1 0 20 14.5Z" />
  </Icon>
);
