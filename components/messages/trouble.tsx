'use client';

import { RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import type { ContractError, TransportError } from '@/lib/base/errors';
import { hasName } from '@/lib/base/errors';
import type { GatewayFailure } from '@/lib/gateway/failure';
import type { StorageError } from '@/lib/workspace/errors';
import { formatDuration } from './format';
import { gatewaySentence } from './gateway';
import { STORAGE_WORDS, TRANSPORT_WORDS, UNAGREED, UNEXPECTED, type TroubleWords } from './transport';

function wordsOf(error: unknown): TroubleWords {
  if (hasName(error, 'GatewayFailure')) {
    const failure = error as GatewayFailure;
    return gatewaySentence(failure.code, failure.details);
  }
  if (hasName(error, 'TransportError')) return TRANSPORT_WORDS[(error as TransportError).code];
  if (hasName(error, 'StorageError')) return STORAGE_WORDS[(error as StorageError).code];
  return hasName(error, 'ContractError') ? UNAGREED : UNEXPECTED;
}

/** What to quote to whoever reads the server's log; never a token, never a row. */
function referenceOf(error: unknown): string | undefined {
  if (hasName(error, 'GatewayFailure')) return `Request ${(error as GatewayFailure).requestId}`;
  if (hasName(error, 'ContractError')) return `Detail: ${(error as ContractError).message}`;
  if (hasName(error, 'TransportError')) return undefined;
  return error instanceof Error ? `Detail: ${error.name}: ${error.message}` : undefined;
}

/** Any thrown error as a callout: what, why, what to do, and the id under which the server's log knows it. */
export function Trouble({
  error,
  onRetry,
  actions,
  className,
}: {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
  readonly actions?: ReactNode;
  readonly className?: string;
}) {
  const words = wordsOf(error);
  const reference = referenceOf(error);
  const wait = hasName(error, 'GatewayFailure') ? (error as GatewayFailure).retryAfterMs : undefined;
  const retry =
    onRetry === undefined ? null : (
      <Button size="sm" onPress={onRetry}>
        <RotateCw aria-hidden />
        Try again
      </Button>
    );
  return (
    <Callout
      tone="bad"
      live
      title={words.what}
      className={className ?? ''}
      {...(retry !== null || actions !== undefined
        ? {
            actions: (
              <>
                {actions}
                {retry}
              </>
            ),
          }
        : {})}
    >
      {words.why === undefined ? null : <p>{words.why}</p>}
      <p>{words.todo}</p>
      {wait === undefined || wait === 0 ? null : <p>It makes sense to wait {formatDuration(wait)}.</p>}
      {reference === undefined ? null : (
        <p className="mt-2 font-mono text-xs break-words text-ink-3 select-all">{reference}</p>
      )}
    </Callout>
  );
}
