import { PrepareScreen } from '@/components/prepare/prepare-screen';

export default async function PreparePage({ params }: { readonly params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  return <PrepareScreen workspaceId={workspace} />;
}
