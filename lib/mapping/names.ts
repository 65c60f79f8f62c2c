/** A name without case, separators and marks: `Invoice No.`, `invoice_no` and `InvoiceNo` are one. */
export function bareName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** What changes the meaning of a name, or is half of a separator: `Discount %`, `-Qty`, `id~`. */
const MEANT = /[^~%‰+#^|<>=±,;-]+/g;

/** Whether two names have the same signs at their ends, apart from those that only set words off. */
export function endsAlike(a: string, b: string): boolean {
  const ends = (name: string) => {
    const [before = '', ...rest] = name.normalize('NFKC').split(/[\p{L}\p{N}]/u);
    return `${before.replace(MEANT, '')} ${(rest.at(-1) ?? '').replace(MEANT, '')}`;
  };
  return ends(a) === ends(b);
}

/** Short forms people use in headings, as the word they stand for. Only those that hardly mean anything else. */
const WORDS: Readonly<Record<string, string>> = {
  no: 'id',
  nr: 'id',
  num: 'id',
  number: 'id',
  code: 'id',
  key: 'id',
  ident: 'id',
  identifier: 'id',
  qty: 'quantity',
  amt: 'amount',
  cust: 'customer',
  prod: 'product',
  cat: 'category',
  desc: 'description',
  dt: 'date',
  at: 'date',
  datetime: 'date',
  timestamp: 'date',
  ts: 'date',
  curr: 'currency',
  loc: 'location',
  wh: 'warehouse',
  supp: 'supplier',
  min: 'minimum',
  max: 'maximum',
  avg: 'average',
  pct: 'percent',
};

/** The words of a name, short forms written out: `CustNo` and `customer_id` are both `customer`, `id`. */
export function wordsOf(name: string): string[] {
  const words = name
    .normalize('NFKD')
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{L})(\p{N})|(\p{N})(\p{L})/gu, '$1$3 $2$4')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return (words ?? []).map((word) => WORDS[word] ?? word);
}

function bigrams(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = text.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

/** Dice coefficient over letter pairs of two bare names, 0 to 1. */
function lettersAlike(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length < 2 || b.length < 2) return 0;
  const left = bigrams(a);
  let shared = 0;
  for (const [pair, count] of bigrams(b)) shared += Math.min(count, left.get(pair) ?? 0);
  return (2 * shared) / (a.length + b.length - 2);
}

/** Share of the words that two names have in common, 0 to 1. */
function wordsAlike(a: readonly string[], b: readonly string[]): number {
  const left = new Set(a);
  const right = new Set(b);
  const shared = [...left].filter((word) => right.has(word)).length;
  return left.size + right.size === 0 ? 0 : (2 * shared) / (left.size + right.size);
}

/** How alike two names are, 0 to 1: by their words or their letters, whichever says more. */
export function similarity(a: string, b: string): number {
  return Math.max(lettersAlike(bareName(a), bareName(b)), 0.95 * wordsAlike(wordsOf(a), wordsOf(b)));
}
