import { DELIMITER_PROOF, ENCODING_PROOF, ENCODING_WORDS, NEWLINE_WORDS } from '@/components/messages/files';
import { Select } from '@/components/ui/select';
import { ENCODINGS, type Dialect } from '@/lib/files/model';
import { BY_PLACE, delimiterOptions, QUOTING, quotingOf, quotingOptions } from './choices';
import { PlacesField } from './places-field';

const NEWLINES = ['\r\n', '\n', '\r', 'mixed'] as const satisfies readonly Dialect['newline'][];

const isEncoding = (value: string): value is Dialect['encoding'] =>
  ENCODINGS.some((encoding) => encoding === value);

/** What there is to choose about a text; a workbook says all of it itself. */
export function TextChoices({
  dialect,
  offered,
  readOnly,
  onChange,
}: {
  readonly dialect: Dialect;
  /** Where columns seem to stand at fixed places. */
  readonly offered: Dialect['places'];
  readonly readOnly: boolean;
  readonly onChange: (change: Partial<Dialect>) => void;
}) {
  return (
    <>
      <Select
        label="Encoding"
        hint={`Because ${ENCODING_PROOF[dialect.decidedBy.encoding]}.`}
        isDisabled={readOnly}
        value={dialect.encoding}
        options={ENCODINGS.map((value) => ({ value, text: ENCODING_WORDS[value] }))}
        onChange={(value) => (isEncoding(value) ? onChange({ encoding: value }) : undefined)}
      />
      <Select
        label="Separator"
        hint={`Because ${DELIMITER_PROOF[dialect.decidedBy.delimiter]}.`}
        isDisabled={readOnly}
        value={dialect.places === undefined ? dialect.delimiter : BY_PLACE}
        options={delimiterOptions(dialect.delimiter)}
        onChange={(chosen) =>
          onChange(chosen === BY_PLACE ? { places: offered ?? [] } : { delimiter: chosen, places: undefined })
        }
      />
      {dialect.places === undefined ? null : (
        <PlacesField places={dialect.places} readOnly={readOnly} onChange={onChange} />
      )}
      <Select
        label="Quotes"
        hint={
          dialect.decidedBy.quote === 'user'
            ? 'Because chosen by you.'
            : 'What holds cells with separators or line breaks together.'
        }
        isDisabled={readOnly || dialect.places !== undefined}
        value={quotingOf(dialect)}
        options={quotingOptions}
        onChange={(name) => {
          const chosen = QUOTING[name];
          if (chosen !== undefined) onChange({ quote: chosen.quote, escape: chosen.escape });
        }}
      />
      <Select
        label="Line ends"
        hint={
          dialect.decidedBy.newline === 'user'
            ? 'Because chosen by you.'
            : 'What ends a row; the others stay inside its cells.'
        }
        isDisabled={readOnly}
        value={dialect.newline}
        options={NEWLINES.map((value) => ({ value, text: NEWLINE_WORDS[value] }))}
        onChange={(value) => {
          const newline = NEWLINES.find((other) => other === value);
          if (newline !== undefined) onChange({ newline });
        }}
      />
    </>
  );
}
