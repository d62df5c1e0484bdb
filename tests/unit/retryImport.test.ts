import { afterEach, describe, expect, test } from 'vitest';
import { findFailedUrl } from '../../src/button/retryImport.ts';

const chunk = 'https://app.test/assets/CancelPaymentDialog-DySX3P7V.js';

afterEach(() => {
  document.head.innerHTML = '';
});

describe('the URL of a module that failed to load', () => {
  test.each([
    ['Chromium', `Failed to fetch dynamically imported module: ${chunk}`],
    ['Firefox', `error loading dynamically imported module: ${chunk}`],
  ])('is in the message of %s', (_, message) => {
    expect(findFailedUrl(new TypeError(message))).toBe(chunk);
  });

  test('is that of the link with which Vite preloads it, because WebKit’s message has none', () => {
    const error = new TypeError('Importing a module script failed.');
    expect(findFailedUrl(error)).toBeUndefined();
    document.head.innerHTML = `<link rel="modulepreload" href="/assets/Menu-1.js"><link rel="preload" href="/assets/CancelPaymentDialog-1.css" as="style">`;
    expect(findFailedUrl(error)).toBeUndefined();
    document.head.insertAdjacentHTML('beforeend', `<link rel="modulepreload" href="${chunk}">`);
    expect(findFailedUrl(error)).toBe(chunk);
  });

  test.each([
    new Error('Cannot find module: https://evil.test/x.js'),
    new Error('https://evil.test/x.js'),
    new Error(`Failed to fetch dynamically imported module: ${chunk} https://evil.test/x.js`),
    new Error(`Failed to fetch dynamically imported module: ${chunk}\nmodule: https://evil.test/x.js`),
    new Error('My module: Failed to fetch dynamically imported module: https://evil.test/x.js'),
    new Error('Failed to fetch dynamically imported module: data:text/javascript,alert(1)'),
    new Error('Failed to fetch dynamically imported module: javascript:alert(1)'),
    new Error('Failed to fetch dynamically imported module: blob:https://app.test/1'),
    new Error('Failed to fetch dynamically imported module: //evil.test/x.js'),
    new Error('Failed to fetch dynamically imported module: https://'),
    new Error('Failed to fetch dynamically imported module: '),
    'Failed to fetch dynamically imported module: https://evil.test/x.js',
    { message: `Failed to fetch dynamically imported module: ${chunk}` },
    undefined,
    null,
  ])('is not taken from another error: %s', (error) => {
    expect(findFailedUrl(error)).toBeUndefined();
  });
});
