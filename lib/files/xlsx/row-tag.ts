import { damaged } from '../inflate';
import { latin } from './byte-sink';
import type { SheetRow } from './sheet-row';
import { packed } from './xml-names';
import type { XmlScanner } from './xml-scanner';

const [R, HT] = [packed('r'), packed('ht')];
const ZERO = 48;
const LAST_ROW = 1_048_576;

/** Whether an attribute says yes. */
export const isOn = (value: string | undefined): boolean => /^(1|true|on)$/.test(value ?? '');

/** Whether a height or width leaves nothing to be seen. */
export const isNothing = (size: string | undefined): boolean => /^0+(\.0*)?$/.test(size ?? '');

/**
 * Begins the row whose tag the scanner stands on. `hidesAll`: the sheet hides rows that say nothing of their own. Throws
 * `file-damaged` at a number that no row can have.
 */
export function beginRow(row: SheetRow, xml: XmlScanner, hidesAll: boolean): void {
  let number = row.number + 1;
  let hidden: boolean | undefined;
  let isFlat: boolean | undefined;
  while (xml.nextAttr()) {
    if (xml.attrName === R) number = Number(latin(xml.bytes, xml.valueFrom, xml.valueTo));
    else if (xml.attrName === HT)
      isFlat = xml.bytes[xml.valueFrom] === ZERO && isNothing(latin(xml.bytes, xml.valueFrom, xml.valueTo));
    else if (xml.attrIs('hidden')) hidden = isOn(latin(xml.bytes, xml.valueFrom, xml.valueTo));
  }
  if (!Number.isInteger(number) || number < 1 || number > LAST_ROW) throw damaged();
  row.begin(number, hidden === true || (isFlat ?? (hidden === undefined && hidesAll)));
}
