// @vitest-environment node
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { rolldown, type Plugin } from 'rolldown';
import { expect, inject, test } from 'vitest';

/** Replaces client modules with references, as a bundler for server components does. */
const clientReferences: Plugin = {
  name: 'client-references',
  transform(code, id) {
    if (!/^['"]use client['"]/.test(code)) return null;
    const names = /^export \{ (.+) \};$/m.exec(code)?.[1]?.split(', ') ?? [];
    return names.map((name) => `export const ${name} = { reference: '${basename(id)}' };`).join('\n');
  },
};

/** Runs an entry point where React is the one for server components: each export's type, or the client module it is in. */
async function importOnServer(entryPoint: string): Promise<unknown> {
  const app = inject('app');
  const name = entryPoint.replaceAll(/\W/g, '-');
  const input = join(app, `server-${name}.js`);
  const bundled = join(app, `server-${name}.bundle.mjs`);
  writeFileSync(input, `export * from '${entryPoint}';`);
  const build = await rolldown({
    input,
    platform: 'node',
    external: /^(?:react|react-dom|@tanstack\/react-query|@radix-ui\/.+)(?:\/|$)/,
    plugins: [clientReferences],
  });
  await build.write({ file: bundled, codeSplitting: false });
  await build.close();
  const source = `
    import * as all from './server-${name}.bundle.mjs';
    const kinds = Object.entries(all).map(([name, value]) => [name, value.reference ?? typeof value]);
    console.log(JSON.stringify(Object.fromEntries(kinds)));
  `;
  const args = ['--conditions=react-server', '--input-type=module', '-e', source];
  return JSON.parse(execFileSync('node', args, { cwd: app, encoding: 'utf8' }));
}

test('the root gives components and hooks as client references, and the client as it is', async () => {
  expect(await importOnServer('react-cancel-preauth')).toMatchInlineSnapshot(`
    {
      "CancelPaymentButton": "CancelPaymentButton.js",
      "PayError": "function",
      "PayProvider": "PayProvider.js",
      "cancelPreAuthMutationKey": "object",
      "cancelPreAuthMutationOptions": "function",
      "createPayClient": "function",
      "isPayError": "function",
      "loadMessages": "function",
      "payEnvironments": "object",
      "useCancelPreAuth": "useCancelPreAuth.js",
      "useIsCancelingPreAuth": "useIsCancelingPreAuth.js",
      "usePayClient": "PayProvider.js",
    }
  `);
});

test('the hooks are client references', async () => {
  expect(await importOnServer('react-cancel-preauth/hooks')).toMatchInlineSnapshot(`
    {
      "PayProvider": "PayProvider.js",
      "useCancelPreAuth": "useCancelPreAuth.js",
      "useIsCancelingPreAuth": "useIsCancelingPreAuth.js",
      "usePayClient": "PayProvider.js",
    }
  `);
});

test('the dialog is a client reference', async () => {
  expect(await importOnServer('react-cancel-preauth/dialog')).toMatchInlineSnapshot(`
    {
      "CancelPaymentDialog": "CancelPaymentDialog.js",
    }
  `);
});

test('the parts are ten client references', async () => {
  expect(await importOnServer('react-cancel-preauth/parts')).toMatchInlineSnapshot(`
    {
      "Confirm": "CancelPaymentConfirm.js",
      "Content": "CancelPaymentContent.js",
      "Description": "CancelPaymentDescription.js",
      "Error": "CancelPaymentError.js",
      "Keep": "CancelPaymentKeep.js",
      "Overlay": "CancelPaymentOverlay.js",
      "Portal": "CancelPaymentPortal.js",
      "Root": "CancelPaymentRoot.js",
      "Title": "CancelPaymentTitle.js",
      "Trigger": "CancelPaymentTrigger.js",
    }
  `);
});
