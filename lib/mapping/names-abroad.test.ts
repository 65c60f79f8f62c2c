import { describe, expect, it } from 'vitest';
import type { ColumnSpec, TableSpec } from '../peak/model';
import { bareName } from './names';
import { LIKELY_NAMES, NAMES_ABROAD } from './names-abroad';
import { suggestMapping } from './suggest';

const TYPES: Readonly<Record<string, ColumnSpec['type']>> = {
  SOLD_AT: 'timestamp',
  QUANTITY: 'float',
  SELLING_PRICE: 'float',
};
const tableOf = (objectName: string, ...names: string[]): TableSpec => ({
  name: `QP_${objectName}_OOTB`,
  objectName,
  columns: names.map((name) => ({
    name,
    type: TYPES[name] ?? 'string',
    rawType: 'string',
    required: false,
    nullable: true,
    unchecked: [],
  })),
  primaryKey: [],
  uniqueKeys: [],
  foreignKeys: [],
});
const sale = tableOf('SALE', 'SALE_ID', 'PRODUCT_ID', 'CUSTOMER_ID', 'SOLD_AT', 'QUANTITY', 'SELLING_PRICE');
const product = tableOf('PRODUCT', 'PRODUCT_ID', 'PRODUCT_NAME', 'PRODUCT_CATEGORY');

/** `column: how` of what a file column feeds, in the order of the file. */
function fed(table: TableSpec, header: readonly string[], row: readonly string[]): string[] {
  const mapping = suggestMapping(table, header, [row]);
  return header.map((_, at) => {
    const entry = mapping.find(({ source }) => source.kind === 'file' && source.position === at);
    return entry?.source.kind === 'file' ? `${entry.column}: ${entry.source.by}` : 'nothing';
  });
}

const ROW = ['A-1', 'P-1', 'C-1', '2024-01-31', '2', '9.5'];

describe('the columns of a sale as other systems call them', () => {
  it.each([
    ['German', ['Rechnungs-Nr.', 'Artikelnummer', 'Kunden-Nr.', 'Rechnungsdatum', 'Menge', 'Einzelpreis']],
    ['German', ['Auftragsnummer', 'Art.-Nr.', 'Kundennummer', 'Bestelldatum', 'Stückzahl', 'Stückpreis']],
    ['French', ['N° facture', 'Code article', 'Code client', 'Date de facture', 'Quantité', 'Prix unitaire']],
    [
      'Spanish',
      [
        'Número de factura',
        'Código artículo',
        'Código cliente',
        'Fecha factura',
        'Cantidad',
        'Precio unitario',
      ],
    ],
    [
      'Italian',
      ['Numero fattura', 'Codice articolo', 'Codice cliente', 'Data fattura', 'Quantità', 'Prezzo unitario'],
    ],
    ['Dutch', ['Factuurnummer', 'Artikelnr', 'Klantnr', 'Factuurdatum', 'Aantal', 'Stuksprijs']],
    [
      'Portuguese',
      [
        'Número da fatura',
        'Código do produto',
        'Código do cliente',
        'Data da venda',
        'Qtde',
        'Preço unitário',
      ],
    ],
    [
      'Polish',
      ['Numer faktury', 'Kod produktu', 'Numer klienta', 'Data sprzedaży', 'Ilość', 'Cena jednostkowa'],
    ],
    ['Swedish', ['Fakturanummer', 'Artikelnr', 'Kundnr', 'Fakturadatum', 'Antal', 'Styckpris']],
    [
      'English',
      ['Invoice Num', 'Article Code', 'Customer Num', 'Date of Sale', 'Invoiced Qty', 'Item Price'],
    ],
  ])('are known in %s', (_language, header) => {
    expect(fed(sale, header, ROW)).toEqual(sale.columns.map(({ name }) => `${name}: alias`));
  });

  it.each([
    ['Article', 'PRODUCT_ID: guess'],
    ['Artikel', 'PRODUCT_ID: guess'],
    ['Item', 'PRODUCT_ID: guess'],
    ['Article No', 'PRODUCT_ID: alias'],
    ['Item No', 'PRODUCT_ID: alias'],
    ['SKU', 'PRODUCT_ID: alias'],
    ['MATNR', 'PRODUCT_ID: alias'],
    ['Beleg-Nr.', 'SALE_ID: guess'],
    ['Kunde', 'CUSTOMER_ID: guess'],
    ['Store', 'nothing'],
    ['EAN', 'nothing'],
    ['Position', 'nothing'],
    ['Land', 'nothing'],
    ['Bezeichnung', 'nothing'],
    ['Warengruppe', 'nothing'],
    ['Lieferdatum', 'nothing'],
    ['Konto', 'nothing'],
  ])('%s feeds %s', (heading, said) => {
    expect(fed(sale, [heading], ['X1'])).toEqual([said]);
  });

  it.each([
    ['two likely names for one column', sale, ['Article', 'Item'], ['A1', 'B1'], ['nothing', 'nothing']],
    [
      'an article beside its number',
      sale,
      ['Artikel', 'Artikelnr'],
      ['Mug', 'A1'],
      ['nothing', 'PRODUCT_ID: alias'],
    ],
    ['an article that is number or name', product, ['Artikel'], ['A1'], ['nothing']],
    [
      'an article beside its name',
      product,
      ['Artikel', 'Artikelbezeichnung'],
      ['A1', 'Mug'],
      ['PRODUCT_ID: guess', 'PRODUCT_NAME: alias'],
    ],
    ['a number of articles that is none', sale, ['Menge'], ['viel'], ['nothing']],
    [
      'two numbers of a sale',
      sale,
      ['Rechnungsnr', 'Auftragsnr'],
      ['A1', 'B1'],
      ['SALE_ID: guess', 'nothing'],
    ],
  ])('is as sure as it can be of %s', (_what, table, header, row, said) => {
    expect(fed(table, header, row)).toEqual(said);
  });
});

it('lists each name once for a column, spelled as headings are compared', () => {
  for (const lists of [NAMES_ABROAD, LIKELY_NAMES])
    for (const [column, list] of Object.entries(lists)) {
      const names = list.split(' ');
      expect(names, column).toEqual(names.map(bareName));
      expect(new Set(names).size, column).toBe(names.length);
    }
});
