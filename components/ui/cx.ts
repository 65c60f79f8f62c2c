import { twMerge } from 'tailwind-merge';

/** Class names joined, later ones winning over earlier ones of the same property. */
export const cx = (...names: readonly (string | false | null | undefined)[]): string =>
  twMerge(names.filter(Boolean).join(' '));
