import { schemaSaveRequest } from '../peak/contract/schema-save';
import type { Call } from './call';
import { readBody } from './call';
import { readDefinition } from './check-definition';
import { answer, refuse } from './refusals';
import { Tenant } from './tenant';

/** `POST /api/v2/schema` (§3.2). Schemas belong to the tenant here, so that two tests cannot meet in them. */
export async function saveSchema(call: Call): Promise<Response> {
  const body = readBody(call, schemaSaveRequest);
  if (!body.ok) return body.error;
  const { appName, appVersion, schemaDefinition, dryRun } = body.value;
  const definition = readDefinition(schemaDefinition);
  if (!definition.ok) return refuse(400, 'definition-refused', definition.error.join('; '));
  const key = Tenant.schemaKey(appName, appVersion);
  if (call.tenant.schemas.has(key))
    return refuse(409, 'exists-already', `a schema for ${appName} ${appVersion} already exists`);
  if (!dryRun) await call.tenant.saveSchema(key, definition.value);
  return answer(dryRun ? 200 : 201, { appName, appVersion, tableCount: definition.value.length, dryRun });
}
