// Runs tests of tests/browser with the package and with the hand-written version of bench/byHand. `--update-docs` writes
// what each passes, and its lines and bytes, to the docs.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { behaviors } from '../tests/byHand/behaviors.js';
import { runVitest } from './runVitest.js';
import { writeTable } from './writeTable.js';

/** @import { TestResult } from './runVitest.js' */

const root = fileURLToPath(new URL('..', import.meta.url));
const docs = resolve(root, 'docs/by-hand.md');
const isUpdate = process.argv.includes('--update-docs');

const codeFiles = ['cancelPreAuth.ts', 'CancelPaymentByHand.tsx'];

/** @param {string} path */
const read = (path) => readFileSync(resolve(root, path), 'utf8');

/** @param {string} code */
const countLines = (code) => code.split('\n').filter((line) => /^(?!\s*(?:$|\/\/|\/\*))/.test(line)).length;

/** @param {string} row of the table of bytes in Vite */
function bytesOf(row) {
  /** @type {{ sizes: readonly { name: string, value: number }[] }} */
  const { sizes } = JSON.parse(read('bench/results.json'));
  const figure = sizes.find(({ name }) => name === `bytes-page: ${row}, Vite`);
  if (!figure) throw new Error(`bench/results.json has no figure for “${row}”.`);
  return figure.value;
}

/** @returns {boolean} whether the docs have the code of the hand-written version now */
function writeCode() {
  const blocks = codeFiles.map(
    (file) => `\`\`\`${file.split('.')[1]}\n// ${file}\n${read(`bench/byHand/${file}`)}\`\`\`\n`,
  );
  const before = readFileSync(docs, 'utf8');
  const after = before.replace(/(?<=<!-- code -->\n).*(?=<!-- \/code -->)/s, () => `\n${blocks.join('\n')}\n`);
  if (isUpdate) writeFileSync(docs, after);
  return isUpdate || after === before;
}

function toCosts() {
  const inKilobytes = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(2)} kB`;
  const firstLoad = bytesOf('button, provider and client, on first load');
  const ownCode = codeFiles.map((file) => read(`bench/byHand/${file}`)).join('');
  const usage = /^```tsx\n(.*?)^```$/ms.exec(read('README.md'))?.[1] ?? '';
  const byHand = bytesOf('written by hand, all on first load');
  return {
    name: 'costs',
    head: ['', 'by hand', 'this package'],
    rows: [
      ['lines that you write and maintain', String(countLines(ownCode)), String(countLines(usage))],
      ['on first load', inKilobytes(byHand), inKilobytes(firstLoad)],
      [
        'in all, with the dialog',
        inKilobytes(byHand),
        inKilobytes(firstLoad + bytesOf('their dialog chunk, with Radix')),
      ],
    ],
  };
}

const files = [...new Set(behaviors.flatMap(({ tests }) => Object.keys(tests)))].map(
  (file) => `tests/browser/${file}.test.tsx`,
);
// Some tests depend on times, which a busy machine cannot keep.
const options = ['--retry=1', ...files];
const ours = await runVitest(['--project', 'browser', ...options], { isQuiet: true });

/** @param {TestResult} result */
const nameOf = ({ file, ancestorTitles, title }) => [file, ...ancestorTitles, title].join(' ');

const failures = ours.results.filter(({ status }) => status === 'failed');
for (const failure of failures) console.error(`With the package, this fails: ${nameOf(failure)}`);
if (failures.length > 0) process.exit(1);

const byHand = await runVitest(['--config', 'tests/byHand/vitest.config.ts', ...options], { isQuiet: true });

const oursByName = new Map(ours.results.map((result) => [nameOf(result), result]));
const comparable = byHand.results.filter(
  (result) =>
    oursByName.has(nameOf(result)) && !result.failureMessages.some((message) => message.includes('not comparable: ')),
);

/**
 * Whether the test did not get to what it measures, because it waits for a title or a label after an error.
 *
 * @param {TestResult} result
 */
const needsTexts = ({ failureMessages }) =>
  failureMessages.some((message) =>
    /Unable to find role="(?:button" and name "Close|alertdialog" and name "(?:Cancellation not|One more|This payment can))/.test(
      message,
    ),
  );

const rows = behaviors.map(({ name, tests, isOfTexts = false }) => {
  const candidates = isOfTexts ? comparable : comparable.filter((result) => !needsTexts(result));
  const measured = candidates.filter(({ file, ancestorTitles, title }) =>
    tests[file.replace(/^.*tests\/browser\/|\.test\.tsx$/g, '')]?.test([...ancestorTitles, title].join(' ')),
  );
  if (measured.length === 0) throw new Error(`No test measures “${name}”.`);
  const count = (/** @type {readonly (TestResult | undefined)[]} */ results) =>
    `${results.filter((result) => result?.status === 'passed').length} of ${results.length}`;
  return [name, count(measured), count(measured.map((result) => oursByName.get(nameOf(result))))];
});

const tables = [toCosts(), { name: 'behaviors', head: ['', 'by hand', 'this package'], rows }];
const isCurrent = [writeCode(), ...tables.map((table) => writeTable(docs, table, { isCheck: !isUpdate }))].every(
  Boolean,
);
if (!isCurrent)
  console.error('docs/by-hand.md has other results. `npm run test:by-hand -- --update-docs` writes these.');
process.exitCode = isCurrent ? 0 : 1;
