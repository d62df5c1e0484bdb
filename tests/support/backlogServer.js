// A server in a separate process, which the test can stop. Sends its port, and then each request, to the test.
import { createServer } from 'node:http';
import process from 'node:process';

/** @type {Record<string, string>} */
const files = JSON.parse(process.argv[2] ?? '{}');

const server = createServer(({ method, url = '' }, response) => {
  process.send?.({ method, at: Date.now() });
  const path = url.replace(/\?.*/, '');
  if (method === 'GET') {
    const type = path.endsWith('.js') ? 'text/javascript' : 'text/html';
    response.writeHead(200, { 'Content-Type': type, 'Connection': 'close' }).end(files[path]);
    return;
  }
  response.writeHead(204, { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' }).end();
});

server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
  const address = server.address();
  process.send?.(typeof address === 'object' && address?.port);
});
