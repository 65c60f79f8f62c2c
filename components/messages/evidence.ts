import type { Evidence, EvidenceCode } from '@/lib/checklist/model';
import { counted, formatCount, formatWhen } from './format';

type Params = Evidence['params'];
const number = (params: Params, key: string): number => Number(params[key] ?? 0);
const text = (params: Params, key: string): string => String(params[key] ?? '');
const of = (params: Params): string =>
  number(params, 'of') === 1
    ? counted(number(params, 'tables'), 'table')
    : `${formatCount(number(params, 'tables'))} of ${counted(number(params, 'of'), 'table')}`;
const hostOf = (params: Params): string => text(params, 'host').replace(/^https?:\/\//, '');

const SENTENCE: Record<EvidenceCode, (params: Params) => string> = {
  'by-hand': () => 'ticked by you',
  'token-proved': (p) =>
    'solutions' in p
      ? `token checked, ${counted(number(p, 'solutions'), 'solution')} readable`
      : 'token checked',
  'token-too-old': () => 'too long ago',
  'session-gone': () => 'the session has ended',
  'value-given': (p) => text(p, 'value'),
  'value-empty-on-purpose': () => 'none, names are used as they are',
  'host-used': hostOf,
  'schema-saved': (p) => `${text(p, 'appName')} ${text(p, 'appVersion')} saved`,
  'schema-existed': (p) => `${text(p, 'appName')} ${text(p, 'appVersion')} was saved before`,
  'schema-assumed': () => 'tables are rolled out, so it was saved',
  'rollout-sent': (p) => `sent for ${counted(number(p, 'tables'), 'table')}`,
  'rollout-recognised': () => 'was already rolled out',
  'rollout-all': (p) => `${of(p)} rolled out`,
  'rollout-some': (p) =>
    number(p, 'failed') > 0
      ? `${of(p)} rolled out, ${formatCount(number(p, 'failed'))} failed`
      : `${of(p)} rolled out`,
  listed: (p) => ('tables' in p ? `listed with ${counted(number(p, 'tables'), 'table')}` : 'listed'),
  'model-seen': () => 'seen as it is now',
  'model-changed-since': () => 'the schema has changed since',
  'keys-known': (p) => `${of(p)} with a key`,
  'required-mapped': (p) =>
    `all there in ${of(p)}${number(p, 'nulls') > 0 ? `, ${counted(number(p, 'nulls'), 'column')} sent with null in every row` : ''}`,
  'batches-cut': (p) =>
    `${counted(number(p, 'batches'), 'batch', 'batches')} of at most ${counted(number(p, 'rows'), 'row')}, ${of(p)}`,
  'operation-chosen': (p) => `for ${of(p)}`,
  'url-known': (p) => ('table' in p ? `${hostOf(p)} … ${text(p, 'table')}` : hostOf(p)),
  'dry-run-passed': (p) => `dry run passed for ${of(p)}`,
  'dry-run-rejected': (p) =>
    number(p, 'refused') > 0
      ? `${formatCount(number(p, 'refused'))} of ${counted(number(p, 'rows'), 'row')} refused`
      : 'refused as a whole',
  'first-batch-accepted': (p) => `first batch accepted for ${of(p)}`,
  'tables-loaded': (p) =>
    `${of(p)}, ${counted(number(p, 'rows'), 'row')} accepted${number(p, 'failed') > 0 ? `, ${formatCount(number(p, 'failed'))} failed` : ''}${number(p, 'aside') > 0 ? `; ${counted(number(p, 'aside'), 'optional table')} begun, not counted until rows are sent` : ''}`,
  'tables-in-doubt': (p) => `${counted(number(p, 'rows'), 'row')} in doubt`,
  'accounts-balance': (p) =>
    `${counted(number(p, 'tables'), 'account adds up', 'accounts add up')}, nothing waiting or in doubt${number(p, 'closed') < number(p, 'needed') ? `, for ${of({ tables: number(p, 'closed'), of: number(p, 'needed') })}` : ''}`,
  'account-open': (p) =>
    `${formatCount(number(p, 'tables'))} of ${counted(number(p, 'of'), 'account')} closed`,
  'outcomes-seen': () => 'confirmed by you on the dashboard',
  'failed-rows-seen': (p) => `${counted(number(p, 'rows'), 'failed row')} looked at`,
  'no-failed-rows': (p) =>
    number(p, 'tables') < number(p, 'of') ? `no row failed so far, ${of(p)} loaded` : 'no row failed',
  'attribute-added': (p) => `${text(p, 'column')} in ${text(p, 'table')}`,
  'scheduling-requested': () => 'ticket text copied',
};

/** Values are shown in the fixed-width face: names of tables, hosts, what was typed. */
export const isLiteral = (code: EvidenceCode): boolean =>
  code === 'value-given' || code === 'host-used' || code === 'url-known';

/** Where the time is not that of what the sentence says. */
const BEFORE_TIME: Partial<Record<EvidenceCode, string>> = {
  'session-gone': 'last checked ',
  'token-too-old': 'last checked ',
  'model-changed-since': 'looked at ',
};

/** "token checked, 3 solutions readable · 14:02". `now` in ms since the epoch. */
export function evidenceSentence(evidence: Evidence, now: number): string {
  const sentence = SENTENCE[evidence.code](evidence.params);
  if (evidence.at === undefined) return sentence;
  const time = `${BEFORE_TIME[evidence.code] ?? ''}${formatWhen(evidence.at, now)}`;
  return `${sentence} · ${time.replaceAll(' ', '\u00a0')}`;
}
