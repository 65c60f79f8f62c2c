'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useQuery } from '@tanstack/react-query';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { SOLUTION_FIELD, SOLUTION_HINT, SOLUTION_LABEL, detailsTicket } from '@/components/messages/solution';
import { sessionQuery } from '@/components/queries/gateway';
import { Disclosure } from '@/components/ui/disclosure';
import { Panel } from '@/components/ui/panel';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import type { Connection } from '@/lib/gateway/contract';
import { findStandardSchema, plannedTables, standardSchemas } from '@/lib/peak/models/standard-schemas';
import type { Workspace } from '@/lib/workspace/model';
import { ChooseButton } from './choose-button';
import { useChooseSolution, useConsequence } from './choose';
import {
  EMPTY_DETAILS,
  USUAL_TARGET_SCHEMA,
  solutionFields,
  type SolutionFieldCode,
  type SolutionFields,
} from './details';
import { NamePreview } from './name-preview';
import { schemaKey, schemaOptions } from './standard-options';
import { Ticket } from './ticket';

const ORDER = ['solutionName', 'targetSchemaName', 'prefix', 'suffix', 'appName', 'appVersion'] as const;

/** Details entered by hand, for a solution that is not rolled out yet. */
export function EnterSolution({
  workspace,
  connection,
}: {
  readonly workspace: Workspace;
  readonly connection: Connection;
}) {
  const session = useQuery(sessionQuery());
  const { control, handleSubmit, setValue, formState } = useForm<SolutionFields>({
    resolver: zodResolver(solutionFields),
    defaultValues: workspace.solution ?? { ...EMPTY_DETAILS, targetSchemaName: USUAL_TARGET_SCHEMA },
    shouldUnregister: false,
  });
  const values = useWatch({ control }) as SolutionFields;
  const consequence = useConsequence(workspace, values.solutionName.trim());
  const choose = useChooseSolution(workspace, connection);
  const standard = findStandardSchema(values.appName.trim(), values.appVersion.trim());
  const tables = standard === undefined ? [] : plannedTables(standard, values);
  const example = tables.find((table) => table.requiredBySolution) ?? tables[0];
  const fill = (key: string) => {
    const schema = standardSchemas.find((each) => schemaKey(each) === key);
    if (schema === undefined) return;
    const options = { shouldValidate: formState.isSubmitted };
    setValue('appName', schema.appName, options);
    setValue('appVersion', schema.appVersion, options);
    setValue('solutionName', schema.defaultSolutionName, options);
    setValue('prefix', schema.defaultPrefix, options);
    setValue('suffix', schema.defaultSuffix, options);
  };
  const save = handleSubmit(async (fields) => choose({ ...fields, picked: false }, consequence));
  return (
    <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
      <Panel
        title="Details of the solution"
        note="From Peak’s staff, your account manager or a support ticket."
      >
        <form
          noValidate
          className="flex flex-col gap-5"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <Select
            label="Standard schema"
            placeholder="Choose one to fill in the rest"
            hint="Fills in what is usual for it. Every field can be changed."
            options={schemaOptions('Another one')}
            value={standard === undefined ? (values.appName === '' ? null : '') : schemaKey(standard)}
            onChange={fill}
          />
          <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2">
            {ORDER.map((name) => (
              <Controller
                key={name}
                control={control}
                name={name}
                render={({ field }) => (
                  <TextField
                    label={SOLUTION_LABEL[name]}
                    inputRef={field.ref}
                    isRequired={name !== 'prefix' && name !== 'suffix'}
                    mono
                    autoComplete="off"
                    spellCheck="false"
                    value={field.value}
                    onChange={field.onChange}
                    onBlur={field.onBlur}
                    hint={SOLUTION_HINT[name]}
                    error={
                      formState.errors[name]?.message === undefined
                        ? undefined
                        : SOLUTION_FIELD[formState.errors[name].message as SolutionFieldCode]
                    }
                  />
                )}
              />
            ))}
          </div>
          <ChooseButton
            consequence={consequence}
            solutionName={values.solutionName.trim()}
            label="Save and plan the rollout"
            onPress={() => save()}
          />
        </form>
      </Panel>
      <div className="flex flex-col gap-6">
        <NamePreview
          prefix={values.prefix.trim()}
          suffix={values.suffix.trim()}
          targetSchemaName={values.targetSchemaName.trim()}
          objectName={example?.objectName ?? 'TABLE'}
          isExample={example === undefined}
          host={connection.host}
          ingestPath={session.data?.ingestPath ?? '/…/{table}'}
        />
        <Panel title="You lack these details?">
          <Disclosure title="A ready text for Peak’s support">
            <Ticket text={detailsTicket(connection.host)} />
          </Disclosure>
        </Panel>
      </div>
    </div>
  );
}
