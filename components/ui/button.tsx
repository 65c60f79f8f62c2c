'use client';

import NextLink from 'next/link';
import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { LoaderCircle } from 'lucide-react';
import { cx } from './cx';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';
type Size = 'md' | 'sm';

const LOOK: Record<ButtonLook, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover data-[pressed]:bg-accent-hover',
  secondary: 'border border-line-strong bg-surface text-ink hover:bg-sunken data-[pressed]:bg-sunken',
  // On a narrow screen it often begins a line, and its text then stands under the texts above.
  quiet: 'text-accent hover:bg-accent-soft data-[pressed]:bg-accent-soft max-sm:-ml-1 max-sm:px-1',
  danger: 'border border-bad bg-surface text-bad hover:bg-bad-soft data-[pressed]:bg-bad-soft',
};
const SIZE: Record<Size, string> = { md: 'min-h-10 px-4 py-1', sm: 'min-h-8 px-3 py-1 text-sm' };

const buttonClass = (look: ButtonLook, size: Size) =>
  cx(
    'inline-flex max-w-full shrink-0 items-center justify-center gap-2 rounded-lg font-medium transition-colors sm:whitespace-nowrap',
    'data-[disabled]:cursor-not-allowed data-[disabled]:border-transparent data-[disabled]:bg-sunken data-[disabled]:text-ink-3',
    '[&_svg]:size-4 [&_svg]:shrink-0',
    LOOK[look],
    SIZE[size],
  );

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  readonly look?: ButtonLook;
  readonly size?: Size;
  /** Work is under way: says so, keeps its place and takes no second press. */
  readonly pending?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

const nothing = () => undefined;

export function Button({
  look = 'secondary',
  size = 'md',
  pending = false,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    // Not React Aria's own isPending: it announces the button by its id for seconds, also when the dialog it stood in
    // is gone by then, and leaves a picture without a name behind (axe role-img-alt).
    <AriaButton
      {...rest}
      {...(pending ? { onPress: nothing, type: 'button' } : {})}
      data-pending={pending || undefined}
      className={cx(buttonClass(look, size), pending && 'cursor-progress', className)}
    >
      {pending ? (
        <>
          <LoaderCircle aria-hidden className="animate-spin" />
          <span className="sr-only">Working: </span>
        </>
      ) : null}
      {children}
    </AriaButton>
  );
}

/** Looks like a button, is a link: has an address, opens in a new tab when asked to. */
export function LinkButton({
  href,
  look = 'secondary',
  size = 'md',
  className,
  children,
}: {
  readonly href: string;
  readonly look?: ButtonLook;
  readonly size?: Size;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <NextLink href={href} className={cx(buttonClass(look, size), className)}>
      {children}
    </NextLink>
  );
}
