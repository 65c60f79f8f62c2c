'use client';

import { useState, type ReactNode } from 'react';
import { Trouble } from '@/components/messages/trouble';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/text-field';

/** Says what will be gone and asks for it; where it cannot be had again, the word must be typed. */
export function DeleteDialog({
  title,
  button,
  word,
  isOpen,
  onClose,
  onDelete,
  children,
}: {
  readonly title: string;
  readonly button: string;
  readonly word?: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDelete: () => Promise<void>;
  readonly children: ReactNode;
}) {
  const [typed, setTyped] = useState('');
  const [work, setWork] = useState<{ busy: boolean; trouble: unknown }>({ busy: false, trouble: null });
  const close = () => {
    setTyped('');
    setWork({ busy: false, trouble: null });
    onClose();
  };
  const go = () => {
    setWork({ busy: true, trouble: null });
    onDelete().then(close, (trouble: unknown) => setWork({ busy: false, trouble }));
  };
  return (
    <Dialog
      urgent
      title={title}
      isOpen={isOpen}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>Keep it</Button>
          <Button
            look="danger"
            pending={work.busy}
            isDisabled={word !== undefined && typed.trim().toLowerCase() !== word}
            onPress={go}
          >
            {button}
          </Button>
        </>
      }
    >
      {children}
      {word === undefined ? null : (
        <TextField
          isRequired
          label={`Type “${word}” to go on`}
          value={typed}
          onChange={setTyped}
          autoComplete="off"
        />
      )}
      {work.trouble === null ? null : <Trouble error={work.trouble} />}
    </Dialog>
  );
}
