import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { DEMO_TOKENS } from '../lib/sandbox/settings';
import { BEFORE_MS, openUnwatched } from './unwatched';

const told = z.object({ ms: z.number(), failed: z.number() });

/** As many as a browser opens to one HTTP/1.1 origin. */
const LANES = 6;

/**
 * Rows a second when a worker in the same browser sends the same rows straight to the sandbox: no check, no journal, no
 * server of ours between. Browsers forbid that to a page (another origin), so this one is told not to. `isOver` resolves
 * when the sandbox has answered all of them.
 */
export async function straightToSandbox(
  sandbox: string,
  path: string,
  rowsPerBatch: number,
  isOver: () => Promise<void>,
): Promise<number> {
  const { page, alone, close } = await openUnwatched('about:blank', ['--disable-web-security']);
  try {
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
      await new Promise((resolve) => setTimeout(resolve, ${BEFORE_MS}));
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
    await page.evaluate(
      ({ source, given }) => {
        const sender = new Worker(URL.createObjectURL(new Blob([source])));
        sender.onmessage = ({ data }: MessageEvent<{ ms: number; failed: number }>) => {
          document.documentElement.dataset.told = JSON.stringify(data);
        };
        sender.postMessage(given);
      },
      { source: worker, given: take },
    );
    const after = await alone(isOver);
    const { ms, failed } = told.parse(
      JSON.parse(await after.evaluate(() => document.documentElement.dataset.told ?? '{}')),
    );
    if (failed > 0) throw new Error(`${failed} batches sent straight to the sandbox were not taken.`);
    return (lines.length * 1_000) / ms;
  } finally {
    await close();
  }
}
