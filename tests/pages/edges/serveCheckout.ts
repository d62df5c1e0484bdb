import type { ServerResponse } from 'node:http';
import type { AppFiles } from '../../support/buildApp.ts';
import { serveRequests, type RunningServer } from '../../support/serveRequests.ts';

/** A status, a connection that is lost, or no answer. */
export type Answer = number | 'lost' | 'none';

export interface Checkout extends RunningServer {
  /** When each request has reached the API, in ms since 1970. */
  requests: number[];
  /** How the API answers from now on. */
  answer: Answer;
  /** Answers the requests that have no answer yet, and those for `/held`. */
  answerHeld: (answer: Answer) => void;
  /** The script of the service worker. */
  worker: string;
}

const pages: Record<string, string> = {
  '/elsewhere.html': '<!doctype html><title>elsewhere</title>',
  '/login.html': '<!doctype html><title>login</title>',
};

function send(response: ServerResponse, answer: Answer): void {
  if (answer === 'lost') response.socket?.destroy();
  else if (answer !== 'none') response.writeHead(answer, answer === 302 ? { Location: '/login.html' } : {}).end();
}

/** Serves the page with the button, and an API that answers as a test says. */
export async function serveCheckout(files: AppFiles): Promise<Checkout> {
  const held: ServerResponse[] = [];
  const state = { requests: [] as number[], answer: 204 as Answer, worker: '' };
  const server = await serveRequests(({ path, response, send: sendFile }) => {
    // Browsers repeat a request by themselves if a connection that was kept is lost.
    response.setHeader('Connection', 'close');
    if (path.startsWith('/pay/')) {
      state.requests.push(Date.now());
      if (state.answer === 'none') held.push(response);
      send(response, state.answer);
    } else if (path === '/held') held.push(response);
    else sendFile(path === '/worker.js' ? state.worker : (pages[path] ?? files.get(path)));
  });
  return Object.assign(state, server, {
    answerHeld(answer: Answer) {
      for (const response of held.splice(0)) send(response, answer);
    },
  });
}
