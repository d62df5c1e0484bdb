// Runs the tests in other libraries' modals. Arguments are passed to Vitest, for example `-t vaul`. `--update-docs` writes
// the results to the table in the docs.
import { testAndDocument } from './testAndDocument.js';

/**
 * How many tests have passed in each host, by version of Radix.
 *
 * @param {readonly import('./runVitest.js').TestResult[]} results
 */
function toTable(results) {
  const versions = [...new Set(results.map(({ ancestorTitles: [version = ''] }) => version))];
  const hosts = [...new Set(results.map(({ ancestorTitles: [, host = ''] }) => host))];
  const rows = hosts.map((host) => {
    const counts = versions.map((version) => {
      const tests = results.filter(({ ancestorTitles: [radix, title] }) => radix === version && title === host);
      return `${tests.filter(({ status }) => status === 'passed').length} of ${tests.length}`;
    });
    return [host.replace(/<.+>/, '`$&`')].concat(counts);
  });
  return { name: 'hosts', head: ['host', ...versions], rows };
}

await testAndDocument({
  project: 'hosts',
  docs: 'docs/inside-your-app.md',
  toTables: (results) => [toTable(results)],
});
