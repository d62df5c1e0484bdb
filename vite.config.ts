import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** What a library build needs beyond bundling. */
const packaging: Plugin = {
  name: 'packaging',
  apply: 'build',
  enforce: 'pre',
  // Rolldown would fold `export * as CancelPayment` into one object. Kept as a module, each part is a separate client
  // reference, and a server component can render `<CancelPayment.Root>`.
  resolveId(source, importer) {
    return importer?.endsWith('src/index.ts') && source === './dialog/CancelPayment.tsx'
      ? { id: './dialog/CancelPayment.js', external: true }
      : null;
  },
  // TypeScript checks side-effect imports: `import 'react-cancel-preauth/styles.css'` has to resolve to types.
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'styles.css.d.ts', source: 'export {};\n' });
  },
};

export default defineConfig({
  plugins: [react(), packaging],
  build: {
    target: 'es2022',
    sourcemap: true,
    minify: false,
    cssCodeSplit: true,
    lib: {
      entry: {
        'index': 'src/index.ts',
        'client': 'src/client.ts',
        'locales': 'src/locales.ts',
        'sandbox': 'src/sandbox.ts',
        'styles': 'src/styles.css',
        'dialog/CancelPayment': 'src/dialog/CancelPayment.tsx',
      },
      formats: ['es'],
    },
    rolldownOptions: {
      external: [/^react($|\/)/, /^react-dom($|\/)/, /^@tanstack\//, /^@radix-ui\//, 'get-nonce'],
      // One file per module: 'use client' and tree shaking work by file.
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
});
