import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BrowserContext, Page, Request, Response } from '@playwright/test';

/** Everything that a run left somewhere a secret could be found in, as text, by where it was. */
export type Traces = Map<string, string[]>;

/** Where a text occurs, as "kind: place"; empty when it occurs nowhere. */
export const whereIs = (traces: Traces, text: string): string[] =>
  [...traces].flatMap(([kind, found]) => (found.some((each) => each.includes(text)) ? [kind] : [])).sort();

/** Notes every address, answer and console line from here on, in every tab. */
export async function followTraffic(context: BrowserContext) {
  const traces: Traces = new Map();
  const pending: Promise<void>[] = [];
  const unread: string[] = [];
  const note = (kind: string, text: string) => traces.set(kind, [...(traces.get(kind) ?? []), text]);

  const readAnswer = async (response: Response) => {
    note('headers of answers', JSON.stringify(await response.headersArray()));
    // Answers of these kinds have no body to read.
    if (response.status() === 204 || (response.status() >= 300 && response.status() < 400)) return;
    try {
      note('bodies of answers', await response.text());
    } catch {
      // Chromium drops a body when the page that asked goes away; which ones is for the test to judge.
      unread.push(response.url());
    }
  };
  context.on('request', (request: Request) => {
    note('addresses', request.url());
    const isConnecting = request.method() === 'POST' && new URL(request.url()).pathname === '/api/session';
    if (!isConnecting) note('bodies of requests', request.postData() ?? '');
  });
  context.on('response', (response) => void pending.push(readAnswer(response)));
  context.on('console', (message) => note('console', message.text()));
  // Chromium keeps no body that a worker reads as a stream, so these are read on their way.
  await context.route('**/api/tables/*/batches?*', async (route) => {
    const answer = await route.fetch();
    note('bodies of answers', await answer.text());
    await route.fulfill({ response: answer });
  });
  return {
    /** What was noted, and the addresses whose answers could not be read. */
    async settled(): Promise<{ traces: Traces; unread: string[] }> {
      await Promise.all(pending);
      return { traces, unread };
    },
  };
}

const textsUnder = (folder: string, matches: RegExp): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && matches.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

/** What the server gives to everybody, and what it wrote down. */
export function readServer(): Traces {
  const builds = resolve('.onramp', 'builds');
  const served = readdirSync(builds).map((name) => join(builds, name, 'static'));
  return new Map([
    ['bundles', served.flatMap((folder) => textsUnder(folder, /\.(js|css|json|map)$/))],
    ['logs of the server', textsUnder(resolve('.onramp', 'test', 'logs'), /\.log$/)],
  ]);
}

/** What this browser keeps for the page, and the page itself. */
export async function readBrowser(page: Page, context: BrowserContext): Promise<Traces> {
  const kept = await page.evaluate(async () => {
    const said = (value: unknown): string =>
      JSON.stringify(value, (_key, inner: unknown) => {
        if (inner instanceof ArrayBuffer) return new TextDecoder('latin1').decode(inner);
        if (ArrayBuffer.isView(inner)) return new TextDecoder('latin1').decode(inner);
        return inner instanceof Map || inner instanceof Set ? [...inner] : inner;
      }) ?? '';
    const answered = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('no answer'));
      });
    const records: string[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await answered(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([answered(all.getAllKeys()), answered(all.getAll())]);
        records.push(`${name}/${store} ${said(keys)} ${said(values)}`);
      }
      database.close();
    }
    const files: string[] = [];
    const walk = async (folder: FileSystemDirectoryHandle, path: string) => {
      for await (const [name, handle] of folder.entries()) {
        const place = `${path}/${name}`;
        if (handle instanceof FileSystemDirectoryHandle) await walk(handle, place);
        else if (handle instanceof FileSystemFileHandle)
          files.push(`${place} ${await (await handle.getFile()).text()}`);
      }
    };
    await walk(await navigator.storage.getDirectory(), '');
    const fields = [...document.querySelectorAll('input, textarea')].map((each) =>
      each instanceof HTMLInputElement || each instanceof HTMLTextAreaElement ? each.value : '',
    );
    return {
      records,
      files,
      local: [said({ ...localStorage })],
      session: [said({ ...sessionStorage })],
      cookie: [document.cookie],
      shown: [document.documentElement.outerHTML, said(history.state), ...fields],
      caches: await caches.keys(),
    };
  });
  return new Map([
    ['records', kept.records],
    ['private files', kept.files],
    ['local storage', kept.local],
    ['session storage', kept.session],
    ['cookies of the page', kept.cookie],
    ['all cookies', [JSON.stringify(await context.cookies())]],
    ['the page', kept.shown],
    ['caches', kept.caches],
  ]);
}
