import { ok } from '@/lib/base/result';
import { saveSchemaRequest } from '@/lib/gateway/contract';
import { askPeak } from '@/lib/gateway/peak-call';
import { problem } from '@/lib/gateway/problem';
import { route } from '@/lib/gateway/respond';
import { findStandardSchema, schemaDefinition } from '@/lib/peak/models/standard-schemas';

export const GET = route('schema.read', { changes: false }, async (call) => {
  const solution = call.query.solution ?? null;
  if (!solution) return problem('request-malformed', { field: 'solution', reason: 'missing' });
  return askPeak(call, async (peak) => {
    const read = await peak.readSchema(solution);
    return read.ok ? ok({ ...read.value, readAt: Date.now() }) : read;
  });
});

export const POST = route('schema.save', { changes: true }, async (call) => {
  const asked = await call.form(saveSchemaRequest);
  if (!asked.ok) return asked;
  const { appName, appVersion } = asked.value;
  const standard = findStandardSchema(appName, appVersion);
  if (!standard) return problem('model-unknown', { appName, appVersion });
  return askPeak(call, (peak) => peak.saveSchema(asked.value, schemaDefinition(standard)));
});
