import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [reactRouter()],
  optimizeDeps: { entries: 'app/**/*.tsx' }, // found later, they would reload the page
  logLevel: 'warn',
});
