import type { StandardColumn, StandardSchema } from './model-parts';
import { filled, key, maybe, refersTo, table } from './model-parts';

/** §6.2, in the later published state (J, L). */

const product = refersTo('PRODUCT');
const location = refersTo('LOCATION');
const both = [location, product];
const stamps: readonly StandardColumn[] = [
  maybe('CREATED_AT', 'timestamp'),
  maybe('UPDATED_AT', 'timestamp'),
];
const VARIANT = 'Which variant of the product, e.g. size:L.';

export const markdownPromotions: StandardSchema = {
  // The app name and its version are not published for this model (§3.1).
  appName: 'markdown-promotions',
  appVersion: '1.0.0',
  title: 'Markdown & Promotions',
  follows: 'Keys and tables of the later object pages.',
  defaultPrefix: 'B2C_',
  defaultSuffix: '_OOTB',
  defaultSolutionName: 'B2C_OOTB',
  tables: [
    table('LOCATION', 'Where products are sold or kept.', { incomplete: true }, [
      key('LOCATION_ID'),
      filled('COUNTRY'),
      maybe('CURRENCY', 'string', 'ISO code.'),
      maybe('NAME'),
    ]),
    table('PRODUCT_CATEGORY', 'The tree of product categories.', {}, [
      key('PRODUCT_CATEGORY_ID'),
      maybe('NAME'),
      maybe('METADATA', 'string', 'Text that holds JSON.'),
      maybe('PARENT_PRODUCT_CATEGORY_ID'),
      ...stamps,
    ]),
    table(
      'PRODUCT',
      'What is sold.',
      {
        foreignKeys: [refersTo('PRODUCT_CATEGORY', 'LOWEST_PRODUCT_CATEGORY_ID', 'PRODUCT_CATEGORY_ID')],
      },
      [
        key('PRODUCT_ID'),
        filled('NAME'),
        filled('DESCRIPTION'),
        filled('LOWEST_PRODUCT_CATEGORY_ID', 'string', 'The leaf of the category tree it hangs on.'),
        ...stamps,
      ],
    ),
    table('PRODUCT_EXTRA', 'Further attributes of a product, one per row.', { foreignKeys: [product] }, [
      key('PRODUCT_EXTRA_ATTRIBUTE'),
      key('PRODUCT_EXTRA_VALUE'),
      key('PRODUCT_ID'),
      ...stamps,
    ]),
    table('PRODUCT_PRICING_DAILY', 'Prices of a product at a location, by day.', { foreignKeys: both }, [
      key('LOCATION_ID'),
      key('PRICING_AT', 'timestamp'),
      key('PRODUCT_ID'),
      maybe('SELLING_PRICE', 'float'),
      maybe('UNIT_COST_PRICE', 'float'),
      maybe('UNIT_LIST_PRICE', 'float'),
      maybe('QUOTE_STAGE'),
      ...stamps,
    ]),
    table('PURCHASE_ORDER', 'What was ordered and what arrived.', { foreignKeys: [product, location] }, [
      key('ORDER_NUMBER'),
      key('PRODUCT_ID'),
      filled('LOCATION_ID'),
      filled('ORDER_DUE_DATE_AT', 'timestamp'),
      filled('ORDERED_AT', 'timestamp'),
      filled('ORDERED_UNITS', 'integer'),
      maybe('PURCHASE_ORDER_ID'),
      maybe('STATUS'),
      maybe('DELIVERED_UNITS', 'integer'),
      maybe('RECEIPTED_UNITS', 'integer'),
      maybe('RECEIPT_DATE', 'date'),
      maybe('ACTUAL_DEPARTURE_AT', 'timestamp'),
      maybe('EXPECTED_DEPARTURE_AT', 'timestamp'),
      ...stamps,
    ]),
    table('SALE', 'Units and value sold of a product at a location.', { foreignKeys: both }, [
      key('LOCATION_ID'),
      key('PRODUCT_ID'),
      key('SOLD_AT', 'timestamp'),
      maybe('CUSTOMER_ID'),
      maybe('SALE_ID'),
      maybe('DEMAND_UNITS', 'float'),
      maybe('DEMAND_VALUE', 'float'),
      filled('RETURN_UNITS', 'integer'),
      filled('RETURN_VALUE', 'float'),
      filled('SALES_UNITS', 'integer'),
      filled('SALES_VALUE', 'float'),
      ...stamps,
      maybe('RETURNED_AT', 'timestamp'),
      maybe('SHIPPED_AT', 'timestamp'),
    ]),
    table(
      'SALE_EXTRA',
      'Sales of one variant of a product.',
      { foreignKeys: [product, location], incomplete: true },
      [
        key('PRODUCT_ID'),
        key('LOCATION_ID'),
        key('PRODUCT_VARIANT', 'string', VARIANT),
        key('SOLD_AT', 'timestamp'),
        maybe('CREATED_AT', 'timestamp'),
        maybe('SALE_ID'),
        maybe('CUSTOMER_ID'),
      ],
    ),
    table('STOCK', 'Units of a product in stock at a location, by date.', { foreignKeys: both }, [
      key('LOCATION_ID'),
      key('PRODUCT_ID'),
      key('STOCK_DATE_AT', 'timestamp'),
      filled('STOCK_UNITS', 'integer'),
      maybe('STOCK_ID'),
      ...stamps,
    ]),
    table(
      'STOCK_EXTRA',
      'Stock of one variant of a product.',
      { foreignKeys: [product, location], incomplete: true },
      [
        key('PRODUCT_ID'),
        key('LOCATION_ID'),
        key('PRODUCT_VARIANT', 'string', VARIANT),
        key('STOCK_DATE_AT', 'timestamp'),
        maybe('CREATED_AT', 'timestamp'),
        maybe('STOCK_ID'),
      ],
    ),
    table('TAX', 'Value added tax of a product at a location.', { foreignKeys: both }, [
      key('LOCATION_ID'),
      key('PRODUCT_ID'),
      key('CREATED_AT', 'timestamp'),
      maybe('VAT', 'float', 'As a fraction: 0.20 is 20 %.'),
      maybe('UPDATED_AT', 'timestamp'),
    ]),
    table('CURRENCY_CONVERSION', 'Rates between currencies.', { incomplete: true }, [
      key('FROM_CURRENCY', 'string', 'ISO code.'),
      key('TO_CURRENCY', 'string', 'ISO code.'),
      key('CREATED_AT', 'timestamp'),
    ]),
  ],
};
