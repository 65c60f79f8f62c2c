'use client';

import { Menu, X } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { Button, Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useWorkspace } from '@/components/queries/workspace';
import { Brand } from './brand';
import { HostBadge } from './host-badge';
import { RailContent } from './rail';
import type { Theme } from './theme';

const ICON_BUTTON = 'grid size-10 shrink-0 place-items-center rounded-lg text-ink-2 hover:bg-sunken';

/** The rail of narrow screens, behind a button. */
export function TopBar({
  workspaceId,
  theme,
}: {
  readonly workspaceId: string | undefined;
  readonly theme: Theme;
}) {
  const pathname = usePathname();
  // Kept as the address it was opened on, so that going anywhere closes it.
  const [openedOn, setOpenedOn] = useState<string | null>(null);
  return (
    <header className="sticky top-0 z-30 flex items-center gap-3 border-b border-line bg-surface px-4 py-2 lg:hidden print:hidden">
      <Brand />
      <div className="flex min-w-0 flex-1 items-center justify-end gap-2">
        {workspaceId === undefined ? null : <Where id={workspaceId} />}
      </div>
      <Button aria-label="Menu" onPress={() => setOpenedOn(pathname)} className={ICON_BUTTON}>
        <Menu aria-hidden className="size-5" />
      </Button>
      <ModalOverlay
        isOpen={openedOn === pathname}
        onOpenChange={(open) => setOpenedOn(open ? pathname : null)}
        isDismissable
        className="fixed inset-0 z-40 bg-black/50"
      >
        <Modal className="fixed inset-y-0 right-0 w-80 max-w-[calc(100vw-3rem)] overflow-y-auto border-l border-line bg-surface shadow-pop">
          <Dialog aria-label="Menu" className="flex min-h-full flex-col gap-4 p-4 outline-none">
            <Button slot="close" aria-label="Close the menu" className={`${ICON_BUTTON} self-end`}>
              <X aria-hidden className="size-5" />
            </Button>
            <div className="flex flex-1 flex-col [&>div]:flex-1">
              <RailContent workspaceId={workspaceId} theme={theme} />
            </div>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </header>
  );
}

function Where({ id }: { readonly id: string }) {
  const connection = useWorkspace(id).data?.connection;
  if (connection === null || connection === undefined) return null;
  return (
    <>
      <span className="truncate text-sm font-medium max-[480px]:sr-only">{connection.name}</span>
      <HostBadge kind={connection.hostKind} />
    </>
  );
}
