'use client';

import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

/** A question that must be answered before anything else. Esc and a click outside mean no. */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  actions,
  urgent = false,
}: {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly actions: ReactNode;
  /** Cannot be waved away by a click outside. */
  readonly urgent?: boolean;
}) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => (open ? undefined : onClose())}
      isDismissable={!urgent}
      className="fixed inset-0 z-50 grid place-items-center overflow-y-auto bg-black/50 p-4"
    >
      <Modal className="w-full max-w-lg rounded-card border border-line bg-raised shadow-pop">
        <AriaDialog role={urgent ? 'alertdialog' : 'dialog'} className="flex flex-col gap-4 p-6 outline-none">
          <Heading slot="title" className="text-lg font-semibold text-balance">
            {title}
          </Heading>
          <div className="flex flex-col gap-3 text-ink-2">{children}</div>
          <div className="flex flex-wrap justify-end gap-2">{actions}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
