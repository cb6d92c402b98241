// What `scripts/bench http` compares with: the same short answer from Fastify.
//
//   node http.mjs PORT WORKERS

import Fastify from 'fastify';
import cluster from 'node:cluster';

const [port, workers] = process.argv.slice(2).map(Number);

async function serve() {
  let count = 0;
  const app = Fastify();
  const schema = { response: { 200: { type: 'object', properties: { ok: { type: 'boolean' } } } } };
  app.get('/api/v1/healthz', { schema }, async (request, reply) => {
    reply.header('cache-control', 'no-store').header('x-request-id', String(++count));
    return { ok: true };
  });
  await app.listen({ port, host: '127.0.0.1' });
}

if (workers > 1 && cluster.isPrimary) {
  for (let i = 0; i < workers; i++) cluster.fork();
  process.on('SIGTERM', () => {
    for (const worker of Object.values(cluster.workers)) worker.kill();
    process.exit(0);
  });
} else await serve();
