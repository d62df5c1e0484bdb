import { createRoot } from 'react-dom/client';
import { createPayClient } from 'react-cancel-preauth';
import { Checkout } from '../Checkout';

const client = createPayClient({ baseUrl: import.meta.env['VITE_PAY_BASE_URL'] });
const transactionId = new URLSearchParams(location.search).get('transaction') ?? '';
const root = document.querySelector('#root');
if (root) createRoot(root).render(<Checkout client={client} transactionId={transactionId} />);
