import type { Proof } from '@/lib/validation/model';
import { counted } from './format';

const READING_WORDS: Record<Proof['readings'][number], string> = {
  'decimal-comma': 'with a decimal comma',
  'decimal-point': 'with a decimal point',
  'day-first': 'day first',
  'month-first': 'month first',
  'year-first': 'year first',
  'year-day': 'year, day, month',
};

/** No reading is left that fits all of them. */
export function contradicts(proofs: readonly Proof[]): boolean {
  const [first, ...others] = proofs;
  return (
    first !== undefined && !first.readings.some((one) => others.every((each) => each.readings.includes(one)))
  );
}

/** One row and what it proves: `Row 2, “8/15/14”, can only be read month first (612 cells).` */
export function proofWords({ readings, row, value, cells }: Proof, rowName: (row: number) => string): string {
  const ways = readings.map((one) => READING_WORDS[one]).join(' or ');
  const more = cells > 1 ? `, and so can ${counted(cells - 1, 'more cell')}` : '';
  return `Row ${rowName(row)}, “${value}”, can only be read ${ways}${more}.`;
}
