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

/** The reserved amount in every story. */
export const amount = { value: 80, currency: 'EUR' };

/** The messages of all languages. */
export const languages = Object.values(locales).filter((value) => typeof value === 'object');

/** The globals of the toolbar: `locale` and `theme`. */
type Globals = Readonly<Record<string, unknown>>;

/** The messages in the language of the toolbar. Play functions use them to find what the user reads. */
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
    /** Stands for signing in again or linking an account: the next request has a new token. */
    renewToken: () => {
      token++;
    },
  };
}

type CheckoutState = ReturnType<typeof createSession> & { messages: CancelPaymentMessages };

const CheckoutContext = createContext<CheckoutState | undefined>(undefined);

/** The session and the messages of the checkout around a story. */
export function useCheckout(): CheckoutState {
  const state = useContext(CheckoutContext);
  if (!state)
    throw new Error(
      'A story is not inside <Checkout>, so it has no session. Add the decorator of .storybook/preview.tsx.',
    );
  return state;
}

export interface CheckoutProps {
  globals: Globals;
  isDocs: boolean;
  /** False for a story that fills the page. Default: true. */
  hasCard?: boolean;
  children: ReactNode;
}

/** The page around each story, as wide as a phone, with its own sandbox, session and cache. */
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
