import type { ColumnSpec } from '../peak/model';
import type { ColumnRule } from '../repair/model';
import type { ClockColumn } from '../repair/time-beside';
import { booleanMap, mixedBooleanMap } from './boolean-words';
import { CODE } from './codes';
import { eraOffers, nameOffers, orderOffers, zoneOffers } from './date-offers';
import { isYearDay } from './year-day';
import type { ColumnEvidence } from './evidence';
import type { Proof } from './model';
import { choose, type Offers } from './offered';
import type { Tally } from './tally';
import { nearSpelling } from './text-check';
import { unitOffers } from './unit-offers';
import { COMMA, POINT } from './unread-number';

function signProof(tally: Tally | undefined, reading: 'decimal-comma' | 'decimal-point'): Proof[] {
  const [sample] = tally?.samples ?? [];
  return sample === undefined ? [] : [{ readings: [reading], ...sample, cells: tally?.count ?? 0 }];
}

/** Decimal sign: offered when only one is left by all numbers of the column, clean ones included. */
function signOffers(evidence: ColumnEvidence): Offers {
  const { signs, plainPoint, pointGroups, alike } = evidence;
  const [, point, comma, both] = signs;
  const pointProofs = [...signProof(point, 'decimal-point'), ...signProof(plainPoint, 'decimal-point')].slice(
    0,
    1,
  );
  const commaProofs = signProof(comma, 'decimal-comma');
  const withComma: ColumnRule =
    pointGroups.count > 0 && plainPoint.count === 0
      ? { rule: 'decimal-comma', lonePoint: 'thousands' }
      : { rule: 'decimal-comma' };
  const withPoint: ColumnRule = { rule: 'thousands-comma' };
  const isPoint = pointProofs.length > 0;
  const isComma = commaProofs.length > 0;
  if (isPoint && isComma)
    return { choices: [withComma, withPoint], proofs: [...pointProofs, ...commaProofs] };
  if (isPoint) return { offer: withPoint, proofs: pointProofs };
  if (isComma) return { offer: withComma, proofs: commaProofs };
  if ((both?.count ?? 0) > 0) return choose([withComma, withPoint]);
  return alike.count > 0 ? { offer: withPoint } : {};
}

/** A lone `1.234` is asked about unless something proves the point and nothing the comma: `0.5` beside `1.234.567` settles nothing. */
export const pointIsProved = ({ plainPoint, signs }: ColumnEvidence): boolean =>
  (signs[COMMA]?.count ?? 0) === 0 && (plainPoint.count > 0 || (signs[POINT]?.count ?? 0) > 0);

function lonePointOffers(evidence: ColumnEvidence): Offers {
  const asThousands: ColumnRule = { rule: 'decimal-comma', lonePoint: 'thousands' };
  const proofs = signProof(evidence.signs[COMMA], 'decimal-comma');
  return { choices: [asThousands, { rule: 'thousands-comma' }], ...(proofs.length > 0 ? { proofs } : {}) };
}

function emptyOffers(column: ColumnSpec, evidence: ColumnEvidence): Offers {
  const words = evidence.words.list();
  return words.length > 0 && column.nullable ? { offer: { rule: 'empty-words', words } } : {};
}

function booleanOffers(column: ColumnSpec, evidence: ColumnEvidence): Offers {
  const texts = evidence.values.list();
  const sure = evidence.values.more ? undefined : booleanMap(texts);
  if (sure !== undefined) return { offer: { rule: 'map-values', values: [...sure] } };
  const words = emptyOffers(column, evidence).offer;
  const some = mixedBooleanMap(texts);
  return choose([
    ...(some.length > 0 ? [{ rule: 'map-values' as const, values: [...some] }] : []),
    ...(words === undefined ? [] : [words]),
  ]);
}

/** Values that differ from an allowed one in case and blanks alone, where that one is the only such. */
function nearOffers(column: ColumnSpec, evidence: ColumnEvidence): Offers {
  const values = evidence.values.list().flatMap((from) => {
    const matches = (column.allowed ?? []).filter((to) => nearSpelling(to) === nearSpelling(from));
    const [to] = matches;
    return to === undefined || matches.length > 1 ? [] : [{ from: from.trim(), to }];
  });
  return values.length === 0 ? {} : { offer: { rule: 'map-values', values } };
}

/** What else is known of a column: its filled cells, and what its file says of separators and times of day. */
interface Seen {
  readonly filled: number;
  readonly besideSeparators: string | undefined;
  readonly clocks: readonly ClockColumn[];
}

const timeOf = ({ position, heading }: ClockColumn): ColumnRule => ({
  rule: 'time-beside',
  positions: [position],
  heading,
});

type Offering = (column: ColumnSpec, evidence: ColumnEvidence, seen: Seen) => Offers;
const always =
  (offer: ColumnRule): Offering =>
  () => ({ offer });
const asked =
  (...rules: ColumnRule[]): Offering =>
  () =>
    choose(rules);

const OFFERS: ReadonlyMap<number, Offering> = new Map<number, Offering>([
  [CODE['text-padded'], always({ rule: 'trim' })],
  [CODE['text-invisible'], always({ rule: 'clean' })],
  [CODE['text-control'], always({ rule: 'clean' })],
  [CODE['text-sheet-mark'], always({ rule: 'drop-sheet-mark' })],
  [
    CODE['text-separator-half'],
    (_column, _evidence, { besideSeparators: text }) =>
      text === undefined ? {} : { offer: { rule: 'drop-edge', text } },
  ],
  [CODE['text-escaped'], asked({ rule: 'unescape' })],
  [CODE['integer-point-zero'], always({ rule: 'drop-point-zero' })],
  [CODE['text-float-shaped-id'], always({ rule: 'drop-point-zero' })],
  [CODE['number-negative-form'], always({ rule: 'negative-forms' })],
  [CODE['number-other-digits'], always({ rule: 'plain-digits' })],
  [CODE['integer-exponent'], asked({ rule: 'expand-exponent' })],
  [CODE['number-percent'], asked({ rule: 'percent-to-fraction' }, { rule: 'strip-unit', units: ['%'] })],
  [CODE['number-beyond-shown'], always({ rule: 'round-shown' })],
  [CODE['number-beyond-shown-unfit'], always({ rule: 'round-shown' })],
  [CODE['number-unit'], (_column, evidence) => unitOffers(evidence)],
  [CODE['number-decimal-comma'], (_column, evidence) => signOffers(evidence)],
  [CODE['number-thousands'], (_column, evidence) => signOffers(evidence)],
  [CODE['number-point-group'], (_column, evidence) => lonePointOffers(evidence)],
  [
    CODE['number-lone-point'],
    ({ type }) =>
      choose([
        { rule: 'decimal-comma', lonePoint: 'thousands' },
        type === 'integer' ? { rule: 'drop-point-zero' } : { rule: 'decimal-comma', lonePoint: 'decimal' },
      ]),
  ],
  [CODE['date-order-unknown'], (_column, evidence) => orderOffers(evidence)],
  [CODE['date-year-day-month'], (_column, evidence) => orderOffers(evidence)],
  [CODE['date-turned'], (_column, evidence) => orderOffers(evidence)],
  [
    CODE['date-not-in-calendar'],
    (column, evidence, { filled }) => {
      if (isYearDay(evidence)) return orderOffers(evidence);
      const { offer } = emptyOffers(column, evidence);
      return offer === undefined ? eraOffers(evidence, filled) : { offer };
    },
  ],
  [CODE['date-far'], (_column, evidence, { filled }) => eraOffers(evidence, filled)],
  [CODE['date-far-filled'], (_column, evidence, { filled }) => eraOffers(evidence, filled)],
  [CODE['date-compact'], (_column, evidence) => orderOffers(evidence)],
  [CODE['date-twelve-hour'], (_column, evidence) => orderOffers(evidence)],
  [CODE['date-year-short'], (_column, evidence) => orderOffers(evidence)],
  [CODE['date-month-name'], (_column, evidence) => nameOffers(evidence)],
  [
    CODE['date-serial'],
    asked({ rule: 'date-serial', system: '1900' }, { rule: 'date-serial', system: '1904' }),
  ],
  [CODE['timestamp-without-time'], (_column, _evidence, { clocks }) => choose(clocks.map(timeOf))],
  [CODE['date-zone-dropped'], (_column, evidence) => zoneOffers(evidence)],
  [CODE['date-zone-missing'], asked({ rule: 'add-zone', zone: '+00:00' })],
  [CODE['date-with-time'], asked({ rule: 'date-drop', part: 'time' })],
  [CODE['date-fraction'], asked({ rule: 'date-drop', part: 'fraction' })],
  [CODE['boolean-malformed'], booleanOffers],
  [CODE['value-near-allowed'], nearOffers],
  [CODE['value-not-allowed'], emptyOffers],
  [CODE['text-null-word'], emptyOffers],
  [
    CODE['text-empty-quoted'],
    asked(
      { rule: 'empty-as', as: 'quoted-text' },
      { rule: 'empty-as', as: 'null' },
      { rule: 'empty-as', as: 'text' },
    ),
  ],
  [CODE['integer-malformed'], emptyOffers],
  [CODE['number-malformed'], emptyOffers],
  [CODE['date-malformed'], emptyOffers],
  [CODE['json-malformed'], emptyOffers],
  [CODE['cell-error-value'], emptyOffers],
  [
    CODE['cell-parts-marked'],
    asked({ rule: 'marked-parts', as: 'left-out' }, { rule: 'marked-parts', as: 'kept' }),
  ],
]);

/** What would mend findings of this code in this column. Nothing of it is ever applied by itself. */
export function offersFor(code: number, column: ColumnSpec, evidence: ColumnEvidence, seen: Seen): Offers {
  return OFFERS.get(code)?.(column, evidence, seen) ?? {};
}
