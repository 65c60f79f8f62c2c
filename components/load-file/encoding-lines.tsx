import { ENCODING_WORDS } from '@/components/messages/files';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Disclosure } from '@/components/ui/disclosure';
import type { Dialect, EncodingEvidence } from '@/lib/files/model';

type Encoding = Dialect['encoding'];

const HEAD = 'border-b border-line bg-sunken px-3 py-1.5 text-left font-semibold';
const CELL = 'border-b border-line px-3 py-1 font-mono whitespace-pre';

/** The same lines as each likely encoding reads them, one reading under the other, and as bytes; the way to choose stands over each. */
function Readings({
  evidence,
  encoding,
  onChoose,
}: {
  readonly evidence: EncodingEvidence;
  readonly encoding: Encoding;
  readonly onChoose: ((encoding: Encoding) => void) | undefined;
}) {
  const readings = evidence.lines[0]?.readings ?? [];
  return (
    <div
      role="region"
      aria-label="Lines that decide the encoding"
      tabIndex={0}
      className="max-h-96 overflow-auto rounded-lg border border-line bg-surface"
    >
      <table className="min-w-full border-separate border-spacing-0 text-xs">
        <caption className="sr-only">Lines that decide the encoding, read in each likely way</caption>
        {readings.map(({ encoding: other }, at) => (
          <tbody key={other}>
            <tr>
              <th scope="rowgroup" className={HEAD}>
                <span className="sticky left-3 inline-flex max-w-64 flex-wrap items-center gap-x-3 gap-y-1 sm:max-w-none">
                  {ENCODING_WORDS[other]}
                  {onChoose === undefined ? (
                    other === encoding ? (
                      <span className="font-normal text-ink-3">as it is read now</span>
                    ) : null
                  ) : (
                    <Button
                      size="sm"
                      aria-label={`This is right: ${ENCODING_WORDS[other]}`}
                      onPress={() => onChoose(other)}
                    >
                      This is right
                    </Button>
                  )}
                </span>
              </th>
            </tr>
            {evidence.lines.map(({ readings: texts }, index) => (
              <tr key={index}>
                <td className={CELL}>{texts[at]?.text}</td>
              </tr>
            ))}
          </tbody>
        ))}
        <tbody>
          <tr>
            <th scope="rowgroup" className={HEAD}>
              <span className="sticky left-3 inline-block">Bytes in the file</span>
            </th>
          </tr>
          {evidence.lines.map(({ raw }, index) => (
            <tr key={index}>
              <td className={`${CELL} text-ink-3`}>{raw}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** True where the question below is asked, with lines to choose by. */
export const asksForEncoding = (dialect: Dialect, evidence: EncodingEvidence | undefined): boolean =>
  dialect.decidedBy.encoding === 'undecided' && evidence !== undefined && evidence.lines.length > 0;

/** The question while the encoding is open, with the ways of reading beside each other. */
export function EncodingQuestion({
  dialect,
  evidence,
  readOnly,
  onChoose,
}: {
  readonly dialect: Dialect;
  readonly evidence: EncodingEvidence | undefined;
  readonly readOnly: boolean;
  readonly onChoose: (encoding: Encoding) => void;
}) {
  if (evidence === undefined) return null;
  return (
    <Callout tone="warn" title="Which of these is spelled right?" live>
      <p className="mb-3">
        The bytes of these lines can be read in several ways, and none of them stands out. Choose one here or
        any other encoding below; until then the file waits.
      </p>
      <Readings evidence={evidence} encoding={dialect.encoding} onChoose={readOnly ? undefined : onChoose} />
    </Callout>
  );
}

/** The proof, folded away; nothing for a file of ASCII. */
export function EncodingProof({
  dialect,
  evidence,
}: {
  readonly dialect: Dialect;
  readonly evidence: EncodingEvidence | undefined;
}) {
  if (evidence === undefined || evidence.lines.length === 0) return null;
  const language = evidence.language === undefined ? '' : `: they look ${evidence.language}`;
  return (
    <Disclosure title={`Lines that decide the encoding${language}`} className="mt-4">
      <Readings evidence={evidence} encoding={dialect.encoding} onChoose={undefined} />
    </Disclosure>
  );
}
