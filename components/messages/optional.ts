import type { AttributeFieldCode } from '@/components/optional/attribute-fields';
import type { AttributeRequest } from '@/lib/gateway/contract';

export const ATTRIBUTE_FIELD: Record<AttributeFieldCode, string> = {
  'table-missing': 'Choose the table that gets the column.',
  'name-missing': 'Give the column a name.',
  'name-form': 'A capital letter first, then capitals, digits and underscores, at most 127 characters.',
  'name-taken': 'The table has a column of this name already.',
  'default-form': 'This is no value of the chosen type.',
};

export const ATTRIBUTE_TYPE: Record<
  AttributeRequest['dataType'],
  { readonly text: string; readonly note: string }
> = {
  string: { text: 'string', note: 'Text' },
  integer: { text: 'integer', note: 'Whole numbers' },
  float: { text: 'float', note: 'Numbers with a fraction' },
  boolean: { text: 'boolean', note: 'true or false' },
  date: { text: 'date', note: 'A day, as 2026-05-08' },
  datetime: { text: 'datetime', note: 'Day and time, as 2026-05-08 10:30:00' },
};

/** A request to Peak's staff to store rows of some tables on a schedule. */
export const scheduleTicket = (facts: {
  readonly solutionName: string;
  readonly host: string;
  readonly tables: readonly string[];
  readonly every: string;
}): string =>
  `Subject: Scheduled ingestion for ${facts.solutionName}

Hello,

please switch on scheduled ingestion for these tables of our solution ${facts.solutionName} (${facts.host}):

${facts.tables.length === 0 ? '- (name the tables)' : facts.tables.map((table) => `- ${table}`).join('\n')}

Schedule: ${facts.every}, times in UTC.

Please tell us when it is active, and whether requests keep answering 200 meanwhile.

Thank you.
`;
