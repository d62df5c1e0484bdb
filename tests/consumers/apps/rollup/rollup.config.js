import commonjs from '@rollup/plugin-commonjs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';

/** Writes the imported stylesheet as it is. */
const css = {
  name: 'css',
  transform(code, id) {
    if (!id.endsWith('.css')) return null;
    this.emitFile({ type: 'asset', fileName: 'main.css', source: code });
    return { code: '', moduleSideEffects: true };
  },
};

export default {
  input: 'src/main.tsx',
  output: { dir: 'dist', format: 'es' },
  plugins: [
    nodeResolve({ browser: true, extensions: ['.tsx', '.js'] }),
    commonjs(),
    esbuild({ jsx: 'automatic' }),
    replace({ 'process.env.NODE_ENV': '"production"', 'preventAssignment': true }),
    css,
    terser(),
  ],
  onwarn(warning, warn) {
    // Of each module with 'use client', those of TanStack Query among them. It has no meaning without server components.
    if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
  },
};
