import { renderApp } from './renderApp.tsx';

renderApp();
addEventListener('hashchange', () => void import('./Menu.ts').then(({ Menu }) => new Menu().show()));
