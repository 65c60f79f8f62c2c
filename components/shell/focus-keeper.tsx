'use client';

import { usePathname } from 'next/navigation';
import { useEffect } from 'react';
import { keepFocus } from './keep-focus';

/** Keeps the focus on the screen it is on; another screen gives it to its own heading. */
export function FocusKeeper() {
  const path = usePathname();
  useEffect(() => keepFocus(), [path]);
  return null;
}
