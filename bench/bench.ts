// Measures the package beside its alternatives, and says what got worse than in bench/results.json. Names of sections run
// only those, for example `npm run bench -- sizes`. With `--update-docs` it writes the tables of docs/performance.md, its
// plots, and bench/results.json.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { writeTable } from '../scripts/writeTable.js';
import { compareFigures } from './report/compareFigures.ts';
import type { Figure, Section } from './report/Section.ts';

/** Imported when the packages that they need are installed. */
const sections: Record<string, () => Promise<Section>> = {
  client: async () => (await import('./client.ts')).client,
  sizes: async () => (await import('./sizes.ts')).sizes,
  buttons: async () => (await import('./buttons.ts')).buttons,
  opening: async () => (await import('./opening.ts')).opening,
};

const root = resolve(import.meta.dirname, '..');
const docs = resolve(root, 'docs');
const resultsFile = resolve(root, 'bench/results.json');
const args = process.argv.slice(3); // after the name of this file
const isUpdate = args.includes('--update-docs');
const names = args.filter((argument) => !argument.startsWith('--'));
const unknown = names.filter((name) => !(name in sections));
if (unknown.length > 0) throw new Error(`There is no section ${unknown.join()}, only ${Object.keys(sections).join()}.`);

const npm = (...command: string[]) =>
  execFileSync('npm', command, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
npm('ci', '--no-audit', '--no-fund', '--prefix', 'bench/compared');
npm('run', 'build');
npm('exec', '--', 'tsc', '-p', 'bench/compared'); // which imports packages that are installed only now

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written below
const results = JSON.parse(readFileSync(resultsFile, 'utf8')) as Record<string, readonly Figure[]>;
const worse: string[] = [];
const problems: string[] = [];
for (const [name, load] of Object.entries(sections)) {
  if (names.length > 0 && !names.includes(name)) continue;
  const start = performance.now();
  const section = await load();
  const { figures, tables, plots, problems: found = [] } = await section();
  process.stdout.write(`\n${name}, ${((performance.now() - start) / 1000).toFixed(0)} s\n`);
  const compared = compareFigures(figures, results[name] ?? []);
  for (const { change, text } of compared) process.stdout.write(`  ${change.padEnd(6)} ${text}\n`);
  worse.push(...compared.filter(({ change }) => change === 'worse').map(({ text }) => text));
  problems.push(...found);
  if (isUpdate) {
    for (const table of tables) writeTable(resolve(docs, 'performance.md'), table);
    for (const { file, svg } of plots) writeFileSync(resolve(docs, file), svg);
    results[name] = figures;
    writeFileSync(resultsFile, `${JSON.stringify(results, null, 2)}\n`); // now, so that it agrees with the docs even if another section fails
  }
}
process.stdout.write(`\nworse than in bench/results.json: ${worse.length === 0 ? 'nothing' : ''}\n`);
for (const text of worse) process.stdout.write(`  ${text}\n`);
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.exit(Math.min(problems.length, 1));
