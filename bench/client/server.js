// Serves the modules of its first argument, by path, and an empty page; answers every POST with 204. Sends its port.
import { createServer } from 'node:http';
import process from 'node:process';

/** @type {Readonly<Record<string, string>>} */
const modules = JSON.parse(process.argv[2] ?? '{}');

/** Browsers round times to 5 µs on isolated pages, and to 100 µs on others. */
const isolated = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };

const server = createServer(({ method, url = '' }, response) => {
  if (method === 'POST') {
    response.writeHead(204).end();
    return;
  }
  const module = modules[url];
  response.writeHead(200, { ...isolated, 'Content-Type': module === undefined ? 'text/html' : 'text/javascript' });
  response.end(module ?? '<!doctype html><link rel="icon" href="data:,">');
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address === 'object') process.send?.(address.port);
});
