'use client';

import { useEffect, useState } from 'react';
import { formatDuration } from '@/components/messages/format';

/** For how long nothing was settled; `since` in ms since the epoch. The seconds are for the eye and not read out. */
export function SinceLine({ since }: { readonly since: number }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <p className="font-medium text-ink">
      No batch was settled for{' '}
      <span role="timer" className="tabular">
        {formatDuration(Math.max(0, now - since))}
      </span>
      .
    </p>
  );
}
