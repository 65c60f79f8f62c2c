import NextLink from 'next/link';
import { address } from '@/components/road/addresses';

/** The mark: a road that climbs. */
export function Brand() {
  return (
    <NextLink
      href={address.start()}
      className="flex items-center gap-2.5 rounded-lg font-semibold tracking-tight"
    >
      <svg aria-hidden viewBox="0 0 28 28" className="size-7 shrink-0">
        <rect width="28" height="28" rx="7" className="fill-accent" />
        <path
          d="M5.5 20.5h4.2c2.6 0 4-1.2 5.1-3.6l1.6-3.6c1.1-2.4 2.5-3.6 5.1-3.6h1"
          fill="none"
          strokeWidth="2.6"
          strokeLinecap="round"
          className="stroke-on-accent"
        />
        <path
          d="m19.6 6 3.6 3.7-3.6 3.7"
          fill="none"
          strokeWidth="2.6"
          strokeLinecap="round"
          strokeLinejoin="round"
          className="stroke-on-accent"
        />
      </svg>
      Peak Onramp
    </NextLink>
  );
}
