// Builds a checkout with the packed package and each bundler and framework, and tests it with the lowest and the newest versions. Arguments
// are passed to Vitest: `versions` runs only the latter, `bundlers -t webpack` only one bundler. `--update-docs` writes the results to the
// docs.
import { testAndDocument } from './testAndDocument.js';

/** The folders whose packages each test file needs. */
const folders = {
  bundlers: ['tests/consumers', 'tests/consumers/lowest'],
  examples: ['tests/consumers'],
  frameworks: ['tests/consumers/frameworks'],
  testRunners: ['tests/consumers/test-runners'],
  versions: ['tests/consumers/lowest'],
};

/** What is tested of each consumer, as the table calls it. */
const columns = {
  'builds without a warning': 'no warning',
  'loads nothing of Radix at first': 'no Radix at first',
  'has one copy of React and of TanStack Query': 'one copy of each peer',
  'hydrates without a warning in development': 'hydration',
  'cancels a payment, and says which one can no longer be canceled, in English': 'English',
  'cancels a payment, and says which one can no longer be canceled, in German': 'German',
};

/** @param {import('./runVitest.js').TestResult | undefined} result */
const toCell = (result) => {
  if (!result) return '–';
  return result.status === 'passed' ? 'yes' : 'no'; // skipped, too: the build has failed
};

/**
 * What works in each app.
 *
 * @param {readonly import('./runVitest.js').TestResult[]} results
 */
function toTable(results) {
  const ofApps = results.filter(({ title }) => title in columns);
  const apps = new Set(ofApps.map(({ ancestorTitles: [app = ''] }) => app));
  const rows = [...apps].map((app) => {
    const cells = Object.keys(columns).map((column) => {
      return toCell(ofApps.find(({ title, ancestorTitles }) => title === column && ancestorTitles[0] === app));
    });
    return app.split(': ').concat(cells);
  });
  return { name: 'consumers', head: ['app', 'versions', ...Object.values(columns)], rows };
}

/**
 * With which `moduleResolution` the entry points type-check, by version.
 *
 * @param {readonly import('./runVitest.js').TestResult[]} results
 */
function toTypesTable(results) {
  const pattern = /^type-checks all entry points with moduleResolution (.+)$/;
  const ofCompilers = results.filter(({ title }) => pattern.test(title));
  const versions = new Set(ofCompilers.map(({ ancestorTitles }) => ancestorTitles.at(-1) ?? ''));
  const resolutions = new Set(ofCompilers.map(({ title }) => title.replace(pattern, '$1')));
  const rows = [...versions].map((version) => {
    const ofVersion = ofCompilers.filter(({ ancestorTitles }) => ancestorTitles.at(-1) === version);
    const cells = [...resolutions].map((resolution) =>
      toCell(ofVersion.find(({ title }) => title.endsWith(` ${resolution}`))),
    );
    return [version].concat(cells);
  });
  return { name: 'types', head: ['versions', ...[...resolutions].map((resolution) => `\`${resolution}\``)], rows };
}

await testAndDocument({
  project: 'consumers',
  docs: 'docs/support.md',
  toTables: (results) => [toTable(results), toTypesTable(results)],
  foldersOf: (args) => {
    const named = Object.entries(folders).filter(([name]) => args.includes(name));
    return [...new Set((named.length > 0 ? named : Object.entries(folders)).flatMap(([, needed]) => needed))];
  },
});
