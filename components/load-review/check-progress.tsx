'use client';

import { useEffect, useState } from 'react';
import { Progress } from '@/components/ui/progress';
import { counted, formatCount, formatDuration } from '@/components/messages/format';
import { useDeskPart } from '@/components/intake/intake-provider';
import type { Reading } from '@/components/intake/desk-state';

/** Rows done, rate and time left of a pass over the file. */
export function CheckProgress({
  loadId,
  of = 'checking',
  label = 'Checking the whole file',
  className,
}: {
  readonly loadId: string;
  readonly of?: 'checking' | 'planning';
  readonly label?: string;
  readonly className?: string;
}) {
  const reading = useDeskPart(loadId, (state) => state[of]);
  return reading === null ? null : <Bar reading={reading} label={label} className={className} />;
}

function Bar({
  reading,
  label,
  className,
}: {
  readonly reading: Reading;
  readonly label: string;
  readonly className: string | undefined;
}) {
  const [now, setNow] = useState(reading.startedAt);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  const { rows, bytes, totalBytes, errors, startedAt } = reading;
  const ms = Math.max(now - startedAt, 1);
  const left = bytes > 0 ? ((totalBytes - bytes) / bytes) * ms : null;
  const parts = [
    counted(rows, 'row'),
    ms > 500 && rows > 0 ? `${formatCount(Math.round(rows / (ms / 1000)))} a second` : '',
    errors > 0 ? counted(errors, 'error') : '',
    left !== null && ms > 500 ? `${formatDuration(left)} left` : '',
  ];
  return (
    <Progress
      label={label}
      value={bytes}
      max={totalBytes}
      unknown={totalBytes === 0}
      {...(className !== undefined && { className })}
      text={parts.filter((part) => part !== '').join(' · ')}
    />
  );
}
