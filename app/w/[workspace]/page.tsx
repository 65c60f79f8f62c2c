import { ChecklistScreen } from '@/components/home/checklist-screen';

export default async function HomePage({ params }: { readonly params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  return <ChecklistScreen workspaceId={workspace} />;
}
