import { ConnectionScreen } from '@/components/connect/connection-screen';

export default async function ConnectPage({ params }: { readonly params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  return <ConnectionScreen workspaceId={workspace} />;
}
