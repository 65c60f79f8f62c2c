'use client';

import { useState } from 'react';
import { ruleWords } from '@/components/messages/repair';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import type { ColumnRule } from '@/lib/repair/model';
import type { OnOffer } from './rules-on-offer';

const large = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** What can be done about one kind of finding; each opens a look at what it would do, none acts by itself. */
export function Actions({
  offer,
  looking,
  listing,
  onLook,
  onList,
}: {
  readonly offer: OnOffer;
  readonly looking: ColumnRule | null;
  readonly listing: boolean;
  readonly onLook: (rule: ColumnRule) => void;
  readonly onList: () => void;
}) {
  const [fill, setFill] = useState('');
  return (
    <>
      {offer.rules.map((rule, at) => (
        <Button
          key={ruleWords(rule)}
          size="sm"
          look={offer.by !== 'ask' && at === 0 ? 'primary' : 'secondary'}
          aria-expanded={looking !== null && ruleWords(looking) === ruleWords(rule)}
          onPress={() => onLook(rule)}
        >
          {large(ruleWords(rule))}…
        </Button>
      ))}
      {offer.map ? (
        <Button size="sm" look="primary" aria-expanded={listing} onPress={onList}>
          Say what the values mean…
        </Button>
      ) : null}
      {offer.fill ? (
        <TextField
          label="One value for all empty cells"
          value={fill}
          onChange={setFill}
          className="w-56"
          after={
            <Button
              isDisabled={fill === ''}
              onPress={() => onLook({ rule: 'constant-when-empty', value: fill })}
            >
              Look
            </Button>
          }
        />
      ) : null}
    </>
  );
}
