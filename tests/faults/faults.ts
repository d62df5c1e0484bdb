import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { PayErrorCode } from '../../src/client/PayError.ts';
import { wait } from '../support/wait.ts';

export type Runtime = 'node' | 'chromium' | 'firefox' | 'webkit';

export interface Fault {
  /** As the documentation calls it. */
  name: string;
  /** What the connection is made impossible by, if there is none. */
  connection?: 'refused' | 'dropped';
  /** Whether the preflight is not answered. */
  holdsPreflight?: boolean;
  /** Answers the n-th request. The default is that there is no answer. */
  answer?: (socket: Socket, attempt: number, otherOrigin: string) => void | Promise<void>;
  outcome: PayErrorCode | 'canceled';
  /** Runtimes that may have another outcome, and why. */
  exceptions?: Partial<Record<Runtime, { outcome: PayErrorCode | 'canceled'; reason: string }>>;
}

const reasons: Record<number, string> = { 200: 'OK', 204: 'No Content', 403: 'Forbidden', 404: 'Not Found' };

/** A status line and headers, with those that another origin needs. */
function head(status: number, headers: Record<string, string | number> = {}): string {
  const lines = Object.entries({ 'Access-Control-Allow-Origin': '*', ...headers });
  const fields = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return `HTTP/1.1 ${status} ${reasons[status] ?? 'Error'}\r\n${fields}\r\n`;
}

/** A whole answer, which ends the connection. */
const reply =
  (status: number, body: string | Uint8Array = '', type = 'application/vnd.api+json', encoding = 'identity') =>
  (socket: Socket): void => {
    socket.write(
      head(status, {
        'Content-Type': type,
        'Content-Length': Buffer.byteLength(body),
        'Content-Encoding': encoding,
        'Connection': 'close',
      }),
    );
    socket.end(body);
  };

async function drip(socket: Socket, text: string): Promise<void> {
  for (const character of text) {
    if (socket.destroyed) return;
    socket.write(character);
    await wait(1000);
  }
}

/** Sends `text`, and resets the connection when it has arrived. */
async function resetAfter(socket: Socket, text: string): Promise<void> {
  socket.write(text);
  await wait(100);
  socket.resetAndDestroy();
}

const json = JSON.stringify({
  errors: [{ status: '403', title: 'Forbidden', detail: 'The transaction is not open.' }],
});
const cutJson = json.slice(0, 40);
const megabyte = 2 ** 20;
const jsonHead = (status: number, headers: Record<string, string | number>) =>
  head(status, { 'Content-Type': 'application/vnd.api+json', ...headers });

/** 256 MB of zeros. */
const gzipBomb = gzipSync(Buffer.alloc(256 * megabyte));

const endsEarly = 'takes a body that is cut off for a whole one, which then is broken JSON';

export const faults: readonly Fault[] = [
  { name: 'The connection is refused', connection: 'refused', outcome: 'network-error' },
  { name: 'Packets are lost: there is no connection', connection: 'dropped', outcome: 'timeout' },
  { name: 'The preflight is not answered', holdsPreflight: true, answer: reply(204), outcome: 'timeout' },
  { name: 'There is no answer', outcome: 'timeout' },
  {
    name: 'The connection is reset when the request has arrived',
    answer: (socket) => void socket.resetAndDestroy(),
    outcome: 'network-error',
  },
  {
    name: 'The connection ends without an answer',
    answer: (socket) => void socket.end(),
    outcome: 'network-error',
  },
  {
    name: 'The connection is reset within the head of a 204',
    answer: (socket) => resetAfter(socket, head(204).slice(0, 30)),
    outcome: 'network-error',
  },
  {
    name: 'The head of a 204 arrives at a byte a second',
    answer: (socket) => drip(socket, head(204)),
    outcome: 'timeout',
  },
  {
    name: 'The answer is not HTTP',
    answer: (socket) => void socket.end(Buffer.from('\u0000\u0001\u0002 SSH-2.0-OpenSSH_9.2\r\n\r\n')),
    outcome: 'network-error',
    exceptions: {
      firefox: {
        outcome: 'unexpected-response',
        reason: 'takes anything for the body of a 200, as HTTP 0.9 did, which a page of another origin cannot read',
      },
    },
  },
  {
    name: 'The payment is canceled, but the first answer is lost',
    answer: (socket, attempt) => (attempt === 1 ? void socket.resetAndDestroy() : reply(204)(socket)),
    outcome: 'canceled',
  },
  {
    name: 'A connection that was kept is reset when the retry uses it',
    answer: (socket, attempt) => {
      if (attempt === 1) socket.write(head(500, { 'Content-Length': 0 }));
      else if (attempt === 2) socket.resetAndDestroy();
      else reply(204)(socket);
    },
    outcome: 'canceled',
  },
  {
    name: '204, and then a reset',
    answer: (socket) => resetAfter(socket, head(204)),
    outcome: 'canceled',
  },
  {
    name: '204 with a body',
    answer: (socket) => void socket.end(`${head(204, { 'Content-Length': 4, 'Connection': 'close' })}oops`),
    outcome: 'canceled',
  },
  { name: '200', answer: reply(200, '{"data":null}'), outcome: 'unexpected-response' },
  {
    name: '500, followed by a 204 that nobody asked for',
    answer: (socket) => void socket.write(head(500, { 'Content-Length': 0 }) + head(204)),
    outcome: 'server-error',
  },
  {
    name: '403, followed by a 204 that nobody asked for',
    answer: (socket) => void socket.write(jsonHead(403, { 'Content-Length': json.length }) + json + head(204)),
    outcome: 'forbidden',
  },
  {
    name: '302 to another origin',
    answer: (socket, _attempt, otherOrigin) =>
      void socket.end(head(302, { 'Location': otherOrigin, 'Content-Length': 0, 'Connection': 'close' })),
    outcome: 'unexpected-response',
  },
  {
    name: '307 to another origin',
    answer: (socket, _attempt, otherOrigin) =>
      void socket.end(head(307, { 'Location': otherOrigin, 'Content-Length': 0, 'Connection': 'close' })),
    outcome: 'unexpected-response',
  },
  {
    name: '403 whose body is cut off by a reset',
    answer: (socket) => resetAfter(socket, jsonHead(403, { 'Content-Length': json.length }) + cutJson),
    outcome: 'forbidden',
  },
  {
    name: '403 whose body ends early',
    answer: async (socket) => {
      socket.write(jsonHead(403, { 'Content-Length': json.length, 'Connection': 'close' }) + cutJson);
      await wait(100);
      socket.end();
    },
    outcome: 'forbidden',
    exceptions: {
      firefox: { outcome: 'unexpected-response', reason: endsEarly },
      webkit: { outcome: 'unexpected-response', reason: endsEarly },
    },
  },
  {
    name: '403 whose body never comes',
    answer: (socket) => void socket.write(jsonHead(403, { 'Content-Length': json.length })),
    outcome: 'forbidden',
    exceptions: {
      firefox: { outcome: 'timeout', reason: 'tells a page nothing of the head before the body has begun' },
    },
  },
  {
    name: '403 whose body arrives at a byte a second',
    answer: (socket) => {
      socket.write(jsonHead(403, { 'Content-Length': json.length }));
      return drip(socket, json);
    },
    outcome: 'forbidden',
  },
  {
    name: '403 that is longer than it says',
    answer: (socket) =>
      void socket.end(jsonHead(403, { 'Content-Length': cutJson.length, 'Connection': 'close' }) + json),
    outcome: 'unexpected-response',
  },
  {
    name: '403 that says it is compressed, but is not',
    answer: reply(403, json, 'application/vnd.api+json', 'gzip'),
    outcome: 'forbidden',
  },
  {
    name: '403 with broken chunks',
    answer: async (socket) => {
      socket.write(jsonHead(403, { 'Transfer-Encoding': 'chunked' }));
      await wait(100);
      socket.end('no length\r\n');
    },
    outcome: 'forbidden',
    exceptions: {
      firefox: { outcome: 'network-error', reason: 'tells a page nothing of the head if the body cannot be decoded' },
    },
  },
  { name: '500 with 50 MB', answer: reply(500, 'x'.repeat(50 * megabyte), 'text/plain'), outcome: 'server-error' },
  {
    name: '500 with 256 KB that decompress to 256 MB',
    answer: reply(500, gzipBomb, 'text/plain', 'gzip'),
    outcome: 'server-error',
  },
  {
    name: '403 with an HTML page',
    answer: reply(403, '<h1>Blocked</h1>', 'text/html'),
    outcome: 'unexpected-response',
  },
  {
    name: '403 with the text that a scope is missing',
    answer: reply(403, 'requires scope pay:transactions:cancel', 'text/plain'),
    outcome: 'insufficient-scope',
  },
  { name: '403 with broken JSON', answer: reply(403, cutJson), outcome: 'unexpected-response' },
  { name: '403 with JSON that is labeled as HTML', answer: reply(403, json, 'text/html'), outcome: 'forbidden' },
  { name: '403 with a byte order mark', answer: reply(403, `\uFEFF${json}`), outcome: 'forbidden' },
  {
    name: '404 with members of the wrong types',
    answer: reply(404, '{"errors":[1,null,{"code":5,"links":"x","status":{}}]}'),
    outcome: 'not-found',
  },
  {
    name: '403 with 1,000,000 errors',
    answer: (socket) => reply(403, `{"errors":[${'{},'.repeat(1e6)}{}]}`)(socket),
    outcome: 'forbidden',
  },
];
