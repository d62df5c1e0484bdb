import type { AppProps } from 'next/app';
import 'react-cancel-preauth/styles.css';

export default function App({ Component, pageProps }: AppProps) {
  return <Component {...pageProps} />;
}
