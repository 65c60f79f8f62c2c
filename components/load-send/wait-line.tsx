'use client';

import { useEffect, useState } from 'react';
import { formatDuration, formatWhen } from '@/components/messages/format';

/** Until when Peak has asked to wait; `until` in ms since the epoch. The clock is told once, the seconds are for the eye. */
export function WaitLine({ until }: { readonly until: number }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  if (until <= now) return <p>The time that Peak asked to wait is over.</p>;
  return (
    <p className="font-medium text-ink">
      Peak asked to wait until {formatWhen(until, now)},{' '}
      <span role="timer" className="tabular">
        {formatDuration(until - now)} from now
      </span>
      .
    </p>
  );
}
