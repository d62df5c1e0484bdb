import { expect, test } from 'vitest';
import * as client from '../../src/client.ts';
import * as dialog from '../../src/dialog.ts';
import * as hooks from '../../src/hooks.ts';
import * as root from '../../src/index.ts';
import * as locales from '../../src/locales.ts';
import * as parts from '../../src/parts.ts';
import * as sandbox from '../../src/sandbox.ts';

const entryPoints = { root, dialog, parts, hooks, client, locales, sandbox };

test('exports of each entry point', () => {
  const exported = Object.entries(entryPoints).map(([name, module]) => [
    name,
    Object.keys(module).toSorted().join(' '),
  ]);
  expect(Object.fromEntries(exported)).toMatchInlineSnapshot(`
    {
      "client": "PayError cancelPreAuthMutationKey cancelPreAuthMutationOptions createPayClient isPayError payEnvironments",
      "dialog": "CancelPaymentDialog",
      "hooks": "PayProvider useCancelPreAuth useIsCancelingPreAuth usePayClient",
      "locales": "ar cs da de en es fr it nl pl pt ro ru",
      "parts": "Confirm Content Description Error Keep Overlay Portal Root Title Trigger",
      "root": "CancelPaymentButton PayError PayProvider cancelPreAuthMutationKey cancelPreAuthMutationOptions createPayClient isPayError loadMessages payEnvironments useCancelPreAuth useIsCancelingPreAuth usePayClient",
      "sandbox": "createPaySandbox sandboxTransactions",
    }
  `);
});

test('the root exports everything of /hooks and /client', () => {
  expect(root).toMatchObject({ ...hooks, ...client });
});
