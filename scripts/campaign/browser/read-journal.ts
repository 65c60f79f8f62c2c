import type { Page } from '@playwright/test';
import { z } from 'zod';
import { JOURNAL_DATABASE } from '@/lib/workspace/database';
import { batch, batchEntry, plan } from '@/lib/submission/model';

const records = z.object({
  plans: z.array(plan),
  chunks: z.array(z.array(batch)),
  entries: z.array(batchEntry),
});

/** What the browser's journal holds of one load, read past the app. */
export async function readJournal(page: Page, loadId: string) {
  const raw = await page.evaluate(async (name) => {
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('the journal cannot be opened'));
    });
    const all = (store: string) =>
      new Promise<unknown[]>((resolve, reject) => {
        const request = opened.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(`${store} cannot be read`));
      });
    try {
      return { plans: await all('plans'), chunks: await all('chunks'), entries: await all('entries') };
    } finally {
      opened.close();
    }
  }, JOURNAL_DATABASE);
  const { plans, chunks, entries } = records.parse(raw);
  const own = plans.find((one) => one.loadId === loadId);
  if (!own) throw new Error('the journal holds no plan of this load');
  return {
    plan: own,
    batches: chunks.flat().filter((one) => one.loadId === loadId),
    entries: entries.filter((one) => one.loadId === loadId),
  };
}
