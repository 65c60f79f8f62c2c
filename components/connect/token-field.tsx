'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useState, type Ref } from 'react';
import { TOKEN_LOOK, takenOff } from '@/components/messages/connect';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { TextField } from '@/components/ui/text-field';
import { inspectToken, type TokenNote } from './token';

/** Where a token is pasted. What copying added is taken off and said; what looks like the other kind of key is said too. */
export function TokenField({
  value,
  onChange,
  error,
  inputRef,
}: {
  readonly value: string;
  readonly onChange: (token: string) => void;
  readonly error?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement>;
}) {
  const [shown, setShown] = useState(false);
  const [notes, setNotes] = useState<readonly TokenNote[]>([]);
  const look = inspectToken(value).look;
  const take = (text: string) => {
    const inspection = inspectToken(text);
    setNotes(inspection.notes);
    onChange(inspection.token);
  };
  return (
    <div className="flex flex-col gap-3">
      <TextField
        label="Personal access token"
        isRequired
        mono
        {...(inputRef === undefined ? {} : { inputRef })}
        type={shown ? 'text' : 'password'}
        autoComplete="off"
        spellCheck="false"
        value={value}
        onChange={take}
        // The box has one line: a browser would drop line ends in silence, so the clipboard is read here instead.
        onPaste={(event) => {
          event.preventDefault();
          take(event.clipboardData?.getData('text/plain') ?? '');
        }}
        error={error}
        hint="The other kind of key made on that page, the tenant API key, belongs to an older interface and does not work here."
        after={
          <Button onPress={() => setShown(!shown)} aria-label={shown ? 'Hide the token' : 'Show the token'}>
            {shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
            <span className="max-sm:hidden">{shown ? 'Hide' : 'Show'}</span>
          </Button>
        }
      />
      <div aria-live="polite" className="flex flex-col gap-2 empty:hidden">
        {notes.length === 0 ? null : <p className="text-sm text-ink-2">{takenOff(notes)}</p>}
        {look === null ? null : (
          <Callout tone="warn" title={TOKEN_LOOK[look].title}>
            {TOKEN_LOOK[look].text}
          </Callout>
        )}
      </div>
    </div>
  );
}
