import { LIKELY_NAMES, NAMES_ABROAD, SALES_QUANTITY } from './names-abroad';

/**
 * What other systems call the columns of the published data models (docs/peak-api.md §6), as bare names
 * (`bareName`). Only names that can hardly mean anything else; anything vaguer is left to the guess.
 */
const ALIASES: Readonly<Record<string, string>> = {
  saleid:
    'invoiceno invoicenr invoicenum invoicenumber invoiceid invoice orderid ordernumber orderno transactionid transactionno receiptno receiptid receiptnumber billno salesid',
  productid:
    'stockcode sku skuid productcode productno productnumber itemid itemcode itemno itemnumber articleno articlenr articlenum articlenumber articleid articlecode artno skucode skuno skunumber materialno materialnumber materialcode partno partnumber',
  productname: 'description productdescription itemname itemdescription articlename product item',
  productcategory: 'category productline department productgroup itemcategory',
  productsubcategory: 'subcategory productsubgroup',
  customerid:
    'customerno customernumber custid custno clientid clientno accountid accountno customercode customernum custnr custcode custnum clientnumber clientcode debtorno debtornumber',
  customername: 'customer client clientname accountname',
  customercategory: 'segment customersegment customergroup customertype',
  merchantid: 'sellerid vendorid',
  merchantname: 'seller merchant',
  quoteid: 'quotationid quoteno quotenumber quotationno',
  quotestatus: 'quotationstatus',
  quotedat: 'quotedate quotationdate',
  soldat: 'invoicedate dateofsale orderdate saledate salesdate transactiondate purchasedate datesold',
  quantity:
    'qty units unitssold quantitysold quantityordered orderqty invoicedqty invoicedquantity quantityinvoiced billedqty billedquantity',
  sellingprice: 'unitprice saleprice salesprice priceeach priceperunit itemprice netprice',
  regionid: 'region regioncode',
  regionname: 'region',
  locationid:
    'storeid storeno storenumber storecode branchid branchno branchcode shopno warehouseno warehousecode sitecode warehouseid siteid shopid locationcode',
  locationname: 'store storename branch site shop warehouse',
  country: 'countryname countrycode',
  currency: 'currencycode ccy',
  supplierid: 'vendorid vendorno vendornumber vendorcode supplierno suppliernumber suppliercode',
  suppliername: 'supplier vendor vendorname',
  ordernumber: 'orderno orderid ponumber pono purchaseordernumber',
  orderedunits: 'orderquantity orderedqty orderedquantity',
  receiptedunits: 'receivedunits receivedqty receivedquantity',
  deliveredunits: 'deliveredqty deliveredquantity',
  orderedat: 'orderdate ordered',
  receiptedat: 'receiptdate receiveddate receivedat',
  orderduedate: 'duedate',
  orderduedateat: 'duedate orderduedate',
  salesunits: 'unitssold qtysold quantitysold salesquantity',
  salesvalue: 'salesamount revenue turnover netsales',
  returnunits: 'returnedunits returnqty',
  returnvalue: 'returnamount',
  daydate: 'date day',
  stockdateat: 'stockdate',
  stockunits: 'stockonhand onhand stockqty stocklevel',
  availablestock: 'stockonhand onhand stockqty stocklevel inventory',
  unitcostprice: 'unitcost costprice cost',
  unitlistprice: 'listprice rrp msrp',
  listprice: 'rrp msrp catalogueprice',
  productcost: 'unitcost costprice cost',
  packsize: 'casesize',
  leadtimedays: 'leadtime',
  minimumorderquantity: 'moq',
  vat: 'vatrate taxrate',
  createdat: 'creationdate createddate datecreated',
  updatedat: 'lastupdated lastmodified modifiedat modifieddate dateupdated updateddate changedat',
};

/**
 * Other names inside one table: older spellings of the vendor's own versions (§6: the A version's keys and the J and
 * L versions' renamed columns), and words that mean something else in another table.
 */
const BY_TABLE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  SALE: {
    soldat: 'saleat solddate soldon',
    quantity: 'salesunits demandunits',
    salesunits: `quantity qty units ${SALES_QUANTITY}`,
    returnedat: 'returndate returnedon',
    shippedat: 'shipdate shippingdate shippeddate dispatchdate',
    sellingprice: 'sellprice soldprice',
  },
  QUOTE_LINE: {
    originalquoteid: 'parentquoteid previousquoteid',
    quotedat: 'quotecreatedat quotedon',
    decidedat: 'decisiondate decisionat closedat closedate wonlostdate',
    quotestatus: 'status quotestage outcome',
  },
  CUSTOMER: { customername: 'name', customercategory: 'type' },
  MERCHANT: { merchantname: 'name' },
  PROJECT: { projectname: 'name project title' },
  PRODUCT: { productname: 'name', bespokeproduct: 'bespoke isbespoke custommade', name: 'productname' },
  REGION: { regionname: 'name' },
  LOCATION: { name: 'locationname storename store', locationname: 'name' },
  LOCATIONS: { locationname: 'name', isstore: 'store', isdc: 'dc distributioncentre', isfactory: 'factory' },
  PRODUCTS: { productname: 'name', productdescription: 'description' },
  SUPPLIERS: { suppliername: 'name', minimumordervalue: 'mov' },
  PRODUCT_PRICING_DAILY: { pricingat: 'pricedate pricingdate date', sellingprice: 'price saleprice' },
  LIST_PRICE: { listprice: 'price' },
  PRODUCT_COST: { productcost: 'cost unitcostprice' },
  PURCHASE_ORDER: {
    orderduedateat: 'orderduedate duedate dueat',
    receiptdate: 'receiptedat receiveddate',
    purchaseorderid: 'poid',
  },
  PURCHASE_ORDERS: {
    orderduedate: 'orderduedateat duedate dueat',
    receiptedat: 'receiptdate receiveddate',
    sourceid: 'supplierid vendorid',
  },
  TRANSFERS: {
    locationid: 'destinationid destinationlocationid tolocationid',
    sourceid: 'fromlocationid originid originlocationid',
    expecteddeparturedate: 'expecteddepartureat',
    actualdeparturedate: 'actualdepartureat',
  },
  STOCK: {
    stockdateat: 'daydate stockdate date',
    daydate: 'stockdateat stockdate date',
    availablestock: 'stockunits stock',
  },
  STOCK_DAILY: { daydate: 'stockdateat stockdate date' },
  TAX: { vat: 'tax taxrate vatpercent' },
  CURRENCY_CONVERSION: {
    fromcurrency: 'basecurrency sourcecurrency',
    tocurrency: 'targetcurrency quotecurrency',
  },
};

/** Bare names a column of a table is known by elsewhere, likeliest first. `table`: its name without prefix and suffix. */
export function aliasesOf(table: string, bareColumn: string): readonly string[] {
  const own = BY_TABLE[table.toUpperCase()]?.[bareColumn];
  const names = [own, ALIASES[bareColumn], NAMES_ABROAD[bareColumn]].flatMap((list) =>
    list === undefined ? [] : list.split(' '),
  );
  return [...new Set(names)];
}

/** Whether a bare name is likely this column's, though it could mean another one. */
export const isLikelyName = (bareColumn: string, bareHeading: string): boolean =>
  LIKELY_NAMES[bareColumn]?.split(' ').includes(bareHeading) ?? false;
