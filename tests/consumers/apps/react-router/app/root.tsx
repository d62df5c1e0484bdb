import type { ReactNode } from 'react';
import { Outlet, Scripts } from 'react-router';
import 'react-cancel-preauth/styles.css';

export function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <title>Checkout</title>
      </head>
      <body>
        {children}
        <Scripts />
      </body>
    </html>
  );
}

export default Outlet;
