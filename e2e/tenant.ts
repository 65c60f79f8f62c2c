import { addAttributeRequest } from '../lib/peak/contract/add-attribute';
import { SANDBOX } from './addresses';

/** As `scripts/settings.mjs` gives it to the sandbox. */
const TOKEN = process.env.SANDBOX_TOKEN_A ?? 'onramp-demo-tenant-a';

/** What the tenant's own people do to tenant A meanwhile, past the app: a new column in a table. */
export async function addColumnBehindItsBack(table: string, columnName: string): Promise<void> {
  const body = addAttributeRequest.parse({
    solutionName: 'QP_OOTB',
    columnName,
    dataType: 'string',
    validations: [{ type: 'optional' }],
  });
  const answer = await fetch(`${SANDBOX}/api/v2/schema/${table}/add-attribute`, {
    method: 'POST',
    headers: { authorization: TOKEN, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`The sandbox did not add ${columnName}: ${await answer.text()}`);
}
