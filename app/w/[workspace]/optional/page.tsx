import { OptionalScreen } from '@/components/optional/optional-screen';

export default async function OptionalPage({ params }: { readonly params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  return <OptionalScreen workspaceId={workspace} />;
}
