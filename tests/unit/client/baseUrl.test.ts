// @vitest-environment node
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPayClient } from '../../../src/client/createPayClient.ts';
import { failureOf } from './failureOf.ts';
import { untyped } from '../../support/untyped.ts';

const fetch = vi.fn<typeof globalThis.fetch>();

beforeEach(() => {
  fetch.mockReset().mockImplementation(async () => new Response(null, { status: 204 }));
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function clientOf(baseUrl: string | URL) {
  return createPayClient({ fetch, accessToken: 'token', baseUrl });
}

async function urlSentTo(baseUrl: string | URL): Promise<unknown> {
  await clientOf(baseUrl).cancelPreAuth({ transactionId: 'tx' });
  expect(fetch).toHaveBeenCalledTimes(1);
  return fetch.mock.calls[0]?.[0];
}

describe('an absolute base URL is taken', () => {
  it.each([
    ['https://api.pace.cloud/pay/2024-4', 'https://api.pace.cloud/pay/2024-4'],
    ['https://api.pace.cloud/pay/2025-1/', 'https://api.pace.cloud/pay/2025-1'],
    ['https://api.pace.cloud/pay//', 'https://api.pace.cloud/pay'],
    ['https://pay.example', 'https://pay.example'],
    ['https://pay.example/', 'https://pay.example'],
    ['HTTPS://PAY.example:8443/Pay', 'https://pay.example:8443/Pay'],
    ['https://192.168.0.7/pay', 'https://192.168.0.7/pay'],
    ['http://localhost:3000/pay', 'http://localhost:3000/pay'],
    ['http://pay.localhost/pay', 'http://pay.localhost/pay'],
    ['http://a.b.localhost', 'http://a.b.localhost'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://127.1.2.3', 'http://127.1.2.3'],
    ['http://2130706433', 'http://127.0.0.1'],
    ['http://[::1]:8080/pay/', 'http://[::1]:8080/pay'],
  ])('%s', async (baseUrl, sent) => {
    expect(await urlSentTo(baseUrl)).toBe(`${sent}/transactions/tx/cancel`);
  });

  it('quickly, however many slashes it has', async () => {
    const baseUrl = `https://pay.example${'/'.repeat(30_000)}v`;
    const start = performance.now();
    expect(await urlSentTo(baseUrl)).toBe(`${baseUrl}/transactions/tx/cancel`);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('as a URL object, of which later changes are not followed', async () => {
    const baseUrl = new URL('https://pay.example/v/');
    const client = clientOf(baseUrl);
    baseUrl.host = 'other.example';
    await client.cancelPreAuth({ transactionId: 'tx' });
    expect(fetch.mock.calls[0]?.[0]).toBe('https://pay.example/v/transactions/tx/cancel');
  });
});

describe('a base URL that could give tokens away is refused when the client is made', () => {
  it.each([
    '',
    ' ',
    'pay',
    'pay/2024-4',
    './pay',
    '../pay',
    '?x',
    '#x',
    'api.pace.cloud/pay',
    'http://api.pace.cloud/pay',
    'http://192.168.0.7/pay',
    'http://0.0.0.0',
    'http://128.0.0.1',
    'http://localhost.evil.example',
    'http://evil-localhost',
    'http://127.0.0.1.evil.example',
    'http://localhost@evil.example',
    'http://[::2]',
    'http://[::ffff:127.0.0.1]',
    'ws://localhost',
    'xhttp://localhost',
    'xhttps://pay.example',
    'ftp://localhost',
    'ftp://pay.example',
    'file:///pay',
    'javascript:alert(1)',
    'data:text/plain,x',
    'blob:https://pay.example/x',
    'about:blank',
    'https://',
    'https://user@pay.example',
    'https://user:pass@pay.example',
    'https://:pass@pay.example',
    'https://pay.example/pay?x=1',
    'https://pay.example/pay#x',
    'http://user:pass@localhost',

    '/pay?x=1',
    '/pay#x',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/\n\\evil.example',
    ' /pay',
    untyped(null),
  ])('%j', (baseUrl) => {
    expect(() => clientOf(baseUrl)).toThrow(TypeError);
    expect(() => clientOf(baseUrl)).toThrow(/^createPayClient refuses this `baseUrl`/);
  });

  const messageFor = (baseUrl: string) => {
    try {
      clientOf(baseUrl);
    } catch (error) {
      return String(error);
    }
    return undefined;
  };

  it('with a message that names the rule it breaks', () => {
    expect(
      ['pay', 'http://pay.example', 'https://user:pass@pay.example', 'https://pay.example/?x=1', '/pay#x'].map(
        messageFor,
      ),
    ).toMatchInlineSnapshot(`
      [
        "TypeError: createPayClient refuses this \`baseUrl\`: it is neither an absolute URL nor a path, so tokens could be given away. Use payEnvironments, an https: URL, or a path such as "/pay".",
        "TypeError: createPayClient refuses this \`baseUrl\`: it is not https: (http: is for loopback hosts only), so tokens could be given away. Use payEnvironments, an https: URL, or a path such as "/pay".",
        "TypeError: createPayClient refuses this \`baseUrl\`: it has a user or password in it, so tokens could be given away. Use payEnvironments, an https: URL, or a path such as "/pay".",
        "TypeError: createPayClient refuses this \`baseUrl\`: it has a query, so tokens could be given away. Use payEnvironments, an https: URL, or a path such as "/pay".",
        "TypeError: createPayClient refuses this \`baseUrl\`: it has a fragment, so tokens could be given away. Use payEnvironments, an https: URL, or a path such as "/pay".",
      ]
    `);
  });

  it('with a text that does not repeat it: it may hold a password', () => {
    const baseUrl = new URL('https://user:pass@pay.example');
    baseUrl.password = 'S3CRET';
    expect(() => clientOf(baseUrl)).toThrow(
      expect.toSatisfy((error) => !inspect(error, { depth: 10, showHidden: true }).includes('S3CRET')),
    );
  });
});

describe('a path as base URL', () => {
  const page = (origin: string) => vi.stubGlobal('location', { origin });

  it.each([
    ['/pay', '/pay'],
    ['/pay/2024-4/', '/pay/2024-4'],
    ['/', ''],
    ['/a/../pay', '/pay'],
  ])('%s belongs to the page’s origin', async (path, sent) => {
    page('https://shop.example');
    expect(await urlSentTo(path)).toBe(`https://shop.example${sent}/transactions/tx/cancel`);
  });

  it('is resolved at the call: the client may be made during server rendering', async () => {
    const client = clientOf('/pay');
    page('http://localhost:5173');
    await client.cancelPreAuth({ transactionId: 'tx' });
    expect(fetch.mock.calls[0]?.[0]).toBe('http://localhost:5173/pay/transactions/tx/cancel');
  });

  it.each([
    ['without a page', undefined],
    ['in a page without an origin', 'null'],
    ['in a page that is not secure', 'http://shop.example'],
  ])('%s is an invalid-request, and nothing is sent', async (_, origin) => {
    if (origin) page(origin);
    const error = await failureOf(clientOf('/pay').cancelPreAuth({ transactionId: 'tx' }));
    expect(error).toMatchObject({ code: 'invalid-request', status: undefined, retryable: false });
    expect(error.message).toContain('nothing was sent');
    expect(fetch).not.toHaveBeenCalled();
  });
});
