// @vitest-environment node
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { beforeAll, describe, expect, test } from 'vitest';
import * as locales from '../../src/locales.ts';

const languages = locales;
const dist = join(import.meta.dirname, '../../dist');

/** Bundles the source as an app would. */
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

const bundleChunks = async (source: string) => (await bundle(source)).filter((file) => file.type === 'chunk');

const radix = 'AlertDialogContent';
const dialogText = 'Keep payment';

let chunks: Rolldown.OutputChunk[];
beforeAll(async () => {
  chunks = await bundleChunks(`
    import { CancelPaymentButton, createPayClient, PayProvider } from 'react-cancel-preauth/index.js';
    console.log(CancelPaymentButton, createPayClient, PayProvider);
  `);
});

test('a page with the button loads neither Radix nor the dialog’s texts at first', () => {
  const [first, ...others] = chunks.toSorted((a, b) => Number(b.isEntry) - Number(a.isEntry));
  expect(first?.isEntry).toBe(true);
  expect(first?.code).not.toContain(radix);
  expect(first?.code).not.toContain(dialogText);
  expect(first?.dynamicImports).toHaveLength(1);
  expect(others.some(({ code }) => code.includes(radix) && code.includes(dialogText))).toBe(true);
});

describe('languages', () => {
  /** A text of each language that occurs in no other file. */
  const keepLabels = Object.entries(languages).map(([language, { keep }]) => ({ language, keep }));
  const findLanguages = ({ code }: Rolldown.OutputChunk) =>
    keepLabels.filter(({ keep }) => code.includes(keep)).map(({ language }) => language);

  test('importing one language does not include the others', async () => {
    const bundled = await bundleChunks(`import { de } from 'react-cancel-preauth/locales.js'; console.log(de);`);
    expect(bundled.map(findLanguages)).toEqual([['de']]);
  });

  test('loadMessages loads each language in a separate chunk, on demand', async () => {
    const bundled = await bundleChunks(
      `import { loadMessages } from 'react-cancel-preauth/locales.js'; loadMessages(navigator.languages).then(console.log);`,
    );
    const [first, ...others] = bundled.toSorted((a, b) => Number(b.isEntry) - Number(a.isEntry));
    expect(first?.isEntry).toBe(true);
    expect(first?.imports).toEqual([]);
    expect(first && findLanguages(first)).toEqual([]);
    expect(others.map((chunk) => findLanguages(chunk).join()).toSorted()).toEqual(Object.keys(languages));
  });
});

test('the client includes neither React nor Radix', async () => {
  const bundled = await bundleChunks(
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
