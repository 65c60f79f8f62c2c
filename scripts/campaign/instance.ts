import { listen } from '@/lib/sandbox/listen';
import { ourRoutes } from './routes';

/** One instance of our server side as a process of its own, set up by its environment; says where it listens. */
async function main(): Promise<void> {
  const serving = await listen(Promise.resolve({ fetch: await ourRoutes() }), 0);
  process.stdout.write(`${JSON.stringify({ address: `http://127.0.0.1:${serving.port}` })}\n`);
}

void main();
