import { readFile, rename, writeFile } from 'node:fs/promises';
import type { FileHead } from '@/lib/files/model';
import { readHead } from '@/lib/files/read-head';
import type { DialectChoice } from '@/lib/files/read-head';
import type { ByteSource } from '@/lib/files/source';
import { checkFile } from '@/lib/intake/check-file';
import type { CheckedFile } from '@/lib/intake/check-file';
import { refusal, trouble } from '@/lib/intake/errors';
import { canonicalJson, fingerprintSource, fingerprintText } from '@/lib/intake/fingerprint';
import { fileCells, prepareRows } from '@/lib/intake/prepare-rows';
import type { PreparedRows } from '@/lib/intake/prepared';
import type { Rules } from '@/lib/intake/protocol';
import { RowIndex } from '@/lib/intake/row-index';
import { decodeStates, encodeStates, snapshot } from '@/lib/intake/row-states';
import type { CheckSummary } from '@/lib/validation/model';
import type { Loads } from './loads-folder';
import { fileSource } from './file-source';

/** Ends by a signal are never asked for here: whoever stops the command stops the process. */
const { signal: NEVER } = new AbortController();

type Told = (bytes: number) => void;

async function headOf(source: ByteSource, choice: DialectChoice): Promise<FileHead> {
  const head = await readHead(source, choice);
  if (!head.ok) throw refusal(head.error);
  return head.value;
}

/** One file of this disk: read, fingerprinted, checked, and its rows made ready for a plan. Rejects as the worker does. */
export async function openAtHand(path: string, choice: DialectChoice) {
  const source = await fileSource(path);
  const head = await headOf(source, choice);
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
    size: source.size,
    close: () => source.close(),
    async fingerprint(told: Told): Promise<string> {
      fingerprint ??= await fingerprintSource(source, (_slice, bytes) => told(bytes), NEVER);
      return fingerprint;
    },
    async check(rules: Rules, told: (rows: number, bytes: number) => void): Promise<CheckedFile> {
      checked = await checkFile(source, head, rules, {
        signal: NEVER,
        now: Date.now,
        onProgress: ({ rows, bytes }) => told(rows, bytes),
      });
      return checked;
    },
    /** Lets go of what checking needs and sending does not: the keys of all rows. */
    forgetCheck(): void {
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
        return prepareRows({ source, dialect, index, head: await headOf(source, dialect) }, rules, states);
      },
      async source(loadId: string): Promise<Pick<PreparedRows, 'header' | 'cells'>> {
        const kept = checked ?? (await keptStates(loads.statesPath(loadId)));
        const { dialect, index } = kept ?? { dialect: head.dialect, index: new RowIndex() };
        return fileCells({ source, dialect, index, head });
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
