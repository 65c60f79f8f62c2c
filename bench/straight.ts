import { chromium } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { DEMO_TOKENS } from '../lib/sandbox/settings';

/** As many as a browser opens to one HTTP/1.1 origin. */
const LANES = 6;

/**
 * Rows a second when a worker in the same browser sends the same rows straight to the sandbox: no check, no journal, no
 * server of ours between. Browsers forbid that to a page (another origin), so this one is told not to.
 */
export async function straightToSandbox(
  app: string,
  sandbox: string,
  path: string,
  rowsPerBatch: number,
): Promise<number> {
  const executablePath = process.env.ONRAMP_BROWSER;
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu', '--disable-web-security'],
  });
  try {
    const page = await (await browser.newContext({ bypassCSP: true })).newPage();
    await page.goto(`${app}/api/health`);
    const [header = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
    const worker = `onmessage = async ({ data }) => {
      const { lines, names, wanted, url, token, rowsPerBatch, lanes } = data;
      const numbers = new Set(['QUANTITY', 'SELLING_PRICE']);
      const bodyOf = (from) => JSON.stringify({
        solutionName: 'QP_OOTB', operationType: 'UPSERT', dryRun: false,
        data: lines.slice(from, from + rowsPerBatch).map((line) => {
          const cells = line.split(',');
          const row = {};
          for (const [at, name] of wanted) row[name] = numbers.has(name) ? Number(cells[at]) : cells[at] || null;
          return row;
        }),
      });
      let next = 0;
      let failed = 0;
      const begun = performance.now();
      const lane = async () => {
        for (let from = next; from < lines.length; from = next) {
          next += rowsPerBatch;
          const headers = { authorization: token, 'content-type': 'application/json' };
          const answer = await fetch(url, { method: 'POST', headers, body: bodyOf(from) });
          if (answer.status !== 200) failed += 1;
          await answer.text();
        }
      };
      await Promise.all(Array.from({ length: lanes }, lane));
      postMessage({ ms: performance.now() - begun, failed });
    };`;
    const names = header.split(',');
    const wanted = names.flatMap((name, at) => (/^[A-Z_]+$/.test(name) ? [[at, name] as const] : []));
    const take = {
      lines,
      names,
      wanted,
      url: `${sandbox}/api/v2/objects/QP_SALE_OOTB`,
      token: DEMO_TOKENS.a,
      rowsPerBatch,
      lanes: LANES,
    };
    const { ms, failed } = await page.evaluate(
      async ({ source, given }) => {
        const sender = new Worker(URL.createObjectURL(new Blob([source])));
        const told = new Promise<{ ms: number; failed: number }>((resolve) => {
          sender.onmessage = ({ data }: MessageEvent<{ ms: number; failed: number }>) => resolve(data);
        });
        sender.postMessage(given);
        return told;
      },
      { source: worker, given: take },
    );
    if (failed > 0) throw new Error(`${failed} batches sent straight to the sandbox were not taken.`);
    return (lines.length * 1_000) / ms;
  } finally {
    await browser.close();
  }
}
