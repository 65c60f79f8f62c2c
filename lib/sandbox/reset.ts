import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { heldElsewhere } from './held';
import { WAREHOUSE_FILE } from './sandbox';
import { serverSettings } from './settings';
import { Warehouse } from './warehouse';

/** Wipes the sandbox's folder, unless a running sandbox has it open. */
async function main(): Promise<number> {
  const parsed = serverSettings(process.env);
  if (!parsed.ok) {
    process.stderr.write(`${parsed.error.join('\n')}\n`);
    return 1;
  }
  const { dataDir } = parsed.value;
  const file = join(dataDir, WAREHOUSE_FILE);
  if (!existsSync(file)) {
    process.stdout.write(`${dataDir} holds no sandbox; nothing to reset.\n`);
    return 0;
  }
  try {
    const warehouse = await Warehouse.open(file);
    await warehouse.close();
  } catch (error) {
    // A file that DuckDB cannot read at all is one more reason to reset.
    if (heldElsewhere(error)) {
      process.stderr.write(`A sandbox is using ${dataDir}. Stop it first; nothing was changed.\n`);
      return 1;
    }
  }
  for (const name of [WAREHOUSE_FILE, `${WAREHOUSE_FILE}.wal`]) rmSync(join(dataDir, name), { force: true });
  process.stdout.write(`The sandbox in ${dataDir} is empty again.\n`);
  return 0;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  },
);
