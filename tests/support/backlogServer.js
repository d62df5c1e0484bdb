// A server in a separate process, which the test can stop. Prints its port, and then the method of each request.
import { createServer } from 'node:http';
import process from 'node:process';

const server = createServer(({ method }, response) => {
  process.send?.(method);
  response.writeHead(204, { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' }).end();
});

server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
  const address = server.address();
  process.send?.(typeof address === 'object' && address?.port);
});
