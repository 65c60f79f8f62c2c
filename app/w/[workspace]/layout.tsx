import type { ReactNode } from 'react';
import { WorkspaceGate } from '@/components/shell/workspace-gate';

export default async function WorkspaceLayout({
  params,
  children,
}: {
  readonly params: Promise<{ workspace: string }>;
  readonly children: ReactNode;
}) {
  const { workspace } = await params;
  return <WorkspaceGate id={workspace}>{children}</WorkspaceGate>;
}
