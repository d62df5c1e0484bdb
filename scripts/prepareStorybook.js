// Writes what the static Storybook serves for language models into its public folder: llms.txt, with the documents that it
// links to, and Storybook's own pages as Markdown.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = join(root, '.storybook/public');

/** @param {string} path */
const read = (path) => readFileSync(join(root, path), 'utf8');

/**
 * @param {string} path
 * @param {string} text
 */
function write(path, text) {
  mkdirSync(dirname(join(target, path)), { recursive: true });
  writeFileSync(join(target, path), text);
}

/**
 * A page of Storybook as Markdown, with the code that it shows; undefined if it only shows a document.
 *
 * @param {string} path
 */
function toMarkdown(path) {
  const page = read(path);
  if (page.includes('<Markdown>')) return undefined;
  const sources = new Map(
    [...page.matchAll(/^import (\w+) from '(.+)\?raw';$/gm)].map(([, name, file = '']) => [
      name,
      join(dirname(path), file),
    ]),
  );
  return page
    .replace(/^.*<Meta [^\n]*\n/s, '') // and the imports before it
    .replaceAll(/^<Source language="(\w+)".* code=\{(\w+)\} \/>$/gm, (_, language, name) => {
      const source = sources.get(name);
      if (source === undefined) throw new Error(`${path} shows \`${name}\`, but does not import it with ?raw.`);
      return `\`\`\`${language}\n${read(source)}\`\`\``;
    })
    .replaceAll('](?path=', '](../?path=')
    .trimStart();
}

for (const name of readdirSync(target)) if (name !== 'favicon.svg') rmSync(join(target, name), { recursive: true });

const registryItem = 'registry/cancel-payment-button.json';
write(registryItem, read(registryItem));

const llms = read('llms.txt');
for (const [, path = ''] of llms.matchAll(/\]\(\.\/([^)]+)\)/g)) write(path, read(path));
const pages = readdirSync(join(root, 'stories/docs')).flatMap((file) => {
  const text = file.endsWith('.mdx') ? toMarkdown(`stories/docs/${file}`) : undefined;
  if (!text) return [];
  const path = `pages/${basename(file, '.mdx')}.md`;
  write(path, text);
  return [`- [${/^# (.+)$/m.exec(text)?.[1]}](./${path})`];
});
write('llms.txt', `${llms}\n## Storybook\n\n- [API reference](./api/index.html)\n${pages.join('\n')}\n`);
