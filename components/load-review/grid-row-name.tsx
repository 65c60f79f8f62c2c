import { useRowParts } from '@/components/load-frame/row-names';

/** A row's number; where sheets were joined, below the name of its sheet, so that the number is never cut. */
export function GridRowName({ row }: { readonly row: number }) {
  const { sheet, number } = useRowParts()(row);
  if (sheet === null) return number;
  return (
    <span className="flex min-w-0 flex-col text-right text-[0.6875rem] leading-[0.8125rem]" title={sheet}>
      <span className="truncate">{sheet}</span> <span>{number}</span>
    </span>
  );
}
