import type { z } from 'zod';
import type {
  FaultRuleInput,
  RequestCount,
  SettingsChange,
  TableAddress,
  TableCount,
  TableRows,
} from './control-contract';
import { armedFaults, requestCounts, tableCount, tableRows } from './control-contract';
import { settings } from './settings';
import type { Settings } from './settings';

/** How a request reaches the sandbox: `fetch` itself, or the handler of one that lives in this process. */
export type ControlFetch = (request: Request) => Promise<Response>;

/** Steers and reads a running sandbox, e.g. `sandboxControl('http://127.0.0.1:4010')`. Throws on any refusal. */
export function sandboxControl(address: string, fetcher: ControlFetch = (request) => fetch(request)) {
  async function ask(method: string, path: string, body?: unknown): Promise<unknown> {
    const init =
      body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const response = await fetcher(new Request(`${address}/__sandbox/${path}`, { method, ...init }));
    const text = await response.text();
    if (!response.ok)
      throw new Error(`The sandbox answered ${response.status} to ${method} ${path}: ${text}`);
    return JSON.parse(text);
  }

  async function read<Shape extends z.ZodType>(shape: Shape, path: string): Promise<z.output<Shape>> {
    return shape.parse(await ask('GET', path));
  }

  const query = (address: TableAddress, more: Record<string, string> = {}) =>
    new URLSearchParams({
      tenant: address.tenant ?? 'a',
      solution: address.solution,
      table: address.table,
      ...more,
    });

  return {
    /** Adds faults; each hits once unless it says `times`. */
    async addFaults(...rules: FaultRuleInput[]): Promise<void> {
      await ask('POST', 'faults', rules);
    },
    /** Requests that the faults set now have hit. */
    async hits(): Promise<number> {
      return (await read(armedFaults, 'faults')).reduce((sum, { hits }) => sum + hits, 0);
    },
    /** Removes all faults, lets go of what they held, and gives revoked tokens their right back. */
    async clearFaults(): Promise<void> {
      await ask('DELETE', 'faults');
    },
    async change(wanted: SettingsChange): Promise<Settings> {
      return settings.parse(await ask('POST', 'settings', wanted));
    },
    /** Rows, distinct keys, failed rows, rows that wait, and sums of the columns named. */
    async count(address: TableAddress, sums: readonly string[] = []): Promise<TableCount> {
      const asked = query(address);
      for (const name of sums) asked.append('sum', name);
      return read(tableCount, `count?${asked}`);
    },
    /** Rows as text in the order of the key. */
    async rows(address: TableAddress, limit = 1_000, offset = 0): Promise<TableRows> {
      return read(tableRows, `rows?${query(address, { limit: String(limit), offset: String(offset) })}`);
    },
    /** Rows of `<table>_failed_rows`, oldest first. */
    async failedRows(address: TableAddress, limit = 1_000, offset = 0): Promise<TableRows> {
      return read(
        tableRows,
        `failed-rows?${query(address, { limit: String(limit), offset: String(offset) })}`,
      );
    },
    /** Requests seen since the start or the last reset, counted by tenant, operation, table and outcome. */
    async requests(): Promise<RequestCount[]> {
      return read(requestCounts, 'requests');
    },
    /** Writes everything that waits. */
    async flush(): Promise<void> {
      await ask('POST', 'flush');
    },
    /** Forgets schemas, solutions, tables, faults and counts, of one tenant or of both. Settings stay. */
    async reset(tenant?: 'a' | 'b'): Promise<void> {
      await ask('POST', tenant === undefined ? 'reset' : `reset?tenant=${tenant}`);
    },
  };
}
export type SandboxControl = ReturnType<typeof sandboxControl>;
