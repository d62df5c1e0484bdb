import { afterEach, describe, expect, test } from 'vitest';
import { findFailedUrl, retryImport } from '../../src/button/retryImport.ts';

const { origin } = location;
const chunk = `${origin}/assets/CancelPaymentDialog-DySX3P7V.js`;
const webKitError = () => new TypeError('Importing a module script failed.');

const addLink = (href: string, { rel = 'modulepreload', parent = document.head } = {}) => {
  parent.append(Object.assign(document.createElement('link'), { rel, href }));
};

afterEach(() => {
  document.head.replaceChildren();
  document.body.replaceChildren();
});

describe('in Chromium and Firefox, the URL of a module that failed to load', () => {
  test.each(['Failed to fetch', 'error loading'])('is in the message: %s …', (words) => {
    expect(findFailedUrl(new TypeError(`${words} dynamically imported module: ${chunk}`))).toBe(chunk);
    const inDevelopment = `${origin}/node_modules/.vite/deps/CancelPaymentDialog.js?v=1a2b#x`;
    expect(findFailedUrl(new TypeError(`${words} dynamically imported module: ${inDevelopment}`))).toBe(inDevelopment);
  });

  test('may be on another origin, because the app’s files may be there', () => {
    const url = 'https://cdn.test/assets/chunk-1a2b.js';
    expect(findFailedUrl(new TypeError(`Failed to fetch dynamically imported module: ${url}`))).toBe(url);
  });

  test.each([
    ['no scheme', '//evil.test/x.js'],
    ['data:', 'data:text/javascript,alert(1)'],
    ['javascript:', 'javascript:alert(1)'],
    ['blob: of the page', `blob:${origin}/1`],
    ['file:', 'file:///x.js'],
    ['nothing', ''],
  ])('is not taken if it has %s', (_, url) => {
    expect(findFailedUrl(new TypeError(`Failed to fetch dynamically imported module: ${url}`))).toBeUndefined();
  });

  test.each([
    new TypeError(`Cannot find module: ${chunk}`),
    new TypeError(chunk),
    new TypeError(`Failed to fetch dynamically imported module: ${chunk} ${chunk}`),
    new TypeError(`Failed to fetch dynamically imported module: ${chunk}\nmodule: ${chunk}`),
    new TypeError(`Failed to fetch dynamically imported module: ${chunk}\n`),
    new TypeError(`My module: Failed to fetch dynamically imported module: ${chunk}`),
    new TypeError(`failed to fetch dynamically imported module: ${chunk}`),
    new Error(`Failed to fetch dynamically imported module: ${chunk}`),
    new SyntaxError(`Failed to fetch dynamically imported module: ${chunk}`),
    `Failed to fetch dynamically imported module: ${chunk}`,
    { message: `Failed to fetch dynamically imported module: ${chunk}` },
    undefined,
    null,
  ])('is not taken from another error: %s', async (error) => {
    addLink(chunk); // only WebKit needs it
    expect(findFailedUrl(error)).toBeUndefined();
    await expect(retryImport(error)).rejects.toBe(error);
  });
});

describe('in WebKit, whose message has no URL, it', () => {
  test('is that of the link with which Vite preloads the dialog', () => {
    expect(findFailedUrl(webKitError())).toBeUndefined();
    addLink('/assets/Menu-1.js');
    addLink('/assets/CancelPaymentDialog-1.css', { rel: 'preload' });
    expect(findFailedUrl(webKitError())).toBeUndefined();
    addLink(chunk);
    expect(findFailedUrl(webKitError())).toBe(chunk);
  });

  test('is the same if a server has sent the page instead of the file', () => {
    addLink(chunk);
    expect(findFailedUrl(new TypeError("'text/html' is not a valid JavaScript MIME type."))).toBe(chunk);
  });

  test.each([
    ['another origin', 'https://evil.test/CancelPaymentDialog-1.js'],
    ['the page’s host as a user name', `${origin}@evil.test/CancelPaymentDialog-1.js`],
    ['the file’s name only in its query', '/redirect?to=https://evil.test/CancelPaymentDialog-1.js'],
    ['another file’s name', '/assets/Menu-1.js'],
    ['a query', `${chunk}?to=x`],
    ['data:', 'data:text/javascript,alert(1)//CancelPaymentDialog-1.js'],
    ['javascript:', 'javascript:alert(1)//CancelPaymentDialog-1.js'],
    ['blob: of the page', `blob:${origin}/CancelPaymentDialog-1.js`],
  ])('is not taken from a link that has %s', (_, href) => {
    addLink(href);
    expect(findFailedUrl(webKitError())).toBeUndefined();
  });

  test('is not taken from a link in the page’s content, which may come from users', () => {
    addLink(chunk, { parent: document.body });
    expect(findFailedUrl(webKitError())).toBeUndefined();
  });

  test.each([
    new TypeError('Importing a module script failed'),
    new TypeError("'text/plain' is not a valid JavaScript MIME type."),
    new TypeError("My module: 'text/html' is not a valid JavaScript MIME type."),
    new Error('Importing a module script failed.'),
    new Error('a mistake in a module'),
  ])('is not taken for another error: %s', async (error) => {
    addLink(chunk);
    expect(findFailedUrl(error)).toBeUndefined();
    await expect(retryImport(error)).rejects.toBe(error);
  });
});
