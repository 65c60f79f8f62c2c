/**
 * What other systems call the columns of the published data models (docs/peak-api.md §6), as bare names
 * (`bareName`). Only names that can hardly mean anything else; anything vaguer is left to the guess.
 */
const ALIASES: Readonly<Record<string, string>> = {
  saleid:
    'invoiceno invoicenumber invoiceid invoice orderid ordernumber orderno transactionid transactionno receiptno receiptid receiptnumber billno salesid',
  productid:
    'stockcode sku skuid productcode productno productnumber itemid itemcode itemno itemnumber articleno articlenumber articleid materialno materialnumber partno partnumber',
  productname: 'description productdescription itemname itemdescription articlename product item',
  productcategory: 'category productline department productgroup itemcategory',
  productsubcategory: 'subcategory productsubgroup',
  customerid: 'customerno customernumber custid custno clientid clientno accountid accountno customercode',
  customername: 'customer client clientname accountname',
  customercategory: 'segment customersegment customergroup customertype',
  merchantid: 'sellerid vendorid',
  merchantname: 'seller merchant',
  quoteid: 'quotationid quoteno quotenumber quotationno',
  quotestatus: 'quotationstatus',
  quotedat: 'quotedate quotationdate',
  soldat: 'invoicedate orderdate saledate salesdate transactiondate purchasedate datesold',
  quantity: 'qty units unitssold quantitysold quantityordered orderqty',
  sellingprice: 'unitprice saleprice salesprice priceeach priceperunit netprice',
  regionid: 'region regioncode',
  regionname: 'region',
  locationid: 'storeid storeno storecode branchid warehouseid siteid shopid locationcode',
  locationname: 'store storename branch site shop warehouse',
  country: 'countryname countrycode',
  currency: 'currencycode ccy',
  supplierid: 'vendorid supplierno suppliercode',
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

const LISTS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(ALIASES).map(([column, names]) => [column, names.split(' ')]),
);

/** Bare names a column is known by elsewhere, likeliest first. */
export function aliasesOf(bareColumn: string): readonly string[] {
  return LISTS.get(bareColumn) ?? [];
}
