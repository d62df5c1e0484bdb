import type { Page } from 'playwright';

/** Collects the console errors, console warnings and uncaught errors of a page. */
export function collectProblems(page: Page): string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    // Chromium logs each failed request, which the tests expect.
    const isExpected = message.text().startsWith('Failed to load resource');
    if (!isExpected && ['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  return problems;
}
