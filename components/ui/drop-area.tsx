'use client';

import { Upload } from 'lucide-react';
import { Button, DropZone, FileTrigger, Text, isFileDropItem } from 'react-aria-components';
import { cx } from './cx';

/** Drop a file, paste nothing, or press the button: reachable by keyboard, announced by its label. */
export function DropArea({
  label,
  hint,
  accept,
  onFile,
  compact = false,
  quiet = false,
}: {
  readonly label: string;
  readonly hint: string;
  readonly accept: readonly string[];
  readonly onFile: (file: File) => void;
  readonly compact?: boolean;
  /** Not the next thing to do on its screen. */
  readonly quiet?: boolean;
}) {
  return (
    <DropZone
      onDrop={(event) => {
        const item = event.items.find(isFileDropItem);
        if (item !== undefined) void item.getFile().then(onFile);
      }}
      className={cx(
        'flex flex-col items-center justify-center gap-3 rounded-card border-2 border-dashed border-line-strong bg-surface text-center',
        'data-[drop-target]:border-accent data-[drop-target]:bg-accent-soft',
        compact ? 'p-5' : 'px-6 py-12',
      )}
    >
      <Upload aria-hidden className="size-7 text-ink-3" />
      <Text slot="label" className="font-medium">
        {label}
      </Text>
      <FileTrigger
        acceptedFileTypes={[...accept]}
        onSelect={(files) => {
          const file = files?.item(0);
          if (file !== null && file !== undefined) onFile(file);
        }}
      >
        <Button
          aria-label={`Choose a file: ${label}`}
          className={cx(
            'inline-flex h-10 items-center rounded-lg px-4 font-medium',
            quiet
              ? 'border border-line-strong bg-surface text-ink hover:bg-sunken'
              : 'bg-accent text-on-accent hover:bg-accent-hover',
          )}
        >
          Choose a file
        </Button>
      </FileTrigger>
      <p className="max-w-md text-sm text-balance text-ink-3">{hint}</p>
    </DropZone>
  );
}
