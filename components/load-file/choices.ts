import { delimiterWord } from '@/components/messages/files';
import type { Option } from '@/components/ui/select';
import type { Dialect } from '@/lib/files/model';

/** Separators on offer: the usual ones, then every other character that could be one. */
const DELIMITERS = [
  ',',
  ';',
  '\t',
  '|',
  ':',
  ' ',
  '^',
  '~',
  '\u0001',
  '\u001e',
  '\u001f',
  ...'¦§#/*!@$%&+-.=?_\\',
];

/** Among separators: none at all. */
export const BY_PLACE = 'places';

export const delimiterOptions = (current: string): Option[] => [
  ...[...new Set([...DELIMITERS, current])].map((value) => ({ value, text: delimiterWord(value) })),
  { value: BY_PLACE, text: 'None: at fixed places' },
];

/** Places as people count them, characters from 1, and back; undefined for what is no list of such numbers. */
export const placesText = (places: NonNullable<Dialect['places']>): string =>
  places.map(({ to }) => to + 1).join(', ');

export function placesOf(text: string): NonNullable<Dialect['places']> | undefined {
  const numbers = text.split(/[\s,;]+/).filter((part) => part !== '');
  if (!numbers.every((part) => /^[1-9]\d{0,4}$/.test(part))) return undefined;
  // The first column begins with the line.
  const begins = [...new Set(numbers.map(Number))].filter((at) => at > 1).sort((a, b) => a - b);
  return begins.map((at) => ({ from: at - 1, to: at - 1 }));
}

type Quoting = Required<Pick<Dialect, 'quote' | 'escape'>>;

/** Ways of quoting, each a choice of one name. */
export const QUOTING: Readonly<Record<string, Quoting & { readonly text: string }>> = {
  doubled: { quote: '"', escape: 'doubled', text: '"…" with "" inside' },
  backslash: { quote: '"', escape: 'backslash', text: '"…" with \\" inside' },
  single: { quote: "'", escape: 'doubled', text: "'…' with '' inside" },
  none: { quote: 'none', escape: 'doubled', text: 'None: quotes are part of the text' },
};

export const quotingOptions: readonly Option[] = Object.entries(QUOTING).map(([value, { text }]) => ({
  value,
  text,
}));

export function quotingOf({ quote, escape }: Pick<Dialect, 'quote' | 'escape'>): string {
  if (quote === 'none') return 'none';
  if (quote === "'") return 'single';
  return escape === 'backslash' ? 'backslash' : 'doubled';
}
