import { existsSync, readFileSync, readdirSync } from 'node:fs';
import type { Browser } from '@playwright/test';
import { z } from 'zod';

const processes = z.object({ processInfo: z.array(z.object({ type: z.string(), id: z.number() })) });

/** Resident memory of a process in MB; undefined when it is gone or the system does not say. */
function residentMegabytes(id: number): number | undefined {
  const path = `/proc/${id}/status`;
  if (!existsSync(path)) return undefined;
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(path, 'utf8'))?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}

/** The server of the app that listens on this port, found by its environment; undefined where there is no /proc. */
export function serverOn(port: string): number | undefined {
  if (!existsSync('/proc/self/environ')) return undefined;
  const found = readdirSync('/proc').find((id) => {
    try {
      if (!/^\d+$/.test(id) || !readFileSync(`/proc/${id}/cmdline`, 'utf8').startsWith('next-server'))
        return false;
      return readFileSync(`/proc/${id}/environ`, 'utf8').split('\0').includes(`PORT=${port}`);
    } catch {
      // It ended between the two looks.
      return false;
    }
  });
  return found === undefined ? undefined : Number(found);
}

/** Processes that draw pages (page and worker together). */
export async function tabsOf(browser: Browser): Promise<readonly number[]> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = processes.parse(await session.send('SystemInfo.getProcessInfo'));
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

/** Notes how much memory processes hold, together, twice a second. */
export class MemoryWatch {
  readonly #marks: number[] = [];
  readonly #timer: NodeJS.Timeout;

  constructor(ids: readonly number[]) {
    this.#timer = setInterval(() => {
      const all = ids.flatMap((id) => residentMegabytes(id) ?? []);
      if (all.length > 0) this.#marks.push(all.reduce((sum, one) => sum + one, 0));
    }, 500);
  }

  /**
   * Means over the second and the last quarter of the time, in MB: collectors come and go, and the first quarter is for
   * growing. Undefined where nothing could be measured.
   */
  end(): { readonly before: number; readonly after: number } | undefined {
    clearInterval(this.#timer);
    const quarter = Math.floor(this.#marks.length / 4);
    if (quarter === 0) return undefined;
    const mean = (from: number): number =>
      this.#marks.slice(from, from + quarter).reduce((sum, one) => sum + one, 0) / quarter;
    return { before: mean(quarter), after: mean(this.#marks.length - quarter) };
  }
}
