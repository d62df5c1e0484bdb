import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveRequests, type RunningServer } from '../support/serveRequests.ts';

const root = join(import.meta.dirname, '../..');

/** In place of shadcn's own button, which needs its server. */
const button = {
  name: 'button',
  type: 'registry:ui',
  files: [
    {
      path: 'ui/button.tsx',
      type: 'registry:ui',
      content: readFileSync(join(root, 'stories/recipes/button.tsx'), 'utf8'),
    },
  ],
};

const baseColor = {
  inlineColors: { light: {}, dark: {} },
  cssVars: { light: {}, dark: {} },
  inlineColorsTemplate: '',
  cssVarsTemplate: '',
};

/**
 * Serves what the CLI of shadcn gets from its registry, and an npm registry with what was built of this package. For all
 * others, it redirects to npm's.
 */
export async function serveRegistries(folder: string): Promise<RunningServer> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- documented by npm
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
      cwd: root,
      encoding: 'utf8',
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  ) as { filename: string; name: string; version: string; integrity: string }[];
  if (!packed) throw new Error('npm pack packed nothing.');
  const { name, version, filename, integrity } = packed;
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const server = await serveRequests(({ path, request, response }) => {
    const sendJson = (value: unknown) =>
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify(value));
    if (path === `/${name}`) {
      const dist = { tarball: `http://${request.headers.host}/${filename}`, integrity };
      const versions = { [version]: { ...Object(manifest), dist } };
      sendJson({ name, 'dist-tags': { latest: version }, versions });
    } else if (path === `/${filename}`) response.end(readFileSync(join(folder, filename)));
    else if (/^\/shadcn\/styles\/.+\/button\.json$/.test(path)) sendJson(button);
    else if (path.startsWith('/shadcn/colors/')) sendJson(baseColor);
    else response.writeHead(302, { Location: `https://registry.npmjs.org${request.url}` }).end();
  });
  return server;
}
