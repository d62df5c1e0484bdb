import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runCompiler } from './runCompiler.ts';

const root = join(import.meta.dirname, '../..');

/** What samples use without importing it: what an app has, and, in docstrings, the package itself. */
const globals = `
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode, RefObject } from 'react';
import type { Root } from 'react-dom/client';
import type { CancelPaymentMessages as Messages, PayClient } from 'react-cancel-preauth';
declare global {
  const id: string;
  const transactionId: string;
  const client: PayClient;
  const refetch: UseQueryResult['refetch'];
  const nonce: string;
  const isOpen: boolean;
  const setIsOpen: (isOpen: boolean) => void;
  const startFueling: () => void;
  const headingRef: RefObject<HTMLElement | null>;
  const root: Root;
  const App: () => ReactNode;
  const session: {
    getToken: (options: { forceRefresh: boolean }) => Promise<string>;
    signIn: () => Promise<{ user: string }>;
  };
  const auth: { signInWithPopup: () => Promise<{ user: string }> };
  const cms: { get: (key: string) => Promise<Partial<Messages>> };
  const http: { post: (path: string, resolver: (info: { request: Request }) => Promise<Response>) => void };
  const HttpResponse: { error: () => Response };
  const Bun: { serve: (options: { port: number; fetch: (request: Request) => Promise<Response> }) => void };
  type CancelPaymentMessages = Messages;
  const { de, en }: typeof import('react-cancel-preauth/locales');
  const { useMutation }: typeof import('@tanstack/react-query');
  const { CancelPaymentDialog }: typeof import('react-cancel-preauth/dialog');
  const { createPaySandbox, sandboxTransactions }: typeof import('react-cancel-preauth/sandbox');
  const {
    CancelPaymentButton, PayProvider, cancelPreAuthMutationOptions, createPayClient, loadMessages, payEnvironments,
    useCancelPreAuth, useIsCancelingPreAuth,
  }: typeof import('react-cancel-preauth');
}
`;

/** What samples for Next.js import. The example is checked with the real packages when it is built. */
const modules = `
declare module 'next' {
  export interface Metadata { title?: string }
}
declare module 'next/headers' {
  export function headers(): Promise<Headers>;
  export function cookies(): Promise<{
    get: (name: string) => { value: string } | undefined;
    set: (name: string, value: string, options: object) => void;
  }>;
}
declare module 'negotiator' {
  export default class Negotiator {
    constructor(request: { headers: Record<string, string> });
    language(available: string[]): string | undefined;
    languages(): string[];
  }
}
`;

/** The files whose code samples are checked: documents, and sources for their docstrings. */
export function listDocuments(): string[] {
  const inFolder = (folder: string, pattern: RegExp) =>
    readdirSync(join(root, folder), { encoding: 'utf8', recursive: true })
      .filter((path) => pattern.test(path))
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`);
  return [
    ...readdirSync(root).filter((path) => /^(?!CHANGELOG).+\.md$|^llms\.txt$/.test(path)),
    ...inFolder('docs', /\.md$/),
    ...inFolder('stories/docs', /\.mdx$/),
    ...inFolder('src', /\.tsx?$/),
  ];
}

/** The code of the samples in a document, or in the docstrings of a source: by default, those in TypeScript. */
export function readSamples(path: string, language = 'tsx?'): string[] {
  const source = readFileSync(join(root, path), 'utf8');
  const text = path.startsWith('src/') ? source.replaceAll(/^ *\* ?/gm, '') : source;
  const fence = new RegExp(`^( *)\`\`\`(?:${language})\\n(.*?)^ *\`\`\`$`, 'gms');
  return [...text.matchAll(fence)].map(([, , code = '']) => code);
}

/**
 * Checks the types of code samples, each as a module. Samples of one document that start with a comment with a file name can
 * import each other.
 *
 * @param samples the code, by document
 * @returns TypeScript's errors, with the document and the sample's number in it or its file name
 */
export function checkSamples(samples: Readonly<Record<string, readonly string[]>>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'samples-'));
  try {
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    writeFileSync(join(folder, 'globals.d.ts'), globals);
    writeFileSync(join(folder, 'modules.d.ts'), modules);
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        extends: join(root, 'tsconfig.json'),
        compilerOptions: { noUnusedLocals: false, moduleDetection: 'force' },
        include: ['.'],
        exclude: ['node_modules'],
      }),
    );
    for (const [path, codes] of Object.entries(samples)) {
      codes.forEach((code, index) => {
        const name = /^\/\/ ([\w./[\]]+\.tsx?)\b/.exec(code)?.[1] ?? `${index + 1}.tsx`;
        const file = join(folder, path, name);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, code);
      });
    }
    return runCompiler(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
