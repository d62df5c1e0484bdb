// @vitest-environment node
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { createPackedApp } from '../support/createPackedApp.ts';
import { buildModule } from './buildModule.ts';

const ownError = 'No QueryClient set, use QueryClientProvider to set one';

interface Rendering {
  /** What loads a module in CommonJS. */
  load: string;
  folder?: string;
  environment?: string;
}

/** Renders the button in a CommonJS module. */
function renderOnServer({ load, folder = inject('app'), environment = '' }: Rendering): string {
  const source = `
    (async () => {
      const { createElement } = ${load}('react');
      const { renderToString } = ${load}('react-dom/server');
      const { QueryClient, QueryClientProvider } = ${load}('@tanstack/react-query');
      const { CancelPaymentButton, createPayClient } = ${load}('react-cancel-preauth');
      const button = createElement(CancelPaymentButton, { transactionId: 't1', client: createPayClient() });
      return renderToString(createElement(QueryClientProvider, { client: new QueryClient() }, button));
    })().then(console.log, (error) => console.log(error.message));
  `;
  const args = ['--no-warnings', '--input-type=commonjs', '-e', source];
  const env = { ...process.env, NODE_ENV: environment };
  return execFileSync('node', args, { cwd: folder, env, encoding: 'utf8' }).trim();
}

// As docs/tanstack-query.md says. If these fail, TanStack Query has changed, and the section can go.
describe('a server that requires TanStack Query has two copies of it', () => {
  test('and an error that says so', () => {
    expect(renderOnServer({ load: 'require' })).toMatch(
      /^No QueryClient set, so .+ in CommonJS, `require` loads another one/,
    );
  });

  test('and only TanStack Query’s own error in production', () => {
    expect(renderOnServer({ load: 'require', environment: 'production' })).toBe(ownError);
  });
});

test('a server that imports everything has one copy', () => {
  expect(renderOnServer({ load: 'await import' })).toMatch(/^<button .+>Cancel payment<\/button>$/);
});

describe('a linked package with its own TanStack Query', () => {
  const app = createPackedApp();
  afterAll(app.remove);

  test('has an error that says so', () => {
    const own = join(app.folder, 'node_modules/react-cancel-preauth/node_modules/@tanstack');
    const installed = join(import.meta.dirname, '../../node_modules/@tanstack');
    mkdirSync(own, { recursive: true });
    cpSync(join(installed, 'react-query'), join(own, 'react-query'), { recursive: true });
    symlinkSync(join(installed, 'query-core'), join(own, 'query-core'), 'junction');
    expect(renderOnServer({ load: 'await import', folder: app.folder })).toMatch(
      /^No QueryClient set, so .+ linked package/,
    );
  });
});

test.each([
  ['production', false],
  ['development', true],
])('an app built for %s has the error that says so: %s', async (environment, isIncluded) => {
  const code = await buildModule('hooks.js', environment);
  expect(code).toContain('No PayClient found');
  expect(code.includes('two copies')).toBe(isIncluded);
});
