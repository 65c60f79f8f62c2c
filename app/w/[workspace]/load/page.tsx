import type { Metadata } from 'next';
import { LoadTables } from '@/components/load-tables/load-tables';

export const metadata: Metadata = { title: 'Load the tables · Peak Onramp' };

export default async function LoadTablesPage({
  params,
}: {
  readonly params: Promise<{ workspace: string }>;
}) {
  return <LoadTables workspaceId={(await params).workspace} />;
}
