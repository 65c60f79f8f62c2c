import type { SolutionFieldCode, SolutionFields } from '@/components/solution/details';

export const SOLUTION_FIELD: Record<SolutionFieldCode, string> = {
  missing: 'This is needed.',
  'name-form': 'Letters, digits, points, hyphens and underscores only; no blanks.',
  'part-form': 'Letters, digits and underscores only: it becomes part of a warehouse name.',
  'version-form': 'Three numbers with points between them, e.g. 1.0.0.',
};

export const SOLUTION_LABEL: Record<keyof SolutionFields, string> = {
  solutionName: 'Solution name',
  prefix: 'Prefix',
  suffix: 'Suffix',
  targetSchemaName: 'Target schema',
  appName: 'App name',
  appVersion: 'App version',
};

export const SOLUTION_HINT: Record<keyof SolutionFields, string> = {
  solutionName: 'The id of the rollout, unique in your tenant. Sent with every batch.',
  prefix: 'Put before every table name. May be empty.',
  suffix: 'Put after every table name. May be empty.',
  targetSchemaName: 'The schema of the warehouse in which the tables are made.',
  appName: 'The application whose standard schema is rolled out.',
  appVersion: 'The version of that standard schema; it decides columns and keys.',
};

/** For whoever was not given the details: what to send to Peak's support. */
export const detailsTicket = (host: string): string =>
  `Subject: Solution details for the Data Ingestion API

Hello,

we are onboarding our data through the Data Ingestion API v2 and need the details of our solution. Please send us:

1. Solution name
2. Prefix and suffix of the table names (or "none")
3. Target schema name in the warehouse
4. App name and app version of the standard schema
5. Whether the standard schema is saved and the solution rolled out, or whether we should do that
6. The API base URL of our region (we are using ${host})

Thank you.
`;
