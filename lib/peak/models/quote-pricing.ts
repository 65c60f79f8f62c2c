import type { StandardSchema, StandardTable } from './model-parts';
import { filled, key, maybe, oneOf, refersTo, table } from './model-parts';

/** §6.1. Two versions: the keys of May 2026, and the longer ones of the later object pages. */

const CHANGED = 'When this state of the record came into being. Part of the key, so earlier states are kept.';
const product = refersTo('PRODUCT');
const customer = refersTo('CUSTOMER');
const merchant = refersTo('MERCHANT');
const project = refersTo('PROJECT');
const region = refersTo('REGION');
const quote = refersTo('QUOTE_LINE', 'QUOTE_ID');

const history: readonly StandardTable[] = [
  table(
    'CUSTOMER',
    'The customers that quotes are made for.',
    { requiredBySolution: true, incomplete: true },
    [
      key('CUSTOMER_ID'),
      key('UPDATED_AT', 'timestamp', CHANGED),
      filled('CUSTOMER_NAME'),
      maybe('CUSTOMER_CATEGORY'),
      maybe('CUSTOMER_SUBCATEGORY'),
      maybe('CUSTOMER_PRICE_LIST_ID'),
      oneOf(maybe('SOURCE', 'string', 'Who made the record.'), 'peak', 'customer'),
    ],
  ),
  table('MERCHANT', 'The people or branches that sell.', { requiredBySolution: false }, [
    key('MERCHANT_ID'),
    key('UPDATED_AT', 'timestamp', CHANGED),
    filled('MERCHANT_NAME'),
    maybe('MERCHANT_CATEGORY'),
    maybe('MERCHANT_SUBCATEGORY'),
  ]),
  table('PRODUCT', 'What is sold.', { requiredBySolution: true }, [
    key('PRODUCT_ID'),
    key('UPDATED_AT', 'timestamp', CHANGED),
    filled('PRODUCT_NAME'),
    maybe('BESPOKE_PRODUCT', 'boolean', 'Made for one customer.'),
    maybe('PRODUCT_CATEGORY'),
    maybe('PRODUCT_SUBCATEGORY'),
  ]),
  table('PROJECT', 'Projects that quotes belong to. Highly recommended.', { requiredBySolution: false }, [
    key('PROJECT_ID'),
    key('UPDATED_AT', 'timestamp', CHANGED),
    filled('PROJECT_NAME'),
    maybe('PROJECT_CATEGORY'),
    maybe('PROJECT_SUBCATEGORY'),
  ]),
  table('REGION', 'Regions that prices and costs hold for.', { requiredBySolution: true }, [
    key('REGION_ID', 'string', 'For example EMEA-UK.'),
    key('UPDATED_AT', 'timestamp', CHANGED),
    filled('REGION_NAME', 'string', 'For example United Kingdom.'),
  ]),
  table(
    'COMPETITOR_PRICE',
    'What competitors ask for a product in a region.',
    { requiredBySolution: false, foreignKeys: [product, region], incomplete: true },
    [key('PRODUCT_ID'), key('REGION_ID'), key('UPDATED_AT', 'timestamp', CHANGED)],
  ),
  table(
    'LIST_PRICE',
    'List price of a product by region and price list.',
    { requiredBySolution: true, foreignKeys: [product, region] },
    [
      key('PRODUCT_ID'),
      key('REGION_ID'),
      key('PRICE_LIST_ID'),
      key('UPDATED_AT', 'timestamp', CHANGED),
      maybe('LIST_PRICE', 'float'),
    ],
  ),
  table(
    'PRODUCT_COST',
    'Cost of a product by region.',
    { requiredBySolution: true, foreignKeys: [product, region] },
    [
      key('PRODUCT_ID'),
      key('REGION_ID'),
      key('UPDATED_AT', 'timestamp', CHANGED),
      maybe('PRODUCT_COST', 'float'),
    ],
  ),
];

function quoteLine(longKey: boolean): StandardTable {
  return table(
    'QUOTE_LINE',
    'One product of a quote, won, lost or open.',
    {
      requiredBySolution: true,
      foreignKeys: [product, customer, merchant, project, region],
      incomplete: true,
    },
    [
      key('QUOTE_ID'),
      key('PRODUCT_ID'),
      ...(longKey ? [key('REGION_ID')] : []),
      maybe('ORIGINAL_QUOTE_ID'),
      oneOf(maybe('QUOTE_STATUS'), 'won', 'lost', 'pending', 'archived'),
      maybe('PRICE_LIST_ID'),
      maybe('QUOTED_AT', 'timestamp'),
      maybe('DECIDED_AT', 'timestamp'),
      maybe('CUSTOMER_ID'),
      maybe('MERCHANT_ID'),
      maybe('PROJECT_ID'),
      ...(longKey ? [] : [maybe('REGION_ID')]),
    ],
  );
}

function sale(longKey: boolean): StandardTable {
  const soldAt = 'When it was sold.';
  return table(
    'SALE',
    'One product of a sale.',
    {
      requiredBySolution: true,
      foreignKeys: [product, customer, merchant, quote, ...(longKey ? [region] : [])],
      incomplete: true,
    },
    [
      key('SALE_ID', 'string', 'Number of the invoice or receipt.'),
      key('PRODUCT_ID', 'string', 'The product that was sold.'),
      ...(longKey ? [key('REGION_ID'), key('SOLD_AT', 'timestamp', soldAt)] : []),
      maybe('CUSTOMER_ID'),
      maybe('MERCHANT_ID'),
      maybe('QUOTE_ID', 'string', 'The quote that led to the sale.'),
      ...(longKey ? [] : [maybe('SOLD_AT', 'timestamp', soldAt)]),
      maybe('QUANTITY', 'integer', 'Units sold.'),
      maybe('SELLING_PRICE', 'float', 'Price at which one unit was sold.'),
    ],
  );
}

const common = {
  appName: 'quote-pricing',
  title: 'Quote Pricing',
  defaultPrefix: 'QP_',
  defaultSuffix: '_OOTB',
  defaultSolutionName: 'QP_OOTB',
} as const;

export const quotePricing: readonly StandardSchema[] = [
  {
    ...common,
    appVersion: '1.0.0',
    follows: 'Keys as published in May 2026: a sale is known by SALE_ID and PRODUCT_ID.',
    tables: [...history, quoteLine(false), sale(false)],
  },
  {
    ...common,
    appVersion: '2.0.0',
    follows: 'Longer keys of the later object pages: a sale is also known by REGION_ID and SOLD_AT.',
    tables: [...history, quoteLine(true), sale(true)],
  },
];
