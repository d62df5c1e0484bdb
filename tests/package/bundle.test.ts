// @vitest-environment node
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { beforeAll, expect, test } from 'vitest';

const dist = join(import.meta.dirname, '../../dist');

/** The files that an app's bundler makes of these lines. */
async function bundle(source: string): Promise<(Rolldown.OutputChunk | Rolldown.OutputAsset)[]> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'app',
        resolveId: (id) => (id === 'app.js' ? id : null),
        load: (id) => (id === 'app.js' ? source.replaceAll('react-cancel-preauth', dist) : null),
      },
    ],
    build: {
      write: false,
      minify: false,
      cssMinify: true,
      rolldownOptions: { input: 'app.js', external: [/^react/, /^@tanstack/] },
    },
  });
  const [output] = [result].flat();
  if (!output || !('output' in output)) throw new Error('Vite built nothing.');
  return output.output;
}

const chunksOf = async (source: string) => (await bundle(source)).filter((file) => file.type === 'chunk');

const radix = 'AlertDialogContent';
const englishOfTheDialog = 'Keep payment';

let chunks: Rolldown.OutputChunk[];
beforeAll(async () => {
  chunks = await chunksOf(`
    import { CancelPaymentButton, createPayClient, PayProvider } from 'react-cancel-preauth/index.js';
    console.log(CancelPaymentButton, createPayClient, PayProvider);
  `);
});

test('a page with the button loads neither Radix nor the dialog’s texts at first', () => {
  const [first, ...others] = chunks.toSorted((a, b) => Number(b.isEntry) - Number(a.isEntry));
  expect(first?.isEntry).toBe(true);
  expect(first?.code).not.toContain(radix);
  expect(first?.code).not.toContain(englishOfTheDialog);
  expect(first?.dynamicImports).toHaveLength(1);
  expect(others.some(({ code }) => code.includes(radix) && code.includes(englishOfTheDialog))).toBe(true);
});

test('one language does not bring the others', async () => {
  const [chunk] = await chunksOf(`import { de } from 'react-cancel-preauth/locales.js'; console.log(de);`);
  expect(chunk?.code).toContain('Zahlung behalten');
  expect(chunk?.code).not.toContain(englishOfTheDialog);
});

test('the client brings neither React nor Radix', async () => {
  const bundled = await chunksOf(
    `import { createPayClient } from 'react-cancel-preauth/client.js'; console.log(createPayClient);`,
  );
  expect(bundled).toHaveLength(1);
  expect(bundled[0]?.imports).toEqual([]);
  expect(bundled[0]?.code).not.toContain(radix);
});

test('dark mode survives an app’s build for older browsers', async () => {
  const css = (await bundle(`import 'react-cancel-preauth/styles.css';`)).find(({ fileName }) =>
    fileName.endsWith('.css'),
  );
  const source = css?.type === 'asset' ? String(css.source) : '';
  expect(source).toMatch(/--cancel-payment-surface: ?#fff/);
  expect(source).toMatch(/--cancel-payment-surface: ?light-dark\(#fff/);
  expect(source).not.toContain('--lightningcss');
});
