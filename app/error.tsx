'use client';

import { Failed } from '@/components/shell/failed';

export default function ErrorPage({ error, reset }: { readonly error: Error; readonly reset: () => void }) {
  return <Failed error={error} retry={reset} />;
}
