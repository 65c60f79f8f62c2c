import type { Metadata } from 'next';
import { LoadScreen } from '@/components/load-frame/load-screen';

export const metadata: Metadata = { title: 'Review · Peak Onramp' };

export default async function ReviewPage({
  params,
}: {
  readonly params: Promise<{ workspace: string; load: string }>;
}) {
  const { workspace, load } = await params;
  return <LoadScreen workspaceId={workspace} loadId={load} step="review" />;
}
