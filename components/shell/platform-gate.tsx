'use client';

import { useSyncExternalStore, type ReactNode } from 'react';
import { Callout } from '@/components/ui/callout';
import { PageHead } from '@/components/ui/page-head';

type Lack = 'none' | 'insecure' | 'old-browser';

const never = () => () => undefined;

function lack(): Lack {
  if (!window.isSecureContext) return 'insecure';
  const isWhole =
    'storage' in navigator &&
    'getDirectory' in navigator.storage &&
    'locks' in navigator &&
    'subtle' in crypto;
  return isWhole ? 'none' : 'old-browser';
}

/** Stops clearly where hashing, locks and private files do not exist, instead of failing half-way down the road. */
export function PlatformGate({ children }: { readonly children: ReactNode }) {
  const lacking = useSyncExternalStore<Lack>(never, lack, () => 'none');
  if (lacking === 'none') return children;
  if (lacking === 'old-browser') {
    return (
      <>
        <PageHead title="This browser is too old" />
        <Callout tone="bad" title="It cannot keep files of its own or lock them">
          Use a current Chrome, Edge, Firefox or Safari. In a private window some of them switch this off too.
        </Callout>
      </>
    );
  }
  return (
    <>
      <PageHead title="This address is not secure" />
      <Callout tone="bad" title="Browsers switch off hashing, locks and private files here">
        <p>
          Without them your rows could not be counted and kept as promised, so nothing is started. Open the
          app over <strong>https</strong>, or on the machine it runs on as{' '}
          <code className="font-mono text-[0.8125rem]">http://localhost</code>.
        </p>
      </Callout>
    </>
  );
}
