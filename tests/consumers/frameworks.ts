import type { Consumer } from './Consumer.ts';

const next = {
  packages: ['next'],
  server: 'next start',
  development: 'next dev --hostname 127.0.0.1',
} as const satisfies Partial<Consumer>;

const nextApp = { ...next, app: 'next', example: 'next', path: '/checkout' } as const satisfies Partial<Consumer>;

/** Frameworks that render the checkout on a server, and hydrate it in the browser. */
export const frameworks: readonly Consumer[] = [
  { ...nextApp, title: 'Next.js, App Router', build: 'next build' },
  {
    ...nextApp,
    title: 'Next.js, App Router, webpack',
    build: 'next build --webpack',
    development: `${next.development} --webpack`,
  },
  { ...next, title: 'Next.js, Pages Router', app: 'next-pages', build: 'next build' },
  {
    title: 'React Router, framework mode',
    app: 'react-router',
    packages: ['react-router', 'vite'],
    build: 'react-router build',
    server: 'react-router-serve build/server/index.js',
    development: 'react-router dev --host 127.0.0.1 --port $PORT',
  },
  {
    title: 'Astro, React island',
    app: 'astro',
    packages: ['astro'],
    build: 'astro build',
    server: 'node dist/server/entry.mjs',
    development: 'astro dev --host 127.0.0.1 --port $PORT',
  },
];
