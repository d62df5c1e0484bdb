// @vitest-environment node
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { beforeAll, describe, expect, test } from 'vitest';
import * as locales from '../../src/locales.ts';

const { loadMessages: _, ...languages } = locales;
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

describe('languages', () => {
  /** A text of each language that no other file has. */
  const keepOf = Object.entries(languages).map(([language, { keep }]) => ({ language, keep }));
  const languagesIn = ({ code }: Rolldown.OutputChunk) =>
    keepOf.filter(({ keep }) => code.includes(keep)).map(({ language }) => language);

  test('one language does not bring the others', async () => {
    const bundled = await chunksOf(`import { de } from 'react-cancel-preauth/locales.js'; console.log(de);`);
    expect(bundled.map(languagesIn)).toEqual([['de']]);
  });

  test('loadMessages brings each in a chunk of its own, and none before it is asked for', async () => {
    const bundled = await chunksOf(
      `import { loadMessages } from 'react-cancel-preauth/locales.js'; loadMessages(navigator.languages).then(console.log);`,
    );
    const [first, ...others] = bundled.toSorted((a, b) => Number(b.isEntry) - Number(a.isEntry));
    expect(first?.isEntry).toBe(true);
    expect(first?.imports).toEqual([]);
    expect(first && languagesIn(first)).toEqual([]);
    expect(others.map((chunk) => languagesIn(chunk).join()).toSorted()).toEqual(Object.keys(languages));
  });
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
