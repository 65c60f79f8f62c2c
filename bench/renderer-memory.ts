import { existsSync, readFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';
import { z } from 'zod';

/** Where Linux tells how much memory a process holds and has held at most; other systems are not measured. */
const CAN_MEASURE = existsSync('/proc/self/status');
/** Chromium sets the high-water mark back now and then for statistics of its own, so it is read more often than that. */
const EVERY_MS = 100;

const processes = z.object({ processInfo: z.array(z.object({ type: z.string(), id: z.number() })) });

/**
 * Starts watching how far the processes that draw pages grow from here on. The answer is the growth of the one that
 * grew most, page and workers together, in MB; undefined where it cannot be measured.
 */
export async function watchMemory(browser: Browser): Promise<() => number | undefined> {
  if (!CAN_MEASURE) return () => undefined;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = processes.parse(await session.send('SystemInfo.getProcessInfo'));
  await session.detach();
  const watched = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => ({
      id,
      base: megabytes(id, 'VmRSS') ?? 0,
      former: megabytes(id, 'VmHWM') ?? 0,
      grown: 0,
    }));
  const look = () => {
    for (const one of watched) {
      const most = megabytes(one.id, 'VmHWM') ?? 0;
      // A mark that has not moved may be older than the watch.
      const now = most > one.former ? most : (megabytes(one.id, 'VmRSS') ?? 0);
      one.former = Math.min(one.former, most);
      one.grown = Math.max(one.grown, now - one.base);
    }
  };
  const timer = setInterval(look, EVERY_MS);
  return () => {
    look();
    clearInterval(timer);
    return Math.max(...watched.map(({ grown }) => grown));
  };
}

/** Undefined when the process is gone. */
function megabytes(id: number, field: 'VmRSS' | 'VmHWM'): number | undefined {
  const status = `/proc/${id}/status`;
  if (!existsSync(status)) return undefined;
  const kilobytes = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(status, 'utf8'))?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}
