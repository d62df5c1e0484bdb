import { expect, test } from 'vitest';
import * as client from '../../src/client.ts';
import * as root from '../../src/index.ts';
import * as locales from '../../src/locales.ts';
import * as sandbox from '../../src/sandbox.ts';

test('exports of react-cancel-preauth', () => {
  expect(Object.keys(root)).toMatchInlineSnapshot(`
    [
      "PayProvider",
      "usePayClient",
      "useCancelPreAuth",
      "useIsCancelingPreAuth",
      "CancelPayment",
      "CancelPaymentDialog",
      "CancelPaymentButton",
      "createPayClient",
      "payEnvironments",
      "isPayError",
      "PayError",
      "cancelPreAuthMutationKey",
      "cancelPreAuthMutationOptions",
    ]
  `);
  expect(Object.keys(root.CancelPayment)).toMatchInlineSnapshot(`
    [
      "Root",
      "Trigger",
      "Portal",
      "Overlay",
      "Content",
      "Title",
      "Description",
      "Error",
      "Keep",
      "Confirm",
    ]
  `);
});

test('exports of react-cancel-preauth/client', () => {
  expect(Object.keys(client)).toMatchInlineSnapshot(`
    [
      "createPayClient",
      "payEnvironments",
      "isPayError",
      "PayError",
      "cancelPreAuthMutationKey",
      "cancelPreAuthMutationOptions",
    ]
  `);
});

test('exports of react-cancel-preauth/locales', () => {
  expect(Object.keys(locales)).toMatchInlineSnapshot(`
    [
      "ar",
      "cs",
      "da",
      "de",
      "en",
      "es",
      "fr",
      "it",
      "nl",
      "pl",
      "pt",
      "ro",
      "ru",
      "loadMessages",
    ]
  `);
});

test('exports of react-cancel-preauth/sandbox', () => {
  expect(Object.keys(sandbox)).toMatchInlineSnapshot(`
    [
      "createPaySandbox",
      "sandboxTransactions",
    ]
  `);
});
