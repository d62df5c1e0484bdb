import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createContext,
  useContext,
  useEffect,
  useLayoutEffect,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';
import { createPayClient, payEnvironments, PayProvider, type CancelPaymentMessages } from 'react-cancel-preauth';
import * as locales from 'react-cancel-preauth/locales';
import { createPaySandbox } from 'react-cancel-preauth/sandbox';
import { cardTextsOf } from './cardTexts.ts';

/** What is reserved in every story. */
export const amount = { value: 80, currency: 'EUR' };

/** The messages of every language. */
export const languages = Object.values(locales).filter((value) => typeof value === 'object');

/** What the toolbar sets: `locale` and `theme`. */
type Globals = Readonly<Record<string, unknown>>;

/** The messages of the toolbar's language, also for play functions: they look for what the user reads. */
export function messagesOf(globals: Globals): CancelPaymentMessages {
  return languages.find(({ locale }) => locale === globals['locale']) ?? locales.en;
}

function createSession() {
  let token = 1;
  return {
    client: createPayClient({
      fetch: createPaySandbox({ latency: 300 }).fetch,
      baseUrl: payEnvironments.sandbox,
      accessToken: () => `token-${token}`,
    }),
    queryClient: new QueryClient(),
    /** What signing in again, or linking an account, comes down to: the next request has another token. */
    renewToken: () => {
      token++;
    },
  };
}

type CheckoutState = ReturnType<typeof createSession> & { messages: CancelPaymentMessages };

const CheckoutContext = createContext<CheckoutState | undefined>(undefined);

/** The session and the language of the checkout around a story. */
export function useCheckout(): CheckoutState {
  const state = useContext(CheckoutContext);
  if (!state) throw new Error('A story stands outside of Checkout. The decorator in .storybook/preview.tsx adds it.');
  return state;
}

export interface CheckoutProps {
  globals: Globals;
  isDocs: boolean;
  /** False for a story that takes the whole page; default true. */
  hasCard?: boolean;
  children: ReactNode;
}

/** The screen around each story: a phone's width, with a PACE Pay, a session and a cache of its own. */
export function Checkout({ globals, isDocs, hasCard = true, children }: CheckoutProps): ReactElement {
  const [session] = useState(createSession);
  useEffect(() => () => session.queryClient.clear(), [session]);

  const messages = messagesOf(globals);
  const theme = globals['theme'] === 'dark' ? 'dark' : 'light';
  // On the document, because the dialog is portalled to <body>.
  useLayoutEffect(() => {
    const { documentElement: root } = document;
    root.style.colorScheme = theme;
    root.dir = messages.locale === 'ar' ? 'rtl' : 'ltr';
    root.lang = messages.locale;
  }, [theme, messages]);

  const texts = cardTextsOf(messages.locale);
  const price = new Intl.NumberFormat(messages.locale, { style: 'currency', currency: amount.currency });
  return (
    <CheckoutContext value={{ ...session, messages }}>
      <QueryClientProvider client={session.queryClient}>
        <PayProvider client={session.client} messages={messages}>
          <main className="checkout" data-docs={isDocs}>
            {hasCard ? (
              <section className="checkout-card" aria-labelledby="checkout-heading">
                <h1 id="checkout-heading">{texts.heading}</h1>
                <dl>
                  <dt>{texts.pump}</dt>
                  <dd>4</dd>
                  <dt>{texts.fuel}</dt>
                  <dd>Super E10</dd>
                  <dt>{texts.reserved}</dt>
                  <dd className="checkout-amount">{price.format(amount.value)}</dd>
                </dl>
                <div className="checkout-action" lang={messages.locale}>
                  {children}
                </div>
              </section>
            ) : (
              children
            )}
          </main>
        </PayProvider>
      </QueryClientProvider>
    </CheckoutContext>
  );
}
