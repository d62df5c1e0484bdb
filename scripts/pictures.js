// Compares every story with its picture, in every variant, and shows what differs side by side.
// `-u` takes what is there now for the pictures. Names of stories' files narrow it down: `npm run pictures -- slow`.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { startVitest } from 'vitest/node';
import { findChromium } from './chromium.js';

const pictures = resolve('tests/stories/pictures');
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
<title>Pictures that differ</title>
<style>
  body { margin: 2rem; background: #888; font-family: sans-serif }
  section { display: flex; flex-wrap: wrap; gap: 1rem; margin-block-end: 3rem }
  h2 { inline-size: 100%; margin: 0; font-size: 1.125rem }
  figure { margin: 0 }
</style>
${sections.join('\n')}
`;

if (!(await findChromium())?.isPinned) {
  throw new Error('Pictures are drawn by the @sparticuz/chromium package, on Linux x64 and without CHROMIUM_PATH.');
}
const vitest = await startVitest('test', filters, { project: ['storybook'], watch: false, update: isUpdate });

const sections = [];
const names = new Set();
for (const { project, children } of vitest.state.getTestModules()) {
  const variant = project.name.replace(/^storybook-/, '');
  for (const test of children.allTests()) {
    const { storyId = '' } = test.meta();
    const name = `${variant}/${storyId.replace('--', '-')}`;
    names.add(`${name}.png`);
    for (const { kind, attachments } of test.artifacts().filter((artifact) => 'kind' in artifact)) {
      if (kind === 'visual-regression') sections.push(section(name, attachments));
    }
  }
}
await vitest.close();

if (isUpdate && filters.length === 0) {
  const all = readdirSync(pictures, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.png'));
  for (const file of all.filter((one) => !names.has(one))) rmSync(resolve(pictures, file));
}
if (sections.length > 0) {
  const path = resolve(reportFolder, 'pictures.html');
  mkdirSync(reportFolder, { recursive: true });
  writeFileSync(path, report(sections));
  console.log(`${sections.length} pictures differ or are new: ${pathToFileURL(path).href}`);
  console.log('`npm run pictures -- -u` accepts them.');
}
