import { currentFingerprint, sameName } from './known';
import type { Known } from './known';
import type { Evidence, ItemId, ItemStatus } from './model';

export interface Verdict {
  readonly status: ItemStatus;
  readonly evidence: readonly Evidence[];
  /** Overrides the item's own rule: here only a person can know. */
  readonly byHand?: boolean;
}

/** After half a day the proof of a token says little: sessions of our server and tokens of Peak's end. */
export const TOKEN_PROOF_MS = 12 * 60 * 60 * 1000;

export const OPEN: Verdict = { status: 'open', evidence: [] };
export const verdict = (
  status: ItemStatus,
  code: Evidence['code'],
  params: Evidence['params'] = {},
  at?: number,
): Verdict => ({ status, evidence: [at === undefined ? { code, params } : { code, params, at }] });

/** Ticked by a person, and when. */
export function byHand(known: Known, id: ItemId): Verdict {
  const at = known.workspace?.facts.byHand[id];
  return at === undefined ? OPEN : verdict('done', 'by-hand', {}, at);
}

export function tokenProved(known: Known): Verdict {
  const { connection, facts } = known.workspace ?? { connection: null, facts: undefined };
  const at = Math.max(connection?.checkedAt ?? 0, facts?.connected?.at ?? 0);
  if (connection === null && facts?.connected === undefined) return OPEN;
  const host = connection?.host ?? facts?.connected?.host ?? '';
  const solutions = facts?.connected?.solutions;
  const params = solutions === undefined ? { host } : { host, solutions };
  if (connection === null || known.session === 'gone') return verdict('stale', 'session-gone', params, at);
  if (known.now - at > TOKEN_PROOF_MS) return verdict('stale', 'token-too-old', params, at);
  return verdict('done', 'token-proved', params, at);
}

/** A name of the solution; `mayBeEmpty`: the vendor allows an empty prefix or suffix (docs/peak-api.md §3.1). */
export function detail(
  known: Known,
  key: 'solutionName' | 'prefix' | 'suffix' | 'targetSchemaName',
  mayBeEmpty = false,
): Verdict {
  const value = known.workspace?.solution?.[key];
  if (value === undefined) return OPEN;
  if (value !== '') return verdict('done', 'value-given', { value });
  return mayBeEmpty ? verdict('done', 'value-empty-on-purpose') : OPEN;
}

export function appAndVersion(known: Known): Verdict {
  const { appName = '', appVersion = '' } = known.workspace?.solution ?? {};
  if (appName === '' && appVersion === '') return OPEN;
  const status = appName !== '' && appVersion !== '' ? 'done' : 'partly';
  return verdict(status, 'value-given', { value: `${appName} ${appVersion}`.trim() });
}

export function hostUsed(known: Known): Verdict {
  const connection = known.workspace?.connection;
  return connection ? verdict('done', 'host-used', { host: connection.host }) : OPEN;
}

const SAVED = {
  saved: 'schema-saved',
  exists: 'schema-existed',
  assumed: 'schema-assumed',
} as const;

export function schemaSaved(known: Known): Verdict {
  const { facts, solution } = known.workspace ?? {};
  const saved = facts?.schemaSaved;
  if (saved === undefined) {
    // Tables cannot have been rolled out from a schema that was never saved.
    return isRolledOut(known) ? verdict('done', 'schema-assumed') : OPEN;
  }
  const params = { appName: saved.appName, appVersion: saved.appVersion };
  const other = solution && (solution.appName !== saved.appName || solution.appVersion !== saved.appVersion);
  return verdict(other ? 'stale' : 'done', SAVED[saved.outcome], params, saved.at);
}

const isRolledOut = ({ workspace, schema }: Known): boolean =>
  schema !== null ||
  workspace?.facts.schemaRead !== undefined ||
  workspace?.facts.listed !== undefined ||
  workspace?.facts.rollout?.recognised === true ||
  (workspace?.facts.rollout?.successful.length ?? 0) > 0;

export function rolloutSent(known: Known): Verdict {
  const rollout = known.workspace?.facts.rollout;
  if (rollout !== undefined && !rollout.recognised) {
    return verdict('done', 'rollout-sent', { tables: rollout.expected.length }, rollout.at);
  }
  if (!isRolledOut(known)) return OPEN;
  const facts = known.workspace?.facts;
  return verdict('done', 'rollout-recognised', {}, rollout?.at ?? facts?.listed?.at ?? facts?.schemaRead?.at);
}

export function rolloutComplete(known: Known): Verdict {
  const facts = known.workspace?.facts;
  const rollout = facts?.rollout;
  const live = known.schema?.tables.map((table) => table.name) ?? [];
  if (rollout === undefined || rollout.expected.length === 0) {
    const tables =
      known.schema?.tables.length ?? facts?.schemaRead?.tables ?? rollout?.successful.length ?? 0;
    if (tables === 0) return OPEN;
    return verdict('done', 'rollout-all', { tables, of: tables }, facts?.schemaRead?.at ?? rollout?.at);
  }
  const there = [...rollout.successful, ...live];
  const done = rollout.expected.filter((name) => there.some((other) => sameName(other, name))).length;
  // A table that failed once and stands in the live schema now was mended since.
  const failed = rollout.failed.filter(({ name }) => !live.some((other) => sameName(other, name))).length;
  const params = { tables: done, of: rollout.expected.length, failed };
  if (failed > 0) return verdict('failed', 'rollout-some', params, rollout.at);
  if (done < rollout.expected.length) {
    return verdict(done === 0 ? 'open' : 'partly', 'rollout-some', params, rollout.at);
  }
  return verdict('done', 'rollout-all', params, rollout.at);
}

export function listed(known: Known): Verdict {
  const fact = known.workspace?.facts.listed;
  if (fact === undefined) return OPEN;
  const params = fact.tableCount === undefined ? {} : { tables: fact.tableCount };
  return verdict('done', 'listed', params, fact.at);
}

export function modelReviewed(known: Known): Verdict {
  const reviewed = known.workspace?.facts.modelReviewed;
  if (reviewed === undefined) return OPEN;
  const current = currentFingerprint(known);
  return current !== undefined && current !== reviewed.fingerprint
    ? verdict('stale', 'model-changed-since', {}, reviewed.at)
    : verdict('done', 'model-seen', {}, reviewed.at);
}

export function keysIdentified(known: Known): Verdict {
  const read = known.workspace?.facts.schemaRead;
  const tables = known.schema?.tables.length ?? read?.tables ?? 0;
  if (tables === 0) return OPEN;
  const withKey =
    known.schema?.tables.filter((table) => table.primaryKey.length > 0).length ?? read?.withKey ?? 0;
  return verdict('done', 'keys-known', { tables: withKey, of: tables }, read?.at);
}
