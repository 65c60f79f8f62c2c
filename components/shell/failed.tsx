'use client';

import { Trouble } from '@/components/messages/trouble';
import { address } from '@/components/road/addresses';
import { LinkButton } from '@/components/ui/button';
import { PageHead } from '@/components/ui/page-head';

/** A fault of ours while drawing a screen. What is kept in the browser is untouched by it, and that is said. */
export function Failed({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  return (
    <>
      <PageHead
        title="This screen could not be shown"
        lead="The fault is ours. Files, repairs and the record of what was sent are kept as they were."
      />
      <Trouble
        error={error}
        onRetry={retry}
        actions={
          <LinkButton size="sm" href={address.start()}>
            To the beginning
          </LinkButton>
        }
      />
    </>
  );
}
