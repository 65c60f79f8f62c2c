import { isLosslessNumber } from 'lossless-json';
import { DecimalSum } from '../submission/decimal-sum';
import type { Sent } from '../submission/join-attempts';
import { sumQueries, undoScript } from '../submission/undo-script';
import { trouble } from './errors';
import type { CallGive, CallTake } from './protocol';
import { sentRows, valuesOf, type SentRow } from './sent-rows';
import { attemptsOf, joinedOf } from './sending-joined';
import type { SendingPorts } from './sending-ports';
import { journalTold, readRecord } from './sending-record';

/** Characters gathered before they become a part of a Blob, which the browser may move to disk. */
const PART = 1_000_000;

type Take = Pick<CallTake<'controlSum'>, 'loadId' | 'parts'>;

/** The worker's calls about what a load leaves in the warehouse. They send nothing and change nothing. */
export function warehouseSide(ports: SendingPorts) {
  const { journal } = ports;

  /** Every row of a load and its attempts that may be in the warehouse: `sure`, or nobody knows. */
  async function leftBehind({ loadId, parts }: Take) {
    const record = await readRecord(journal, loadId);
    if (!record) throw trouble('no-plan');
    const plans: Sent[] = [record, ...(await attemptsOf(journal, loadId))];
    const { open } = await joinedOf(journal, record);
    const lastPlan = new Map<number, string>();
    for (const { plan } of plans)
      for (const [, source] of plan.followUp?.rows ?? []) lastPlan.set(source, plan.loadId);
    // Accepted, then failed when it was written: it is not there, unless another attempt brought it.
    const failedSince = ({ source, of }: SentRow) =>
      open.has(source) || (lastPlan.get(source) ?? loadId) !== of;
    const rulesOf = new Map(parts.map((part) => [part.loadId, part.rules]));
    async function* rows() {
      for (const sent of plans) {
        const rules = rulesOf.get(sent.plan.loadId);
        if (!rules) continue;
        for await (const { json, row } of sentRows(ports, sent, rules, new AbortController().signal)) {
          if (row.fate === 'refused' || (row.fate === 'accepted' && failedSince(row))) continue;
          yield { values: valuesOf(json), sure: row.fate === 'accepted' };
        }
      }
    }
    const sentAt = plans.flatMap(({ entries }) => entries.map((entry) => entry.sentAt));
    const { mapping, table } = rulesOf.get(loadId) ?? { mapping: [], table: undefined };
    const left = new Set(mapping.flatMap(({ column, source }) => (source.kind === 'omit' ? [] : [column])));
    const spec = record.plan.frozenFor ?? table;
    if (!spec) throw trouble('no-plan');
    return {
      rows: rows(),
      table: spec,
      sent: spec.columns.map(({ name }) => name).filter((name) => mapping.length === 0 || left.has(name)),
      firstSentAt: sentAt.length === 0 ? undefined : sentAt.reduce((a, b) => Math.min(a, b)),
    };
  }

  return {
    undoScript: (take: CallTake<'undoScript'>): Promise<CallGive<'undoScript'>> =>
      journalTold(async () => {
        const { rows, ...left } = await leftBehind(take);
        const counts = { rows: 0, unsure: 0 };
        async function* named() {
          for await (const { values, sure } of rows) {
            counts[sure ? 'rows' : 'unsure'] += 1;
            yield values;
          }
        }
        const parts: Blob[] = [];
        let text = '';
        const { schemaName: schema, notes } = take;
        for await (const piece of undoScript({ ...left, schema, notes }, named())) {
          text += piece;
          if (text.length < PART) continue;
          parts.push(new Blob([text]));
          text = '';
        }
        return { file: new Blob([...parts, text], { type: 'application/sql' }), ...counts };
      }),

    controlSum: (take: CallTake<'controlSum'>): Promise<CallGive<'controlSum'>> =>
      journalTold(async () => {
        const { rows, table, sent } = await leftBehind(take);
        const column = take.column.toLowerCase();
        const [sure, unsure] = [new DecimalSum(), new DecimalSum()];
        const counts = { rows: 0, unsure: 0 };
        for await (const row of rows) {
          counts[row.sure ? 'rows' : 'unsure'] += 1;
          const value = row.values.get(column);
          if (isLosslessNumber(value)) (row.sure ? sure : unsure).add(value.toString());
        }
        return {
          sum: sure.toString(),
          rows: counts.rows,
          empty: counts.rows - sure.count,
          unsure: { sum: unsure.toString(), rows: counts.unsure },
          ...sumQueries({ schema: take.schemaName, table, sent }, take.column),
        };
      }),
  };
}
