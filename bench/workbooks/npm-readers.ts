import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';

/** The two fastest readers on npm (CONTRIBUTING names none of them: they are here to be compared with). */
export const READERS = ['hucre', 'read-excel-file'] as const;
export type Reader = (typeof READERS)[number];

const WORKERS: Record<Reader, string> = {
  hucre: `import { readXlsx } from '/hucre/dist/xlsx.mjs';
    onmessage = async ({ data }) => {
      const begun = performance.now();
      const { sheets } = await readXlsx(new Uint8Array(await data.arrayBuffer()));
      const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
      postMessage({ ms: performance.now() - begun, rows });
    };`,
  'read-excel-file': `import '/read-excel-file/bundle/read-excel-file.min.js';
    onmessage = async ({ data }) => {
      const begun = performance.now();
      const sheets = await self.readXlsxFile(data);
      const rows = sheets.reduce((sum, sheet) => sum + sheet.data.length, 0);
      postMessage({ ms: performance.now() - begun, rows });
    };`,
};

/** Serves the readers as their packages hold them; nothing of theirs is built into anything. */
export async function serveReaders(): Promise<{ readonly origin: string; close(): void }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://bench').pathname;
    const answer = (type: string, body: string | Buffer) =>
      response.writeHead(200, { 'content-type': type }).end(body);
    const reader = READERS.find((name) => path === `/worker/${name}`);
    if (path === '/') return answer('text/html', '<input type="file">');
    if (reader !== undefined) return answer('text/javascript', WORKERS[reader]);
    readFile(resolve('node_modules', `.${path}`)).then(
      (body) => answer('text/javascript', body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}

/** How long a reader alone takes for a workbook in a worker, every row made and thrown away, in ms. */
export async function readerAlone(
  page: Page,
  origin: string,
  reader: Reader,
  path: string,
): Promise<{ ms: number; rows: number }> {
  await page.goto(origin);
  await page.locator('input').setInputFiles(path);
  return page.evaluate(
    (name) =>
      new Promise<{ ms: number; rows: number }>((done, failed) => {
        const worker = new Worker(`/worker/${name}`, { type: 'module' });
        worker.onmessage = ({ data }: MessageEvent<{ ms: number; rows: number }>) => done(data);
        worker.onerror = ({ message }) => failed(new Error(`${name}: ${message}`));
        worker.postMessage(document.querySelector('input')?.files?.[0]);
      }),
    reader,
  );
}
