import { ExternalLink } from 'lucide-react';
import { Panel } from '@/components/ui/panel';

const STEPS = [
  <>
    Sign in at{' '}
    <a
      className="font-medium text-accent underline underline-offset-2"
      href="https://platform.peak.ai"
      target="_blank"
      rel="noreferrer"
    >
      platform.peak.ai
      <ExternalLink aria-hidden className="ml-1 inline size-3.5" />
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  </>,
  'Press your avatar, lower left',
  'Open Access Tokens',
  'Press GENERATE TOKEN and copy it',
];

/** Where a token comes from, which kind, and what becomes of it here. */
export function TokenHelp() {
  return (
    <Panel title="Where to get the token">
      <ol className="flex flex-col gap-2.5 text-sm">
        {STEPS.map((step, index) => (
          <li key={index} className="flex gap-2.5">
            <span
              aria-hidden
              className="grid size-5 shrink-0 place-items-center rounded-full bg-accent-soft text-xs font-semibold text-accent tabular"
            >
              {index + 1}
            </span>
            <span>{step}</span>
          </li>
        ))}
      </ol>
      <dl className="mt-5 flex flex-col gap-3 border-t border-line pt-4 text-sm">
        <div>
          <dt className="font-medium">Which kind</dt>
          <dd className="text-ink-2">
            A personal access token. The tenant API keys and OAuth tokens made there are for the older v1
            interface.
          </dd>
        </div>
        <div>
          <dt className="font-medium">What becomes of it</dt>
          <dd className="text-ink-2">
            It is sealed into a cookie that no script can read, bound to the one host you choose. It is never
            stored on a disk here, shown again, or written to a log.
          </dd>
        </div>
      </dl>
    </Panel>
  );
}
