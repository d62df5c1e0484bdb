import { renderApp } from './renderApp.tsx';

renderApp();
