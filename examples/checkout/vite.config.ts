import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { lowerStylesheet } from '../../scripts/lowerStylesheet.ts';
import { packageAliases } from '../../scripts/packageAliases.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root: here,
  plugins: [react(), lowerStylesheet()],
  resolve: { alias: packageAliases },
});
