import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';

/**
 * How long Papa Parse alone takes for a file, in ms: array mode, 1 MB chunks, in a worker, every row counted and
 * thrown away. On a bare page, since our own forbids scripts made from text.
 */
export async function papaparseAlone(page: Page, path: string): Promise<{ ms: number; rows: number }> {
  const library = await readFile(resolve('node_modules/papaparse/papaparse.min.js'), 'utf8');
  await page.goto('about:blank');
  await page.setContent('<input type="file">');
  await page.locator('input').setInputFiles(path);
  return page.evaluate(async (source) => {
    const body = `${source};onmessage = ({ data }) => {
      // Less the header, and the nothing after the last line end, which it counts as a row.
      let rows = -2;
      const begun = performance.now();
      Papa.parse(data, {
        chunkSize: 1048576,
        chunk: ({ data }) => { rows += data.length; },
        complete: () => postMessage({ ms: performance.now() - begun, rows }),
      });
    }`;
    const worker = new Worker(URL.createObjectURL(new Blob([body])));
    const file = document.querySelector('input')?.files?.[0];
    const answer = new Promise<{ ms: number; rows: number }>((resolve) => {
      worker.onmessage = ({ data }: MessageEvent<{ ms: number; rows: number }>) => resolve(data);
    });
    worker.postMessage(file);
    return answer;
  }, library);
}
