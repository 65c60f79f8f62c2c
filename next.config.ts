import type { NextConfig } from 'next';
import { COMMON_HEADERS, DATA_POLICY, SCRIPT_POLICY } from './lib/gateway/policy';

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Every version of the sources is built into a folder of its own (scripts/build.mjs).
  distDir: process.env.ONRAMP_BUILD_DIR ?? '.next',
  // `npm test` checks the types of the whole project, tests included; doing it again would only slow the first start.
  // Its own tsconfig, because Next rewrites the one it is given.
  typescript: { tsconfigPath: 'tsconfig.next.json', ignoreBuildErrors: true },
  // The sandbox's DuckDB is a native module of another process; the app must never pull it into a bundle.
  serverExternalPackages: ['pino', 'ioredis'],
  // The policy of pages has a nonce, so it is made per request in proxy.ts.
  headers: async () => [
    { source: '/:path*', headers: [...COMMON_HEADERS] },
    { source: '/api/:path*', headers: [{ key: 'Content-Security-Policy', value: DATA_POLICY }] },
    { source: '/_next/static/:path*', headers: [{ key: 'Content-Security-Policy', value: SCRIPT_POLICY }] },
  ],
  experimental: { authInterrupts: false },
};

export default config;
