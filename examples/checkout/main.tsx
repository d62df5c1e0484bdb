import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import './checkout.css';
import 'react-cancel-preauth/styles.css';
import { App } from './App.tsx';

const queryClient = new QueryClient();
const root = document.querySelector('#root');
if (!root) throw new Error('index.html has lost its #root, so there is nowhere to render to.');

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
