'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { CONNECT_FIELD } from '@/components/messages/connect';
import { Trouble } from '@/components/messages/trouble';
import { useConnect } from '@/components/queries/gateway';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import type { ConnectAnswer, HostOptions } from '@/lib/gateway/contract';
import {
  EMPTY_FIELDS,
  connectFields,
  isSandbox,
  requestOf,
  type ConnectFieldCode,
  type ConnectFields,
} from './connect-fields';
import { HostFields } from './host-fields';
import { TokenField } from './token-field';

const sentence = (message: string | undefined) =>
  message === undefined ? undefined : CONNECT_FIELD[message as ConnectFieldCode];

/** Name, host, token; one press proves them with one reading call. */
export function ConnectForm({
  hosts,
  onProved,
}: {
  readonly hosts: HostOptions;
  readonly onProved: (answer: ConnectAnswer) => Promise<void>;
}) {
  const connect = useConnect();
  const [landingTrouble, setLandingTrouble] = useState<unknown>(null);
  const { control, handleSubmit, setValue, clearErrors, formState } = useForm<ConnectFields>({
    resolver: zodResolver(connectFields),
    defaultValues: EMPTY_FIELDS,
  });
  const host = useWatch({ control, name: 'host' });
  const submit = handleSubmit(async (fields) => {
    setLandingTrouble(null);
    try {
      const answer = await connect.mutateAsync(requestOf(fields));
      setValue('token', '');
      await onProved(answer);
    } catch (error) {
      setLandingTrouble(error);
    }
  });
  const { errors, isSubmitting } = formState;
  return (
    <form className="flex flex-col gap-6" noValidate onSubmit={(event) => void submit(event)}>
      <Controller
        control={control}
        name="host"
        render={({ field }) => (
          <Controller
            control={control}
            name="cluster"
            render={({ field: cluster }) => (
              <HostFields
                hosts={hosts}
                host={field.value}
                cluster={cluster.value}
                onHost={(value) => {
                  field.onChange(value);
                  clearErrors();
                }}
                onCluster={cluster.onChange}
                clusterRef={cluster.ref}
                clusterError={sentence(errors.cluster?.message)}
              />
            )}
          />
        )}
      />
      {isSandbox(host) ? null : (
        <Controller
          control={control}
          name="token"
          render={({ field }) => (
            <TokenField
              inputRef={field.ref}
              value={field.value}
              onChange={field.onChange}
              error={sentence(errors.token?.message)}
            />
          )}
        />
      )}
      <Controller
        control={control}
        name="name"
        render={({ field }) => (
          <TextField
            label="Name of this connection"
            inputRef={field.ref}
            isRequired
            placeholder="Acme production"
            autoComplete="off"
            value={field.value}
            onChange={field.onChange}
            error={sentence(errors.name?.message)}
            hint="Your own word for this tenant. Peak does not tell which tenant a token belongs to, so this is how you will know."
          />
        )}
      />
      {landingTrouble === null ? null : <Trouble error={landingTrouble} />}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" look="primary" pending={isSubmitting}>
          {isSubmitting ? 'Checking' : 'Check and connect'}
        </Button>
        <p className="text-sm text-ink-3">One reading call to Peak; nothing is written.</p>
      </div>
    </form>
  );
}
