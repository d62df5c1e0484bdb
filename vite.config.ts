import { readdirSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { lowerStylesheet } from './scripts/lowerStylesheet.ts';

const entryPoints = ['index', 'client', 'hooks', 'dialog', 'parts', 'locales', 'sandbox'];

/** Each language is an entry point as well: `react-cancel-preauth/locales/de`. */
const languages = readdirSync('src/messages')
  .map((file) => file.replace('.ts', ''))
  .filter((name) => /^[a-z]{2}$/.test(name));

/** TypeScript checks side-effect imports: `import 'react-cancel-preauth/styles.css'` has to resolve to types. */
const stylesheetTypes: Plugin = {
  name: 'stylesheet-types',
  apply: 'build',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'styles.css.d.ts', source: 'export {};\n' });
  },
};

export default defineConfig({
  plugins: [react(), lowerStylesheet(), stylesheetTypes],
  build: {
    target: 'es2022',
    sourcemap: true,
    minify: false,
    cssCodeSplit: true,
    lib: {
      entry: Object.fromEntries([
        ...entryPoints.map((name) => [name, `src/${name}.ts`]),
        ...languages.map((name) => [`messages/${name}`, `src/messages/${name}.ts`]),
        ['styles', 'src/styles.css'],
        ['sandbox/bin', 'src/sandbox/bin.ts'],
      ]),
      formats: ['es'],
    },
    rolldownOptions: {
      external: [/^node:/, /^react(-dom)?($|\/)/, /^@tanstack\//, /^@radix-ui\//, 'get-nonce', 'is-network-error'],
      // One file per module: 'use client' and tree shaking work by file.
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
});
