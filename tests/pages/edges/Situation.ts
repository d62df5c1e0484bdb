import type { EnginePage } from '../../engines/EnginePage.ts';
import type { BrowserContext, CDPSession } from '../../engines/openPage.ts';
import type { Checkout } from './serveCheckout.ts';

export type Engine = 'chromium' | 'firefox' | 'webkit';

/** What only Chromium's developer tools can do. */
export interface DevTools {
  context: BrowserContext;
  session: CDPSession;
  /** Sends a signal to the processes of the browser, or to those of this type. */
  signal: (name: 'SIGSTOP' | 'SIGCONT', type?: 'renderer') => void;
}

/** A page that a user has opened. */
export interface Visit {
  page: EnginePage;
  checkout: Checkout;
  /** Opens another tab of the same browser. */
  openTab: () => Promise<EnginePage>;
  openDevTools: () => Promise<DevTools>;
}

/** Something that happens to a page while its user cancels a payment. */
export interface Situation {
  /** As the documentation calls it. */
  name: string;
  /** The engines in which a test can bring it about. The default is all. */
  engines?: readonly Engine[];
  /** A browser that can be stopped, or that keeps pages which were left. */
  needs?: 'sleep' | 'back/forward cache';
  /** Ends with the outcome, or when there will be none. Resolves to another page if that is to be looked at. */
  run: (visit: Visit) => Promise<EnginePage | void>;
  /** What may be shown then, where browsers differ: the title of the dialog, or without a dialog, the button's label. */
  shown: readonly string[];
  /** How many requests have reached the API by then. */
  sent: number;
  /** How many follow that the package does not send. */
  late?: number;
  /** Ends what is wrong, so that the payment can be canceled. */
  repair?: (visit: Visit) => Promise<void>;
}
