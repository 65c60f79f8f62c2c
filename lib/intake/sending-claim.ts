import type { ServerLedger } from '../submission/ports';
import type { SendingPorts } from './sending-ports';

type Claimed = Parameters<ServerLedger['claim']>[0];

/** Word to our server that a load is being sent, renewed until it ends. */
export interface Claim {
  readonly era: () => string | undefined;
  /** Other loads into the same table under way now. */
  readonly others: () => number;
  end(): Promise<void>;
}

/** Claims at once, and again before each lease is over. A server that does not answer is asked again. */
export async function claimFor(
  { ledger, clock }: Pick<SendingPorts, 'ledger' | 'clock'>,
  load: Claimed,
  changed: () => void,
): Promise<Claim> {
  /** Milliseconds until a server that did not answer is asked again. */
  const again = 10_000;
  let known = await ledger?.claim(load);
  const over = new AbortController();
  const renew = async (): Promise<void> => {
    for (;;) {
      await clock.wait((known?.leaseMs ?? 3 * again) / 3, over.signal);
      if (over.signal.aborted) return;
      const told = await ledger?.claim(load);
      const news = told && told.others !== known?.others;
      known = told ?? known;
      if (news) changed();
    }
  };
  if (ledger) void renew();
  return {
    era: () => known?.era,
    others: () => known?.others ?? 0,
    async end() {
      over.abort();
      await ledger?.claim({ ...load, over: true });
    },
  };
}
