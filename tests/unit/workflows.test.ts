// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

const folder = join(import.meta.dirname, '../../.github/workflows');
const workflows = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

test('the workflows are found', () => {
  expect(workflows.map(({ name }) => name)).toEqual(['ci.yml', 'release.yml', 'scheduled.yml']);
});

describe.each(workflows)('$name', ({ text }) => {
  test('pins each action to a commit, and names its version', () => {
    const uses = [...text.matchAll(/\buses: (.+)$/gm)].map(([, action = '']) => action);
    expect(uses.length).toBeGreaterThan(1);
    expect(uses.filter((action) => !/^[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual([]);
  });

  test('has at most permission to read, except for jobs that say what they write', () => {
    expect(text).toMatch(/^permissions:(?: \{\}|\n {2}contents: read)\n\n/m);
    expect(/: write/.test(text)).toBe(text.includes('\n    permissions:\n'));
  });

  test('leaves no credentials for the commands that it runs', () => {
    const checkouts = text.split('actions/checkout@').slice(1);
    expect(checkouts.filter((step) => !/^.+\n +with:\n +persist-credentials: false\n/.test(step))).toEqual([]);
  });

  test('runs only scripts that exist', () => {
    const matrix = /\bscript: \[(.+)\]/.exec(text)?.[1]?.split(', ') ?? [];
    const scripts = [...text.matchAll(/\bnpm run ([\w:-]+)/g)].map(([, script = '']) => script);
    expect([...scripts, ...matrix].filter((script) => !(script in manifest.scripts))).toEqual([]);
  });
});
