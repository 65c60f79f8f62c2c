/** A number may begin with a sign; anything else that begins like this a spreadsheet would run as a formula. */
const RUNS = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?(?:\d[\d.,]*|[.,]\d+)(?:[eE][+-]?\d+)?$/;

/** Whether a spreadsheet would run the cell; in a CSV such cells become text by a leading apostrophe. */
export const needsGuard = (text: string): boolean => RUNS.test(text) && !NUMBER.test(text);

/** A cell's text for a CSV that may be opened in a spreadsheet. */
export const csvText = (text: string): string => (needsGuard(text) ? `'${text}` : text);

/** The text of a cell that came back; the apostrophe goes where our own guard would have put it. */
export function withoutGuard(text: string, here: string): string {
  // Spreadsheets write line ends inside cells their own way.
  const lines = (each: string) => each.replace(/\r\n?/g, '\n');
  if (lines(text) === lines(here) || lines(text) === lines(csvText(here))) return here;
  return text.startsWith("'") && csvText(text.slice(1)) === text ? text.slice(1) : text;
}
