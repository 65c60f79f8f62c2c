import type { StandardSchema } from './model-parts';
import { inventoryTables } from './inventory-tables';

/** §6.3, with the keys of the first published state: UPDATED_AT in the key keeps every state of a record. */
export const inventoryManagement: StandardSchema = {
  // The app name is not published for this model (§3.1).
  appName: 'inventory-management',
  appVersion: '1.0.0',
  title: 'Inventory Management',
  follows: 'Keys as first published: UPDATED_AT is part of most of them.',
  defaultPrefix: 'INV_',
  defaultSuffix: '_OOTB',
  defaultSolutionName: 'INV_OOTB',
  tables: inventoryTables('history'),
};
