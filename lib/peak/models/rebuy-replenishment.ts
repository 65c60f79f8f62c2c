import { inventoryTables } from './inventory-tables';
import type { StandardSchema } from './model-parts';

/** §6.4: the inventory tables with the later keys, which no longer hold UPDATED_AT. */
export const rebuyReplenishment: StandardSchema = {
  // App name, prefix and solution name are not published for this model (§3.1, 6.4).
  appName: 'rebuy-replenishment',
  appVersion: '1.0.0',
  title: 'Rebuy & Replenishment',
  follows: 'Later keys: a row sent again replaces the one before.',
  defaultPrefix: 'RBY_',
  defaultSuffix: '_OOTB',
  defaultSolutionName: 'RBY_OOTB',
  tables: inventoryTables('latest'),
};
