import type { StandardColumn, StandardTable } from './model-parts';
import { key, maybe, optional, refersTo, table } from './model-parts';

/** `history`: keys of the first pages, with UPDATED_AT. `latest`: keys without it (§6.3, 6.4). */
type Keys = 'history' | 'latest';

const product = refersTo('PRODUCTS', 'PRODUCT_ID');
const location = refersTo('LOCATIONS', 'LOCATION_ID');
const both = [product, location];
const where = [key('PRODUCT_ID'), key('LOCATION_ID')];

/** UPDATED_AT, inside the key or outside of it. */
const changed = (keys: Keys): StandardColumn =>
  keys === 'history'
    ? key('UPDATED_AT', 'timestamp', 'Part of the key, so earlier states are kept.')
    : maybe('UPDATED_AT', 'timestamp');

function masters(keys: Keys): readonly StandardTable[] {
  const needed = { requiredBySolution: true };
  return [
    table('LOCATIONS', 'Stores, distribution centres and factories.', needed, [
      key('LOCATION_ID'),
      optional('LOCATION_NAME'),
      optional('COUNTRY'),
      maybe('IS_STORE', 'boolean'),
      maybe('IS_DC', 'boolean', 'Whether it is a distribution centre.'),
      maybe('IS_FACTORY', 'boolean'),
      changed(keys),
    ]),
    table('PRODUCTS', 'What is stocked and ordered.', needed, [
      key('PRODUCT_ID'),
      optional('PRODUCT_NAME'),
      optional('PRODUCT_DESCRIPTION'),
      optional('PRODUCT_CATEGORY'),
      maybe('SOURCE_ID'),
      maybe('PACK_SIZE', 'integer'),
      optional('MINIMUM_ORDER_QUANTITY', 'integer'),
      optional('PRODUCT_IMAGE_URLS', 'string', 'One URL or several with commas between.'),
      changed(keys),
    ]),
    table('SUPPLIERS', 'Who delivers.', needed, [
      key('SUPPLIER_ID'),
      maybe('SUPPLIER_NAME'),
      optional('MINIMUM_ORDER_QUANTITY', 'integer'),
      optional('MOQ_UNIT_OF_MEASURE'),
      optional('MINIMUM_ORDER_VALUE', 'integer'),
      optional('MOV_UNIT_OF_MEASURE'),
      changed(keys),
    ]),
  ];
}

function planning(keys: Keys): readonly StandardTable[] {
  const needed = { requiredBySolution: true, foreignKeys: both };
  return [
    table('PRICING', 'Cost and list price of a product at a location.', needed, [
      ...where,
      key('CREATED_AT', 'timestamp'),
      maybe('UNIT_COST_PRICE', 'float'),
      maybe('UNIT_LIST_PRICE', 'float'),
      optional('VALID_FROM', 'timestamp'),
      optional('VALID_TO', 'timestamp'),
    ]),
    table('ORDER_PARAMETERS', 'How a product is reordered.', needed, [
      key('PRODUCT_ID'),
      keys === 'latest' ? key('LOCATION_ID') : maybe('LOCATION_ID'),
      maybe('SOURCE_ID'),
      maybe('REVIEW_PERIOD_DAYS', 'integer'),
      maybe('SERVICE_LEVEL', 'float', 'As a fraction: 0.95 is 95 %.'),
      maybe('LEAD_TIME_DAYS', 'integer'),
      optional('MINIMUM_GUARDRAIL', 'integer'),
      changed(keys),
    ]),
    table('PURCHASE_ORDERS', 'What was ordered and what arrived.', needed, [
      key('ORDER_NUMBER'),
      maybe('PRODUCT_ID'),
      maybe('LOCATION_ID'),
      maybe('SOURCE_ID'),
      maybe('ORDERED_AT', 'timestamp'),
      maybe('ORDER_DUE_DATE', 'timestamp'),
      maybe('ORDERED_UNITS', 'integer'),
      optional('RECEIPTED_AT', 'timestamp'),
      optional('RECEIPTED_UNITS', 'integer'),
      maybe('ORDER_LINE_VALUE', 'float'),
      maybe('ORDER_LINE_STATUS'),
      changed(keys),
    ]),
  ];
}

function extras(keys: Keys): readonly StandardTable[] {
  const free = { requiredBySolution: false, foreignKeys: both };
  const attribute = (noun: 'PRODUCT' | 'LOCATION') => [
    maybe(`${noun}_EXTRA_ATTRIBUTE`),
    optional(`${noun}_EXTRA_VALUE`),
    changed(keys),
    maybe('CREATED_AT', 'timestamp'),
  ];
  return [
    table('TRANSFERS', 'Stock on its way between locations. May be empty.', { ...free, incomplete: true }, [
      key('PRODUCT_ID'),
      key('LOCATION_ID', 'string', 'Where it is going.'),
      key('ORDER_NUMBER'),
      maybe('SOURCE_ID'),
      maybe('ORDERED_AT', 'timestamp'),
      maybe('ORDERED_UNITS', 'float'),
      maybe('EXPECTED_DEPARTURE_DATE', 'timestamp'),
      maybe('ACTUAL_DEPARTURE_DATE', 'timestamp'),
      maybe('EXPECTED_DELIVERY_DATE', 'timestamp'),
      changed(keys),
    ]),
    table(
      'PRODUCT_EXTRA',
      'Further attributes of a product, one per row.',
      { ...free, foreignKeys: [product] },
      [key('PRODUCT_ID'), key('PRODUCT_EXTRA_ID'), ...attribute('PRODUCT')],
    ),
    table(
      'LOCATION_EXTRA',
      'Further attributes of a location, one per row.',
      { ...free, foreignKeys: [location] },
      [key('LOCATION_ID'), key('LOCATION_EXTRA_ID'), ...attribute('LOCATION')],
    ),
    table('SKU_CALENDAR', 'From when to when a product is on sale at a location.', free, [
      ...where,
      optional('START_DATE', 'date'),
      optional('END_DATE', 'date', 'Needed for products that are discontinued.'),
      changed(keys),
    ]),
    table('MANUFACTURING_ORDERS', 'What factories are to make.', { ...free, incomplete: true }, [
      key('PRODUCT_ID'),
      key('LOCATION_ID', 'string', 'The factory.'),
      key('ORDER_NUMBER'),
      maybe('SOURCE_ID'),
      maybe('ORDERED_AT', 'timestamp'),
      maybe('ORDERED_UNITS', 'integer'),
      maybe('EXPECTED_START_DATE', 'timestamp'),
      changed(keys),
    ]),
    table('PRODUCTION_LINES', 'What a factory can make.', { ...free, incomplete: true }, [
      ...where,
      key('PRODUCTION_LINE_ID'),
      key('CREATED_AT', 'timestamp'),
      optional('LINE_CAPACITY', 'integer'),
    ]),
  ];
}

/** Stock and sales by day, whose names changed with the keys. The later stock columns are not published (§10.15). */
function daily(keys: Keys): readonly StandardTable[] {
  const needed = { requiredBySolution: true, foreignKeys: both };
  const day = [...where, key('DAY_DATE', 'date')];
  const sold = [maybe('SALES_UNITS', 'integer'), maybe('SALES_VALUE', 'float')];
  return keys === 'history'
    ? [
        table('STOCK', 'Units in stock by day.', needed, [...day, maybe('AVAILABLE_STOCK', 'integer')]),
        table('SALES', 'Units and value sold by day.', { foreignKeys: both }, [...day, ...sold]),
      ]
    : [
        table('STOCK_DAILY', 'Opening and closing stock by day.', { ...needed, incomplete: true }, day),
        table('SALES_DAILY', 'Units and value sold by day.', needed, [...day, ...sold]),
      ];
}

/** The tables that Inventory Management and Rebuy & Replenishment share (§6.3, 6.4). */
export function inventoryTables(keys: Keys): readonly StandardTable[] {
  const [stock, sales] = daily(keys);
  return [...masters(keys), stock, ...planning(keys), sales, ...extras(keys)].filter(
    (item) => item !== undefined,
  );
}
