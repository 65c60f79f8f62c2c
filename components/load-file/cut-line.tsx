import type { Dialect } from '@/lib/files/model';

/** A line of the file with a stroke where each column begins; strokes take no room, so that columns stay aligned. */
export function CutLine({
  line,
  places = [],
}: {
  readonly line: string;
  readonly places?: Dialect['places'];
}) {
  const begins = [0, ...places.map(({ to }) => to)];
  return begins.map((begin, at) => (
    <span key={begin} className={at === 0 ? undefined : 'shadow-[-1px_0_0_0_var(--color-accent)]'}>
      {line.slice(begin, begins[at + 1])}
    </span>
  ));
}
