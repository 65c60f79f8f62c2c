'use client';

import { Check, ChevronsUpDown, List, Plus } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator, Text } from 'react-aria-components';
import { address } from '@/components/road/addresses';
import { useWorkspaces } from '@/components/queries/workspace';
import { cx } from '@/components/ui/cx';
import type { Workspace } from '@/lib/workspace/model';
import { HostBadge, isProduction } from './host-badge';

const ITEM =
  'flex cursor-pointer items-center gap-2.5 rounded-md px-2.5 py-2 text-sm outline-none data-[focused]:bg-accent-soft';

/** Which tenant this is, on which host; pressing it offers the other ones. */
export function ConnectionCard({ workspace }: { readonly workspace: Workspace }) {
  const all = useWorkspaces().data ?? [];
  const { connection, solution } = workspace;
  const name = connection?.name ?? 'Not connected';
  return (
    <MenuTrigger>
      <Button
        aria-label={`Connection ${name}, ${connection?.host ?? ''}. Switch or add a connection`}
        className={cx(
          'flex w-full items-start gap-2 rounded-card border border-line bg-canvas p-3 text-left hover:border-line-strong',
          connection !== null && isProduction(connection.hostKind) && 'border-l-4 border-l-accent pl-2.5',
        )}
      >
        <span className="min-w-0 flex-1">
          <span className="block truncate font-semibold">{name}</span>
          <span className="block truncate font-mono text-xs text-ink-3">
            {connection?.host.replace(/^https?:\/\//, '') ?? 'no host'}
          </span>
          <span className="mt-2 flex flex-wrap items-center gap-1.5">
            {connection === null ? null : <HostBadge kind={connection.hostKind} />}
            {solution === null ? null : (
              <span className="truncate text-xs font-medium text-ink-2">{solution.solutionName}</span>
            )}
          </span>
        </span>
        <ChevronsUpDown aria-hidden className="mt-1 size-4 shrink-0 text-ink-3" />
      </Button>
      <Popover className="w-72 max-w-[calc(100vw-2rem)] rounded-lg border border-line bg-raised p-1 shadow-pop">
        <Menu aria-label="Onboardings" className="max-h-96 overflow-auto outline-none">
          {all.map((each) => (
            <MenuItem
              key={each.id}
              id={each.id}
              href={address.home(each.id)}
              textValue={titleOf(each)}
              className={ITEM}
            >
              <Check
                aria-hidden
                className={cx('size-4 shrink-0 text-accent', each.id !== workspace.id && 'invisible')}
              />
              <span className="min-w-0 flex-1">
                <Text slot="label" className="block truncate font-medium">
                  {each.connection?.name ?? 'Not connected'}
                </Text>
                <Text slot="description" className="block truncate text-xs text-ink-3">
                  {each.solution?.solutionName ?? 'no solution yet'}
                </Text>
              </span>
              {each.connection === null ? null : <HostBadge kind={each.connection.hostKind} />}
            </MenuItem>
          ))}
          <Separator className="my-1 h-px bg-line" />
          <MenuItem id="add" href={address.connect()} className={ITEM}>
            <Plus aria-hidden className="size-4 text-ink-3" /> Add a connection
          </MenuItem>
          <MenuItem id="all" href={address.start()} className={ITEM}>
            <List aria-hidden className="size-4 text-ink-3" /> All onboardings
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

const titleOf = (workspace: Workspace): string =>
  `${workspace.connection?.name ?? 'Not connected'} ${workspace.solution?.solutionName ?? ''}`.trim();
