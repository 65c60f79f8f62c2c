import { formatBytes, formatCount, formatDuration } from '@/components/messages/format';

/** Without a terminal a line of progress every few seconds is enough for a log. */
const PLAIN_EVERY_MS = 5_000;
const TTY_EVERY_MS = 100;
const BAR = 24;

export interface Progress {
  readonly event: string;
  readonly label: string;
  readonly done: number;
  readonly total: number;
  readonly unit: 'bytes' | 'rows';
  readonly rate?: number | undefined;
  readonly msLeft?: number | undefined;
}

export interface Say {
  /** For people, on standard output; nothing with `--json`. */
  line(text?: string): void;
  /** For programs, one JSON line on standard output with `--json`. */
  event(event: string, facts: object): void;
  progress(progress: Progress): void;
  /** For people in either mode, on standard error. */
  error(text: string): void;
}

const amount = (value: number, unit: Progress['unit']): string =>
  unit === 'bytes' ? formatBytes(value) : formatCount(value);

function words({ label, done, total, unit, rate, msLeft }: Progress): string {
  const share = total === 0 ? 1 : done / total;
  return [
    `${label} ${Math.floor(share * 100)} %`,
    `${amount(done, unit)} of ${amount(total, unit)}${unit === 'rows' ? ' rows' : ''}`,
    ...(rate ? [`${formatCount(Math.round(rate))} rows/s`] : []),
    ...(msLeft === undefined ? [] : [`${formatDuration(msLeft)} left`]),
  ].join(' · ');
}

/** How the terminal is spoken to: a bar on a terminal, plain lines in a log, JSON lines for programs. */
export function speaker(
  streams: { readonly out: NodeJS.WriteStream; readonly err: NodeJS.WriteStream },
  json: boolean,
  now: () => number,
): Say {
  const { out, err } = streams;
  const hasBar = !json && err.isTTY;
  let told = -Infinity;
  let isBarShown = false;
  const clear = (): void => {
    if (isBarShown) err.write('\r\u001b[K');
    isBarShown = false;
  };
  return {
    line(text = '') {
      clear();
      if (!json) out.write(`${text}\n`);
    },
    event(event, facts) {
      clear();
      if (json) out.write(`${JSON.stringify({ event, ...facts })}\n`);
    },
    progress(progress) {
      const isLast = progress.done >= progress.total;
      const every = hasBar ? TTY_EVERY_MS : PLAIN_EVERY_MS;
      if (!isLast && now() - told < every) return;
      told = now();
      if (json) {
        const { event, label: _label, ...facts } = progress;
        return void out.write(`${JSON.stringify({ event, ...facts })}\n`);
      }
      if (!hasBar) return void err.write(`${words(progress)}\n`);
      const filled = Math.round((progress.done / Math.max(1, progress.total)) * BAR);
      const bar = `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)}`;
      err.write(`\r${`${bar} ${words(progress)}`.slice(0, Math.max(20, (err.columns || 80) - 1))}\u001b[K`);
      isBarShown = true;
    },
    error(text) {
      clear();
      err.write(`${text}\n`);
    },
  };
}
