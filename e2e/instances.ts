import { spawn } from 'node:child_process';
import { localRedis } from '../lib/gateway/local-redis';
import { APP } from './addresses';
import { openBalancer, type Balancer } from './balancer';

export interface Instances {
  readonly balancer: Balancer;
  readonly close: () => Promise<void>;
}

/** Two whole instances of the app with one Redis, behind a balancer. `rate`: requests a second that they may send. */
export async function openInstances(rate: number): Promise<Instances> {
  const base = Number(new URL(APP).port);
  const [ports, redisPort] = [[base + 1, base + 2], base + 3];
  const redis = await localRedis(redisPort);
  const env = {
    ...process.env,
    REDIS_URL: `redis://127.0.0.1:${redisPort}`,
    ONRAMP_RATE: String(rate),
    ONRAMP_SECRET: 'the-same-on-every-instance-'.repeat(2),
  };
  const program = spawn(process.execPath, ['scripts/instances.mjs', ...ports.map(String)], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise<void>((resolve) => program.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    let said = '';
    program.stdout.on('data', (text: Buffer) => {
      said += text.toString();
      if (/^ready$/m.test(said)) resolve();
    });
    void gone.then(() => reject(new Error('the instances ended before they were ready')));
  });
  const balancer = await openBalancer(ports);
  return {
    balancer,
    async close() {
      await balancer.close();
      program.kill('SIGTERM');
      await gone;
      await redis.stop();
    },
  };
}
