import { FlaskConical, Globe } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import type { Connection } from '@/lib/gateway/contract';

const WORD: Record<Connection['hostKind'], string> = {
  hub: 'Production',
  regional: 'Production',
  allowed: 'Own host',
  sandbox: 'Sandbox',
};

export const isProduction = (kind: Connection['hostKind']): boolean => kind !== 'sandbox';

/** Tells at a glance, by colour, word and shape, whether rows would reach a real tenant. */
export function HostBadge({ kind }: { readonly kind: Connection['hostKind'] }) {
  if (!isProduction(kind)) {
    return (
      <Badge tone="warn">
        <FlaskConical aria-hidden />
        {WORD[kind]}
      </Badge>
    );
  }
  return (
    <Badge className="bg-accent text-on-accent">
      <Globe aria-hidden />
      {WORD[kind]}
    </Badge>
  );
}
