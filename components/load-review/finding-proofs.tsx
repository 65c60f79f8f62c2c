import { useRowName } from '@/components/load-frame/row-names';
import { contradicts, proofWords } from '@/components/messages/proofs';
import type { FindingGroup } from '@/lib/validation/model';

/** The rows that decide how a column is read, or that contradict each other; and what nobody checks here. */
export function FindingProofs({ group }: { readonly group: FindingGroup }) {
  const rowName = useRowName();
  const { proofs = [], unchecked = [], absent } = group;
  if (absent !== undefined)
    return (
      <ul className="text-sm text-ink-2">
        <Names what="Sent as null in every row" names={absent.asNull} />
        <Names what="Left out of every row" names={absent.leftOut} />
      </ul>
    );
  if (unchecked.length > 0)
    return (
      <p className="text-sm text-ink-2">
        Not checked here: <span className="font-mono text-xs break-all">{unchecked.join(', ')}</span>
      </p>
    );
  if (proofs.length === 0) return null;
  return (
    <div className="text-sm text-ink-2">
      {contradicts(proofs) ? (
        <p className="font-medium text-warn">The column contradicts itself, so only you can say:</p>
      ) : null}
      <ul>
        {proofs.map((proof) => (
          <li key={proof.row}>{proofWords(proof, rowName)}</li>
        ))}
      </ul>
    </div>
  );
}

function Names({ what, names }: { readonly what: string; readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <li>
      {what}: <span className="font-mono text-xs break-words">{names.join(', ')}</span>
    </li>
  );
}
