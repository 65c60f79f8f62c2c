import { CopyButton } from '@/components/ui/copy-button';

/** SQL to be run elsewhere: to read, and to copy. `shown`: the beginning, where the whole is too long to show. */
export function SqlBox({
  label,
  text,
  shown = text,
}: {
  readonly label: string;
  readonly text: string;
  readonly shown?: string;
}) {
  return (
    <div className="flex flex-col gap-2">
      <pre
        tabIndex={0}
        role="region"
        aria-label={label}
        className="max-h-72 overflow-auto rounded-lg border border-line bg-sunken p-3 font-mono text-xs"
      >
        {shown}
      </pre>
      <div>
        <CopyButton text={text} label={`Copy: ${label}`} />
      </div>
    </div>
  );
}
