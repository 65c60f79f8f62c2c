import { contradicts, proofWords } from '@/components/messages/proofs';
import type { FindingGroup } from '@/lib/validation/model';

/** The rows that decide how a column is read, or that contradict each other; and what nobody checks here. */
export function FindingProofs({ group }: { readonly group: FindingGroup }) {
  const { proofs = [], unchecked = [] } = group;
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
          <li key={proof.row}>{proofWords(proof)}</li>
        ))}
      </ul>
    </div>
  );
}
