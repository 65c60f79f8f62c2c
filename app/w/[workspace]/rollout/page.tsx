import { RolloutScreen } from '@/components/rollout/rollout-screen';

export default async function RolloutPage({ params }: { readonly params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  return <RolloutScreen workspaceId={workspace} />;
}
