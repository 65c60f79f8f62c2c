'use client';

import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import type { Dialect } from '@/lib/files/model';
import { placesOf, placesText } from './choices';

type Places = NonNullable<Dialect['places']>;

/** Where each column begins, to be corrected by hand; the preview and the lines of the file follow. */
export function PlacesField({
  places,
  readOnly,
  onChange,
}: {
  readonly places: Places;
  readonly readOnly: boolean;
  readonly onChange: (change: Pick<Dialect, 'places'>) => void;
}) {
  const standing = placesText(places);
  const [written, setWritten] = useState({ standing, text: standing });
  // Read anew, the places are those of the file again.
  const text = written.standing === standing ? written.text : standing;
  const found = placesOf(text);
  const field = useRef<HTMLInputElement>(null);
  const cut = () => {
    onChange({ places: found });
    // The button goes away with what was typed.
    field.current?.focus();
  };
  return (
    <TextField
      label="Columns begin at"
      hint="Characters of a line, counted from 1; the first column begins with the line. Blanks around values are left out."
      mono
      inputRef={field}
      isReadOnly={readOnly}
      value={text}
      onChange={(next) => setWritten({ standing, text: next })}
      error={found === undefined ? 'Numbers with commas between them, such as 8, 20, 31.' : undefined}
      after={
        text === standing ? null : (
          <Button isDisabled={found === undefined} onPress={cut}>
            Cut there
          </Button>
        )
      }
    />
  );
}
