import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { lowerStylesheet } from '../scripts/lowerStylesheet.ts';

export default defineConfig({ plugins: [react(), lowerStylesheet()] });
