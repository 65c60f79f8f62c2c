import { readFile, rename, writeFile } from 'node:fs/promises';
import type { Dialect, FileHead } from '@/lib/files/model';
import { readHead } from '@/lib/files/read-head';
import type { DialectChoice } from '@/lib/files/read-head';
import type { ByteSource } from '@/lib/files/source';
import { checkFile } from '@/lib/intake/check-file';
import type { CheckedFile } from '@/lib/intake/check-file';
import { refusal, trouble } from '@/lib/intake/errors';
import { canonicalJson, fingerprintSource, fingerprintText } from '@/lib/intake/fingerprint';
import { fileCells, prepareRows } from '@/lib/intake/prepare-rows';
import type { FileCells, PreparedRows } from '@/lib/intake/prepared';
import type { Rules } from '@/lib/intake/protocol';
import { openText, packedKind, textHead } from '@/lib/intake/packed-text';
import { RowIndex } from '@/lib/intake/row-index';
import { decodeStates, encodeStates, snapshot } from '@/lib/intake/row-states';
import type { CheckSummary } from '@/lib/validation/model';
import type { Loads } from './loads-folder';
import { fileSource } from './file-source';
import { tempSpill } from './temp-spill';
import { textFile } from './text-file';

/** Ends by a signal are never asked for here: whoever stops the command stops the process. */
const { signal: NEVER } = new AbortController();

type Told = (bytes: number) => void;
type ToldOf = (done: number, total: number) => void;

interface Readable {
  readonly source: ByteSource;
  readonly head: FileHead;
}

/** What rows are read from: the file itself, or the text inside it, which is made when somebody asks for rows. */
async function readable(file: ByteSource, choice: DialectChoice, told: ToldOf) {
  const kind = await packedKind(file);
  if (kind === undefined) {
    const head = await headOf(file, choice);
    return {
      head,
      rows: async (kept?: Dialect): Promise<Readable> => ({
        source: file,
        head: kept === undefined ? head : await headOf(file, kept),
      }),
      close: async () => undefined,
    };
  }
  const opened = await openText(kind, file, choice, NEVER, tempSpill);
  let text: ReturnType<typeof textFile> | undefined;
  return {
    head: opened.head,
    async rows(kept: Dialect = opened.head.dialect): Promise<Readable> {
      text ??= textFile(opened, told);
      const source = await text;
      return { source, head: await textHead(source, kept, opened.facts(), file.size) };
    },
    async close(): Promise<void> {
      await opened.rest.return(undefined);
      await text?.then(
        (made) => made.close(),
        () => undefined,
      );
    },
  };
}

async function headOf(source: ByteSource, choice: DialectChoice): Promise<FileHead> {
  const head = await readHead(source, choice);
  if (!head.ok) throw refusal(head.error);
  return head.value;
}

/** One file of this disk: read, fingerprinted, checked, and its rows made ready for a plan. Rejects as the worker does. */
export async function openAtHand(path: string, choice: DialectChoice, unpacking: ToldOf = () => undefined) {
  const file = await fileSource(path);
  const reading = await readable(file, choice, unpacking).catch(async (cause: unknown) => {
    await file.close();
    throw cause;
  });
  const { head } = reading;
  let fingerprint: string | undefined;
  let checked: CheckedFile | undefined;

  const print = (rules: Rules): Promise<string> => fingerprintText(canonicalJson(rules));
  const underRules = async (rules: Rules): Promise<CheckedFile | undefined> =>
    checked && (await print(checked.rules)) === (await print(rules)) ? checked : undefined;
  const keptStates = async (statesPath: string) => {
    const bytes = await readFile(statesPath).catch(() => undefined);
    const kept = bytes && (await decodeStates(new Blob([new Uint8Array(bytes)])));
    return kept?.states.sourceFingerprint === fingerprint ? kept : undefined;
  };

  return {
    head,
    size: file.size,
    async close(): Promise<void> {
      await reading.close();
      await file.close();
    },
    async fingerprint(told: Told): Promise<string> {
      fingerprint ??= await fingerprintSource(file, (_slice, bytes) => told(bytes), NEVER);
      return fingerprint;
    },
    async check(rules: Rules, told: ToldOf): Promise<CheckedFile> {
      const { source, head } = await reading.rows();
      checked?.ledger.close();
      checked = await checkFile(source, head, rules, {
        signal: NEVER,
        now: Date.now,
        onProgress: ({ bytes }) => told(bytes, source.size),
        // Where there is no room, keys stay in memory.
        openSpill: () => tempSpill().catch(() => undefined),
      });
      return checked;
    },
    /** Lets go of what checking needs and sending does not: the keys of all rows. */
    forgetCheck(): void {
      checked?.ledger.close();
      checked = undefined;
    },
    /** What the engine's surroundings ask of a load (lib/intake/sending-ports), for this one file. */
    ports: (loads: Loads) => ({
      async prepared(loadId: string, rules: Rules): Promise<PreparedRows> {
        const made = { rulesFingerprint: await print(rules), sourceFingerprint: fingerprint ?? '' };
        const fresh = await underRules(rules);
        if (fresh) return prepareRows(fresh, rules, snapshot(fresh.ledger, made));
        const kept = await keptStates(loads.statesPath(loadId));
        if (kept?.states.rulesFingerprint !== made.rulesFingerprint) throw trouble('not-checked');
        const { dialect, index, states } = kept;
        return prepareRows({ ...(await reading.rows(dialect)), dialect, index }, rules, states);
      },
      async source(loadId: string): Promise<FileCells> {
        const kept = checked ?? (await keptStates(loads.statesPath(loadId)));
        const { dialect, index } = kept ?? { dialect: head.dialect, index: new RowIndex() };
        return fileCells({ ...(await reading.rows(dialect)), dialect, index });
      },
      checked: async (_loadId: string, rules: Rules): Promise<CheckSummary | undefined> =>
        (await underRules(rules))?.summary,
      async keepStates(loadId: string, rules: Rules): Promise<void> {
        const file = await underRules(rules);
        if (!file) throw trouble('not-checked');
        const made = { rulesFingerprint: await print(rules), sourceFingerprint: fingerprint ?? '' };
        const path = loads.statesPath(loadId);
        await writeFile(`${path}.new`, encodeStates(snapshot(file.ledger, made), file.index, file.dialect), {
          flush: true,
        });
        await rename(`${path}.new`, path);
      },
      sourceFingerprint: () => fingerprint,
    }),
  };
}
export type AtHand = Awaited<ReturnType<typeof openAtHand>>;
