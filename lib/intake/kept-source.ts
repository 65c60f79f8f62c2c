import { z } from 'zod';
import { SourceError } from '../files/source';
import type { KeptFiles } from './keep';

const about = z.object({ name: z.string(), sizeBytes: z.number(), fingerprint: z.string() });
/** What stands beside a copy: only with it is the copy whole. */
export type About = z.infer<typeof about>;
export type KeptSource = About & { readonly blob: Blob };

/** What was kept of a load's file; undefined when nothing whole is there. */
export async function keptSource(files: KeptFiles, loadId: string): Promise<KeptSource | undefined> {
  try {
    const record = await files.read(loadId, 'about');
    const blob = await files.read(loadId, 'source');
    if (record === undefined || blob === undefined) return undefined;
    const parsed = about.safeParse(JSON.parse(await record.text()));
    return parsed.success && parsed.data.sizeBytes === blob.size ? { ...parsed.data, blob } : undefined;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw new SourceError('file-unreadable', { cause });
  }
}
