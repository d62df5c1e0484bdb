// Compares the stories with their baselines, in every variant, and writes a page that shows differences side by side.
// `-u` replaces the baselines. Names of story files narrow it down: `npm run test:visual -- forbidden`.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { startVitest } from 'vitest/node';
import { findChromium } from './chromium.js';

const baselines = resolve('tests/visual/baselines');
const reportFolder = resolve('.vitest-attachments');
const isUpdate = process.argv.includes('-u');
const filters = process.argv.slice(2).filter((argument) => argument !== '-u');

/**
 * @param {string} name
 * @param {readonly { name: string, path?: string }[]} images
 */
function section(name, images) {
  const figures = images.map(
    ({ name: label, path = '' }) =>
      `<figure><figcaption>${label}</figcaption><img src="${relative(reportFolder, path)}" loading="lazy" alt=""></figure>`,
  );
  return `<section><h2>${name}</h2>${figures.join('')}</section>`;
}

/** @param {readonly string[]} sections */
const report = (sections) => `<!doctype html>
<meta charset="utf-8">
<title>Screenshots that differ</title>
<style>
  body { margin: 2rem; background: #888; font-family: sans-serif }
  section { display: flex; flex-wrap: wrap; gap: 1rem; margin-block-end: 3rem }
  h2 { inline-size: 100%; margin: 0; font-size: 1.125rem }
  figure { margin: 0 }
</style>
${sections.join('\n')}
`;

if (!(await findChromium())?.isPinned) {
  throw new Error(
    'Baselines come from the Chromium of the @sparticuz/chromium package: on Linux x64, without CHROMIUM_PATH.',
  );
}
// A baseline without a story goes, and one that differs by less than the threshold is new as well.
if (isUpdate && filters.length === 0) rmSync(baselines, { recursive: true, force: true });
const vitest = await startVitest('test', filters, { project: ['storybook'], watch: false, update: isUpdate });

const sections = [];
for (const { project, children } of vitest.state.getTestModules()) {
  const variant = project.name.replace(/^storybook-/, '');
  for (const test of children.allTests()) {
    const name = `${variant}/${test.meta().storyId}`;
    for (const { kind, attachments } of test.artifacts().filter((artifact) => 'kind' in artifact)) {
      if (kind === 'visual-regression') sections.push(section(name, attachments));
    }
  }
}
await vitest.close();

if (sections.length > 0) {
  const path = resolve(reportFolder, 'screenshots.html');
  mkdirSync(reportFolder, { recursive: true });
  writeFileSync(path, report(sections));
  console.log(`${sections.length} screenshots differ or are new: ${pathToFileURL(path).href}`);
  console.log('`npm run test:visual -- -u` accepts them.');
}
