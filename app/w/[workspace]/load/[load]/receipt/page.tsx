import type { Metadata } from 'next';
import { ReceiptScreen } from '@/components/receipt/receipt-screen';

export const metadata: Metadata = { title: 'Receipt · Peak Onramp' };

export default async function ReceiptPage({
  params,
}: {
  readonly params: Promise<{ workspace: string; load: string }>;
}) {
  const { workspace, load } = await params;
  return <ReceiptScreen workspaceId={workspace} loadId={load} />;
}
