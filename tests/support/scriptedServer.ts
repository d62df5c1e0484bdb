import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterEach, beforeEach } from 'vitest';
import { withResolvers } from './withResolvers.ts';

export interface ReceivedRequest {
  method: string | undefined;
  /** As it was in the request line. */
  path: string | undefined;
  /** As they were sent, `[name, value]`. */
  headers: [name: string, value: string][];
  body: string;
  /** The value of a header that was sent once; undefined if it was not sent. */
  header(name: string): string | undefined;
}

/** Responds to one request, correctly or not. */
export type Answer = (response: ServerResponse, request: ReceivedRequest) => void | Promise<void>;

export interface ScriptedServer {
  /** Its origin on 127.0.0.1. */
  url: string;
  /** All requests received so far, in order. */
  requests: ReceivedRequest[];
  /** Each answers one request, in order; the last one also answers all that follow. The default is 204. */
  script(...answers: Answer[]): void;
  /** Stops listening and drops every connection. */
  close(): Promise<void>;
}

export type Body = string | Uint8Array | { errors: unknown };

export function reply(status: number, body: Body = '', headers: Record<string, string> = {}): Answer {
  const content = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
  return (response) => {
    response.writeHead(status, headers).end(content);
  };
}

/** Sends these bytes, each string as a separate packet, and then closes, resets or keeps the connection. */
export function replyRaw(packets: string | string[], ending: 'close' | 'reset' | 'keep'): Answer {
  return async ({ socket }) => {
    for (const packet of [packets].flat()) {
      await new Promise<void>((resolve) => socket?.write(packet, () => setTimeout(resolve, 20)));
    }
    if (ending === 'close') socket?.end();
    if (ending === 'reset') socket?.resetAndDestroy();
  };
}

/** Delays the answer until the test releases it. `received` resolves when the request has arrived. */
export function deferred(answer: Answer): { answer: Answer; received: Promise<void>; release: () => void } {
  const received = withResolvers();
  const released = withResolvers();
  return {
    answer: async (response, request) => {
      received.resolve();
      await released.promise;
      return answer(response, request);
    },
    received: received.promise,
    release: released.resolve,
  };
}

async function read(request: IncomingMessage): Promise<ReceivedRequest> {
  const { method, url, rawHeaders } = request;
  const headers = rawHeaders.flatMap((name, index): [string, string][] =>
    index % 2 ? [] : [[name.toLowerCase(), rawHeaders[index + 1] ?? '']],
  );
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return {
    method,
    path: url,
    headers,
    body,
    header(name) {
      const values = headers.filter(([sent]) => sent === name);
      if (values.length > 1) throw new Error(`"${name}" was sent ${values.length} times.`);
      return values[0]?.[1];
    },
  };
}

/** Starts an HTTP server on loopback whose responses are written by the test, down to the bytes. */
export async function startScriptedServer(): Promise<ScriptedServer> {
  const requests: ReceivedRequest[] = [];
  let answers: Answer[] = [reply(204)];
  const server = createServer((incoming, response) => {
    void (async () => {
      const request = await read(incoming);
      requests.push(request);
      const [answer, ...rest] = answers;
      if (rest.length > 0) answers = rest;
      await answer?.(response, request);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The server does not listen on a port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    script(...next) {
      answers = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Starts a new server for each test of the file. */
export function withScriptedServer(): ScriptedServer {
  let current: ScriptedServer;
  beforeEach(async () => {
    current = await startScriptedServer();
  });
  afterEach(() => current.close());
  return {
    get url() {
      return current.url;
    },
    get requests() {
      return current.requests;
    },
    script: (...answers) => current.script(...answers),
    close: () => current.close(),
  };
}
