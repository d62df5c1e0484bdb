// Cancels once, and keeps the outcome as the title of the page.
import { createPayClient, isPayError } from '../../../src/client.ts';

addEventListener('pageshow', ({ persisted }) => {
  if (persisted) document.body.dataset['restored'] = '';
});

const client = createPayClient({ baseUrl: '/pay' });
try {
  await client.cancelPreAuth({ transactionId: 'tx' });
  document.title = 'canceled';
} catch (error) {
  document.title = isPayError(error) ? error.code : String(error);
}
