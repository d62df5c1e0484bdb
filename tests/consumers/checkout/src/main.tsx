import { createRoot } from 'react-dom/client';
import { loadMessages } from 'react-cancel-preauth';
import 'react-cancel-preauth/styles.css';
import { Checkout } from './Checkout';

const root = document.querySelector('#root');
void loadMessages(navigator.languages).then((messages) => {
  if (root) createRoot(root).render(<Checkout messages={messages} />);
});
