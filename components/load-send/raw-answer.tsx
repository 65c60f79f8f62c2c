import { Disclosure } from '@/components/ui/disclosure';

/** Shown of a raw answer; it is kept whole, but a page is not an archive. */
const RAW_CHARACTERS = 4000;

/** What came for an answer, where something did. */
export function RawAnswer({ raw }: { readonly raw: string | undefined }) {
  if (raw === undefined || raw === '') return null;
  return (
    <Disclosure title="The answer as it came">
      <pre
        tabIndex={0}
        aria-label="Raw answer"
        className="max-h-64 overflow-auto rounded-lg bg-sunken p-3 text-left font-mono text-xs whitespace-pre-wrap"
      >
        {raw.slice(0, RAW_CHARACTERS)}
      </pre>
    </Disclosure>
  );
}
