/** Where the app and the sandbox of a bench run listen, as `scripts/settings.mjs` says. */
export const APP = `http://localhost:${process.env.ONRAMP_BENCH_PORT ?? 3200}`;
export const SANDBOX = `http://127.0.0.1:${process.env.ONRAMP_BENCH_SANDBOX_PORT ?? 4210}`;
