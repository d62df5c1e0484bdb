// @vitest-environment node
import { inject, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { buildModule } from './buildModule.ts';

test('dark mode survives an app’s build for older browsers', async () => {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      cssMinify: true,
      rolldownOptions: { input: join(inject('app'), 'node_modules/react-cancel-preauth/dist/styles.css') },
    },
  });
  const [output] = [result].flat();
  if (!output || !('output' in output)) throw new Error('Vite built nothing.');
  const css = output.output.find(({ fileName }) => fileName.endsWith('.css'));
  const source = css?.type === 'asset' ? String(css.source) : '';
  expect(source).toMatch(/--cancel-payment-surface: ?#fff/);
  expect(source).toMatch(/--cancel-payment-surface: ?light-dark\(#fff/);
  expect(source).not.toContain('--lightningcss');
});

test('the stylesheet needs no nesting, and has the prefixes that Safari needs', () => {
  const css = readFileSync(join(inject('app'), 'node_modules/react-cancel-preauth/dist/styles.css'), 'utf8');
  expect(css).not.toContain('&');
  expect(css).toContain('-webkit-user-select: all');
  expect(css).toContain('@supports (color: color-mix(in srgb, red, red))');
});

test.each([
  ['production', false],
  ['development', true],
])('an app built for %s has the message about a missing stylesheet: %s', async (environment, isIncluded) => {
  const code = await buildModule('dialog/Layer.js', environment);
  expect(code).toContain('cancel-payment-layer');
  expect(code.includes('has no styles')).toBe(isIncluded);
});
