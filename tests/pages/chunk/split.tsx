import { renderApp } from './renderApp.tsx';

renderApp();
addEventListener('hashchange', () => void import('./Login.ts').then(({ Login }) => new Login().show()));
