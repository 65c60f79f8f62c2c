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

export const delimiterOptions = (current: string): Option[] =>
  [...new Set([...DELIMITERS, current])].map((value) => ({ value, text: delimiterWord(value) }));

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
