import type { Option } from '@/components/ui/select';
import { standardSchemas } from '@/lib/peak/models/standard-schemas';

export const schemaKey = (of: { readonly appName: string; readonly appVersion: string }): string =>
  of.appName === '' ? '' : `${of.appName}@${of.appVersion}`;

/** Every published standard schema, and one answer for the others. */
export const schemaOptions = (otherwise: string): Option[] => [
  ...standardSchemas.map((schema) => ({
    value: schemaKey(schema),
    text: `${schema.title}, version ${schema.appVersion}`,
    note: schema.appName,
  })),
  { value: '', text: otherwise },
];
