/** Where the app and the sandbox of a bench run listen, as `scripts/settings.mjs` says. */
export const APP = `http://localhost:${process.env.ONRAMP_BENCH_PORT ?? 3200}`;
export const SANDBOX = `http://127.0.0.1:${process.env.ONRAMP_BENCH_SANDBOX_PORT ?? 4210}`;
/** A second app whose budget is so high that it plays no part, with a sandbox of its own. */
export const LIFTED_APP = `http://localhost:${process.env.ONRAMP_LIFTED_PORT ?? 3210}`;
export const LIFTED_SANDBOX = `http://127.0.0.1:${process.env.ONRAMP_LIFTED_SANDBOX_PORT ?? 4220}`;
