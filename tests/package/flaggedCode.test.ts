// @vitest-environment node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { findFlaggedCode } from './findFlaggedCode.ts';

const scripts = inject('files')
  .filter((path) => path.startsWith('dist/') && path.endsWith('.js'))
  .map((path) => ({
    path,
    code: readFileSync(join(inject('app'), 'node_modules/react-cancel-preauth', path), 'utf8'),
  }));

const flagged = scripts.flatMap(({ path, code }) =>
  findFlaggedCode(code).map(({ reason, line, isExplained }) => ({
    name: `${path} ${reason}`,
    path,
    line,
    isExplained,
  })),
);

describe('code that security scanners flag', () => {
  test('is explained by a comment in the published file', () => {
    expect(flagged.filter(({ isExplained }) => !isExplained)).toEqual([]);
  });

  test('is only this', () => {
    expect([...new Set(flagged.map(({ name }) => name))].toSorted()).toMatchInlineSnapshot(`
      [
        "dist/button/retryImport.js imports a computed URL",
        "dist/client/createPayClient.js uses the network",
        "dist/client/resolveBaseUrl.js contains a URL",
        "dist/dialog/Layer.js reads the environment",
        "dist/hooks/useQueryClientCheck.js reads the environment",
      ]
    `);
  });

  test('is what the comments explain: no other comment claims that code is safe', () => {
    const explained = new Set(flagged.map(({ path }) => path));
    const claims = scripts.filter(({ code }) => code.includes('Safe: ')).map(({ path }) => path);
    expect(claims.filter((path) => !explained.has(path))).toEqual([]);
  });
});

describe('is detected:', () => {
  test.each([
    ['imports a computed URL', 'import(name);'],
    ['imports a computed URL', 'import(`./${name}.js`);'],
    ['evaluates code', 'eval(text);'],
    ['evaluates code', 'globalThis.eval(text);'],
    ['evaluates code', 'const run = eval; run(text);'],
    ['evaluates code', 'new Function("return 1");'],
    ['evaluates code later', 'setTimeout("run()", 1);'],
    ['evaluates code later', 'window.setInterval("run" + name, 1);'],
    ['writes HTML', 'element.innerHTML = text;'],
    ['writes HTML', "element['outerHTML'] = text;"],
    ['writes HTML', 'element.insertAdjacentHTML("beforeend", text);'],
    ['writes HTML', 'jsx("div", { dangerouslySetInnerHTML: { __html: text } });'],
    ['writes HTML', 'document.writeln(text);'],
    ['uses the network', 'fetch(path);'],
    ['uses the network', 'globalThis.fetch(path);'],
    ['uses the network', 'new WebSocket(path);'],
    ['uses the network', 'navigator.sendBeacon(path);'],
    ['reads the environment', 'const key = process.env.KEY;'],
    ['reads the environment', 'require("fs");'],
    ['uses storage', 'localStorage.getItem("a");'],
    ['uses storage', 'const all = document.cookie;'],
    ['builds a regular expression', 'new RegExp(text).test(name);'],
    ['matches slowly', '/(a+)+$/.test(text);'],
    ['matches slowly', String.raw`text.replace(/\/+$/, "");`],
    ['contains a URL', 'const host = "https://api.test";'],
    ['contains a URL', 'const host = `wss://${name}.test/`; const other = `ws://api.test`;'],
  ])('%s: %s', (reason, code) => {
    const found = findFlaggedCode(code);
    expect(new Set(found.map((one) => one.reason))).toContain(reason);
    expect(found.filter(({ isExplained }) => isExplained)).toEqual([]);
    expect(findFlaggedCode(`/** Safe: a reason. */\n${code.split('; ')[0]}`).every((one) => one.isExplained)).toBe(
      true,
    );
  });

  test('nothing in code that only has the same names', () => {
    const code = `
      import("./a.js");
      const { fetch, process } = options;
      fetch(process);
      const sandbox = { fetch() {} };
      sandbox.fetch();
      setTimeout(run, 1);
      /^a+$/.test("https:");
    `;
    expect(findFlaggedCode(code)).toEqual([]);
  });

  test.each([
    ['after the code', 'eval(text); /** Safe: a reason. */'],
    ['before other code', '/** Safe: a reason. */ run(); eval(text);'],
    ['before a function around the one that has the code', '/** Safe: x */ function a() { function b() { eval(c) } }'],
    ['that gives no reason', '/** Unsafe: a reason. */ eval(text);'],
  ])('code with a comment %s', (_, code) => {
    const found = findFlaggedCode(code);
    expect(found).not.toEqual([]);
    expect(found.filter(({ isExplained }) => isExplained)).toEqual([]);
  });
});
