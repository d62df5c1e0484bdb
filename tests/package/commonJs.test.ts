// @vitest-environment node
import { execFileSync } from 'node:child_process';
import { expect, inject, test } from 'vitest';

/** Renders the button in a CommonJS module, which loads its modules with `load`. */
function renderOnServer(load: string): string {
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
  return execFileSync('node', args, { cwd: inject('app'), encoding: 'utf8' }).trim();
}

// As the FAQ says. If the first test fails, TanStack Query has changed, and the entry can go.
test('a server that requires TanStack Query has two copies of it', () => {
  expect(renderOnServer('require')).toBe('No QueryClient set, use QueryClientProvider to set one');
});

test('a server that imports everything has one copy', () => {
  expect(renderOnServer('await import')).toMatch(/^<button .+>Cancel payment<\/button>$/);
});
