/** Where the app and the sandbox of a test run listen. A unit test keeps them what `scripts/settings.mjs` says. */
export const APP = `http://localhost:${process.env.ONRAMP_TEST_PORT ?? 3100}`;
export const SANDBOX = `http://127.0.0.1:${process.env.ONRAMP_TEST_SANDBOX_PORT ?? 4110}`;
/** A host over TLS that the app of a test run may send tokens to; nothing listens there until a story does. */
export const LISTED = `https://localhost:${Number(process.env.ONRAMP_TEST_SANDBOX_PORT ?? 4110) + 1}`;
