import { config } from 'zod';

// Hazard: zod probes `new Function` when the first schema is made, and the page's security policy reports the probe
// as an attack. So this must be the first import of every browser entry (instrumentation-client.ts, the worker).
config({ jitless: true });
