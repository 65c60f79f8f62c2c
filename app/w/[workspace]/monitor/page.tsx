import type { Metadata } from 'next';
import { Monitor } from '@/components/monitor/monitor';

export const metadata: Metadata = { title: 'Monitor · Peak Onramp' };

export default async function MonitorPage({ params }: { readonly params: Promise<{ workspace: string }> }) {
  return <Monitor workspaceId={(await params).workspace} />;
}
