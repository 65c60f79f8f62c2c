import type { Metadata } from 'next';
import { LoadScreen } from '@/components/load-frame/load-screen';

export const metadata: Metadata = { title: 'Columns · Peak Onramp' };

export default async function ColumnsPage({
  params,
}: {
  readonly params: Promise<{ workspace: string; load: string }>;
}) {
  const { workspace, load } = await params;
  return <LoadScreen workspaceId={workspace} loadId={load} step="columns" />;
}
