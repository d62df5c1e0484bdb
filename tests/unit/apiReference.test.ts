// @vitest-environment node
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('every export, option and member has a docstring, and every link in one works', { timeout: 120_000 }, () => {
  const typedoc = ['node_modules/typedoc/bin/typedoc', '--emit', 'none', '--logLevel', 'Warn'];
  const { status, stdout, stderr } = spawnSync(process.execPath, typedoc, { encoding: 'utf8' });
  expect(stdout + stderr).toBe('');
  expect(status).toBe(0);
});
