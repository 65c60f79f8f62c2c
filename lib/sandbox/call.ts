import type { z } from 'zod';
import type { Clock } from '../base/clock';
import type { Result } from '../base/result';
import { err, ok } from '../base/result';
import type { Operation } from './control-contract';
import { readExactJson } from './exact-json';
import type { Faults } from './faults';
import { refuse } from './refusals';
import type { Settings } from './settings';
import type { Tenant } from './tenant';
import type { Warehouse } from './warehouse';
import type { WriteBuffer } from './write-buffer';

/** One request of one tenant, past token, rate and size. */
export interface Call {
  readonly tenant: Tenant;
  readonly operation: Operation;
  /** Table named in the path, if any. */
  readonly table: string | undefined;
  readonly url: URL;
  /** Text of the body; empty for GET. */
  readonly text: string;
  readonly settings: Settings;
  readonly warehouse: Warehouse;
  readonly buffer: WriteBuffer;
  readonly faults: Faults;
  readonly clock: Clock;
}

/** The body under a contract, or the refusal that says what is wrong with it. */
export function readBody<Shape extends z.ZodType>(
  call: Call,
  shape: Shape,
): Result<z.output<Shape>, Response> {
  const json = readExactJson(call.text);
  if (!json) return err(refuse(400, 'malformed', 'the body is not JSON'));
  const parsed = shape.safeParse(json.value);
  if (parsed.success) return ok(parsed.data);
  const said = parsed.error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.map(String).join('.') || 'body'}: ${issue.message}`);
  return err(refuse(400, 'malformed', said.join('; ')));
}
