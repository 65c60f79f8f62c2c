import { TransportError } from '../base/errors';
import type { Result } from '../base/result';
import { err, ok } from '../base/result';
import type {
  AttributeRequest,
  RolloutAnswer,
  RolloutRequest,
  SaveSchemaAnswer,
  SaveSchemaRequest,
} from '../gateway/contract';
import type { PeakAccess, PeakAnswer, PeakRequest } from './call';
import { callPeak } from './call';
import { DATE_FORMAT, TIMESTAMP_FORMAT } from './contract/table-definition';
import type { PeakProblem } from './errors';
import { problemOfAnswer, problemOfTransport } from './errors';
import { schemaFingerprint } from './fingerprint';
import type { Solution, SolutionSchema } from './model';
import {
  reshapeRollout,
  reshapeSolutionFacts,
  reshapeSolutions,
  reshapeTables,
  saysAlready,
} from './reshape';
import type { PeakRoad } from './road';
import { readJson } from './wire';

export interface PeakClientOptions {
  readonly road: PeakRoad;
  readonly access: PeakAccess;
  readonly timeoutMs?: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

type Outcome<T> = Promise<Result<T, PeakProblem>>;

/** §5.1: dates and timestamps need a format; without a zone unless somebody says otherwise. */
function formatOf(dataType: AttributeRequest['dataType']): string | undefined {
  if (dataType === 'date') return DATE_FORMAT;
  return dataType === 'datetime' ? TIMESTAMP_FORMAT : undefined;
}

const succeeded = (status: number) => status >= 200 && status < 300;

/**
 * The calls that concern schemas, on one road. What Peak refuses and what the network does are values with
 * a code; `raw` is the answer as it came, kept because its shape is not published (§10).
 */
export function peakClient({ road, access, timeoutMs, now }: PeakClientOptions) {
  const host = access.origin;

  async function ask(request: PeakRequest): Outcome<{ answer: PeakAnswer; body: unknown }> {
    try {
      const timed = timeoutMs === undefined ? request : { ...request, timeoutMs };
      const answer = await callPeak(road, access, timed);
      return ok({ answer, body: readJson(answer.text) });
    } catch (error) {
      if (error instanceof TransportError) return err(problemOfTransport(error, host));
      throw error;
    }
  }

  const post = (path: string, body: unknown) => ask({ method: 'POST', path, body: JSON.stringify(body) });
  const refused = (answer: PeakAnswer) => err(problemOfAnswer(answer, host, now()));
  const unreadable = (answer: PeakAnswer) =>
    err({
      code: 'peak-shape' as const,
      details: { host, status: answer.status, sample: answer.text.slice(0, 200) },
    });

  /** §3.6. Also the call that proves a token: it is the cheapest one that needs a right on the tenant. */
  async function listSolutions(): Outcome<{ solutions: Solution[]; raw: unknown }> {
    const asked = await ask({ method: 'GET', path: '/api/v2/schema/solutions' });
    if (!asked.ok) return asked;
    const { answer, body } = asked.value;
    if (!succeeded(answer.status)) return refused(answer);
    const solutions = reshapeSolutions(body);
    return solutions ? ok({ solutions, raw: body }) : unreadable(answer);
  }

  /** §3.7. Where the schema does not name prefix and suffix, they are looked up in the list of solutions. */
  async function readSchema(solutionName: string): Outcome<{ schema: SolutionSchema; raw: unknown }> {
    const query = new URLSearchParams({ solutionName });
    const asked = await ask({ method: 'GET', path: `/api/v2/schema?${query}` });
    if (!asked.ok) return asked;
    const { answer, body } = asked.value;
    if (!succeeded(answer.status)) return refused(answer);
    const facts = reshapeSolutionFacts(body, solutionName);
    let solution = facts.solution;
    if (facts.prefix === undefined || facts.suffix === undefined) {
      const listed = await listSolutions();
      if (!listed.ok) return listed;
      solution = listed.value.solutions.find((item) => item.solutionName === solutionName) ?? solution;
    }
    const tables = reshapeTables(body, solution);
    if (!tables) return unreadable(answer);
    return ok({ schema: { solution, tables, fingerprint: await schemaFingerprint(tables) }, raw: body });
  }

  /** §3.2: 201, or 200 for a dry run; a pair saved before is refused, which is `exists` here. */
  async function saveSchema(request: SaveSchemaRequest, definition: string): Outcome<SaveSchemaAnswer> {
    const asked = await post('/api/v2/schema', { ...request, schemaDefinition: definition });
    if (!asked.ok) return asked;
    const { answer, body } = asked.value;
    const told = { peakStatus: answer.status, raw: body };
    if (succeeded(answer.status)) return ok({ outcome: request.dryRun ? 'would-save' : 'saved', ...told });
    const refusal = answer.status >= 400 && answer.status < 500;
    const exists = answer.status === 409 || (refusal && saysAlready(body));
    return exists ? ok({ outcome: 'exists', ...told }) : refused(answer);
  }

  /** §3.3. The two lists count under any status but those that say nothing was tried. */
  async function rollOut(request: RolloutRequest): Outcome<RolloutAnswer> {
    const asked = await post('/api/v2/schema/rollout', request);
    if (!asked.ok) return asked;
    const { answer, body } = asked.value;
    if ([401, 403, 404, 429].includes(answer.status)) return refused(answer);
    const lists = reshapeRollout(body, request);
    const told = { peakStatus: answer.status, raw: body };
    if (lists) return ok({ ...lists, ...told });
    if (succeeded(answer.status)) return unreadable(answer);
    const already = answer.status === 409 || (answer.status < 500 && saysAlready(body));
    return already ? ok({ successful: [], failed: [], alreadyRolledOut: true, ...told }) : refused(answer);
  }

  /** §3.5, with the validations every column needs since 15 Jun 2026 (§3.2). */
  async function addAttribute(
    table: string,
    request: AttributeRequest,
  ): Outcome<{ peakStatus: number; raw: unknown }> {
    const { required, nonNull, ...column } = request;
    const format = formatOf(request.dataType);
    const validations = [
      { type: required ? 'required' : 'optional' },
      ...(nonNull ? [{ type: 'nonNull' }] : []),
      ...(format === undefined ? [] : [{ type: 'timestampFormat', format }]),
    ];
    const path = `/api/v2/schema/${encodeURIComponent(table)}/add-attribute`;
    const asked = await post(path, { ...column, validations });
    if (!asked.ok) return asked;
    const { answer, body } = asked.value;
    return succeeded(answer.status) ? ok({ peakStatus: answer.status, raw: body }) : refused(answer);
  }

  return { listSolutions, readSchema, saveSchema, rollOut, addAttribute };
}
export type PeakClient = ReturnType<typeof peakClient>;
