import { MARK_BEGINS, MARK_ENDS, MARKED_PARTS } from '../model';
import { RAISED } from './text-marks';

/** Characters in a row that look alike (`text-marks.ts`). */
export interface TextPart {
  readonly text: string;
  readonly marks: number;
}

/** A longer text is no number, nor a day. */
const MOST = 60;
const LETTER = /\p{L}/u;
const [DIGIT, SIGN] = ['\\d', "[.,'’+\\-\u2212/:]"];
const NEAR = new RegExp(`${DIGIT}\0${DIGIT}`);
const APART = new RegExp(`${DIGIT}\\s*\0\\s*${DIGIT}`);
const SIGNED = new RegExp(`${DIGIT}\\s*\0\\s*${SIGN}|${SIGN}\\s*\0\\s*${DIGIT}`);

/** Neighbours that look alike as one. A blank looks like what is before it. */
function joined(parts: readonly TextPart[]): TextPart[] {
  const all: TextPart[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (last !== undefined && (part.marks === last.marks || part.text.trim() === ''))
      all[all.length - 1] = { text: last.text + part.text, marks: last.marks };
    else if (part.text !== '') all.push(part);
  }
  return all;
}

/** Whether the digits of two parts are read as one number although they do not look alike. */
function runsOn(one: TextPart, other: TextPart, hasLetters: boolean): boolean {
  const border = `${one.text}\0${other.text}`;
  if (NEAR.test(border)) return true;
  // In `CO₂ 20 l` and `Omega-₃` nothing is amiss.
  const isRaised = ((one.marks | other.marks) & RAISED) !== 0;
  if (hasLetters && isRaised) return false;
  return APART.test(border) || (!hasLetters && SIGNED.test(border));
}

/**
 * A text whose raised or struck parts run on into its other digits, so that joined they are another number (`250` with a
 * footnote ¹ is 2501), in a form that no check lets pass; undefined for any other.
 */
export function heldText(runs: readonly TextPart[]): string | undefined {
  const parts = joined(runs);
  const text = parts.map((part) => part.text).join('');
  if (text.length > MOST || text.includes(MARK_BEGINS) || text.includes(MARK_ENDS)) return undefined;
  const hasLetters = LETTER.test(text);
  if (!parts.some((part, at) => at > 0 && runsOn(parts[at - 1] ?? part, part, hasLetters))) return undefined;
  const shown = parts.map((part) => (part.marks === 0 ? part.text : MARK_BEGINS + part.text + MARK_ENDS));
  return `${MARKED_PARTS} ${shown.join('')}`;
}
