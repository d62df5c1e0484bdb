import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import './checkout.css';
import 'react-cancel-preauth/styles.css';
import { App } from './App.tsx';

const queryClient = new QueryClient();
const root = document.querySelector('#root');
if (!root) throw new Error('The element #root is missing in index.html, so the checkout cannot be rendered.');

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
