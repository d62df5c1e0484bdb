/**
 * Why mutants survive: what they replace in files of `src`, with what, and the reason. Code is written as
 * `npm run test:mutation` prints it: on one line, at most 100 characters.
 *
 * @typedef {object} Explanation
 * @property {readonly string[]} files
 * @property {string} because
 * @property {readonly (readonly [code: string, replacement: string])[]} mutants
 */

const anyText = '"Stryker was here!"';

/** @type {readonly Explanation[]} */
export const survivors = [
  {
    files: ['client/accessTokens.ts'],
    because: 'A token that is no string has no `replace`, which throws, which is caught, with the same result.',
    mutants: [["typeof token === 'string'", 'true']],
  },
  {
    files: ['client/accessTokens.ts'],
    because: 'The first match is at the start in any case.',
    mutants: [[String.raw`/^(\s|Bearer\s)*/i`, String.raw`/(\s|Bearer\s)*/i`]],
  },
  {
    files: ['client/parseJsonApiErrors.ts'],
    because: 'No test insists on the exact depth from which a `meta` is left out.',
    mutants: [['levels > 0', 'levels >= 0']],
  },
  {
    files: ['client/parseJsonApiErrors.ts'],
    because: 'The check is for TypeScript: without it, `flatMap` throws, which is caught, with the same result.',
    mutants: [
      ["isObject(body) && Array.isArray(body['errors'])", 'true'],
      ["isObject(body) && Array.isArray(body['errors'])", "isObject(body) || Array.isArray(body['errors'])"],
    ],
  },
  {
    files: ['client/parseJsonApiErrors.ts'],
    because: 'Without its `return`, the function returns `undefined` all the same.',
    mutants: [['{ return undefined; }', '{}']],
  },
  {
    files: ['client/resolveBaseUrl.ts'],
    because: 'The first match is at the start in any case. The `^` shows that to the check for slow patterns.',
    mutants: [[String.raw`/^(.*[^/]|)\/*/`, String.raw`/(.*[^/]|)\/*/`]],
  },
  {
    files: ['client/startDeadline.ts'],
    because: 'In Node, the test files cannot be loaded any longer, but Stryker counts only tests that fail.',
    mutants: [
      [
        "globalThis.addEventListener?.('pagehide', () => { for (const leave of leaving) leave(); })",
        "globalThis.addEventListener('pagehide', () => { for (const leave of leaving) leave(); })",
      ],
    ],
  },
  {
    files: ['client/toPayError.ts'],
    because: 'A default that matches no pattern, in place of another one.',
    mutants: [
      ["''", anyText],
      ['[]', '["Stryker was here"]'],
    ],
  },
  {
    files: ['client/toPayError.ts'],
    because: 'No test insists on the exact size from which a body counts as endless.',
    mutants: [['text.length > maximumBodySize', 'text.length >= maximumBodySize']],
  },
  {
    files: ['messages/loadMessages.ts'],
    because: 'Without its `return`, the function returns `undefined` all the same.',
    mutants: [['{ return undefined; }', '{}']],
  },
  {
    files: ['hooks/listenToKeys.ts'],
    because: 'In Node, the test files cannot be loaded any longer, but Stryker counts only tests that fail.',
    mutants: [["'undefined'", '""']],
  },
  {
    files: ['dialog/stopReactPropagation.ts'],
    because: 'Only for React 18, whose tests are run by `npm run test:react-18`.',
    mutants: [["''", anyText]],
  },
];
