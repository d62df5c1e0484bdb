import { parse, type AnyNode, type Comment, type Program } from 'acorn';
import safeRegex from 'safe-regex2';
import { analyse } from 'scslre';
import { findFreeIdentifiers } from './findFreeIdentifiers.ts';

export interface FlaggedCode {
  /** What a security scanner says about it. */
  reason: string;
  line: number;
  /** Whether a comment that starts with “Safe:” says why it is safe. */
  isExplained: boolean;
}

interface Place {
  node: AnyNode;
  /** From the module to the parent. */
  ancestors: AnyNode[];
}

const evaluating = /^(?:eval|Function|execScript)$/;
const timers = /^(?:setTimeout|setInterval|setImmediate)$/;
const html =
  /^(?:innerHTML|outerHTML|srcdoc|insertAdjacentHTML|createContextualFragment|setHTMLUnsafe|dangerouslySetInnerHTML|writeln)$/;
const network =
  /^(?:fetch|XMLHttpRequest|WebSocket|WebTransport|EventSource|RTCPeerConnection|Worker|SharedWorker|importScripts|sendBeacon)$/;
const environment = /^(?:process|require|Deno|Bun|Buffer|__dirname|__filename)$/;
const storage = /^(?:localStorage|sessionStorage|indexedDB|caches|cookieStore|cookie)$/;
const url = /\b(?:https?|wss?|ftps?):\/\/\w/;

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

function* walk(node: AnyNode, ancestors: AnyNode[] = []): Generator<Place> {
  yield { node, ancestors };
  for (const child of Object.values(node).flat()) if (isNode(child)) yield* walk(child, [...ancestors, node]);
}

/** The name that an expression or a key ends with: `name`, `object.name`, `object['name']`. */
function nameOf(node: AnyNode): string {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'Literal') return String(node.value);
  return node.type === 'MemberExpression' ? nameOf(node.property) : '';
}

const isText = (node: AnyNode | undefined): boolean =>
  (node?.type === 'Literal' && typeof node.value === 'string') ||
  node?.type === 'TemplateLiteral' ||
  node?.type === 'BinaryExpression';

function flagCall(callee: AnyNode, [first]: AnyNode[]): string | undefined {
  const name = nameOf(callee);
  if (evaluating.test(name)) return 'evaluates code';
  if (timers.test(name) && isText(first)) return 'evaluates code later';
  return name === 'RegExp' && first?.type !== 'Literal' ? 'builds a regular expression' : undefined;
}

function flagGlobal(name: string): string | undefined {
  if (evaluating.test(name)) return 'evaluates code';
  if (network.test(name)) return 'uses the network';
  if (environment.test(name)) return 'reads the environment';
  return storage.test(name) ? 'uses storage' : undefined;
}

function flagRegex(pattern: string, flags: string): string | undefined {
  const isSlow = analyse({ source: pattern, flags }).reports.length > 0;
  return isSlow || !safeRegex(new RegExp(pattern, flags)) ? 'matches slowly' : undefined;
}

/** @param isFree whether an identifier is a global variable */
function flag(node: AnyNode, isFree: (identifier: AnyNode) => boolean): string | undefined {
  if (node.type === 'ImportExpression' && node.source.type !== 'Literal') return 'imports a computed URL';
  if (node.type === 'CallExpression' || node.type === 'NewExpression') return flagCall(node.callee, node.arguments);
  if (node.type === 'Property' && html.test(nameOf(node.key))) return 'writes HTML';
  if (node.type === 'Identifier' && isFree(node)) return flagGlobal(node.name);
  if (node.type === 'MemberExpression') {
    if (html.test(nameOf(node))) return 'writes HTML';
    // Of a global such as `globalThis`, `document` or `navigator`. Any other object may have members of these names.
    return isFree(node.object) ? flagGlobal(nameOf(node)) : undefined;
  }
  if (node.type === 'TemplateElement' && url.test(node.value.raw)) return 'contains a URL';
  if (node.type !== 'Literal') return undefined;
  if ('regex' in node && node.regex) return flagRegex(node.regex.pattern, node.regex.flags);
  return typeof node.value === 'string' && url.test(node.value) ? 'contains a URL' : undefined;
}

/** Whether a comment before the code, its statement or the named function around it says why it is safe. */
function isExplainedBy(comments: Comment[], code: string, { node, ancestors }: Place): boolean {
  const around = [node, ...ancestors.toReversed()].filter(({ type }) => type !== 'Program');
  const end = around.findIndex(({ type }) => type === 'FunctionDeclaration');
  const candidates = end === -1 ? around : around.slice(0, end + 1);
  return comments
    .filter(({ value }) => /(?:^|\s)Safe: /.test(value))
    .some((comment) => candidates.some(({ start }) => start >= comment.end && !code.slice(comment.end, start).trim()));
}

/** The code of a module that security scanners flag: that it evaluates code, writes HTML, uses the network and so on. */
export function findFlaggedCode(code: string): FlaggedCode[] {
  const comments: Comment[] = [];
  const options = { ecmaVersion: 2022, sourceType: 'module', ranges: true, allowHashBang: true } as const;
  const module: Program = parse(code, { ...options, onComment: comments });
  const free = new Set(findFreeIdentifiers(module).map(({ start }) => start));
  const isFree = ({ type, start }: AnyNode) => type === 'Identifier' && free.has(start);
  return [...walk(module)].flatMap((place) => {
    const reason = flag(place.node, isFree);
    if (reason === undefined) return [];
    const line = code.slice(0, place.node.start).split('\n').length;
    return [{ reason, line, isExplained: isExplainedBy(comments, code, place) }];
  });
}
