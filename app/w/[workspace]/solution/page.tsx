import { SolutionScreen } from '@/components/solution/solution-screen';

export default async function SolutionPage({ params }: { readonly params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  return <SolutionScreen workspaceId={workspace} />;
}
