/**
 * What ERP exports in the languages of Europe, and SAP's own field names, call the columns of the published data models, as
 * bare names (`bareName`): German, French, Spanish, Italian, Dutch, Portuguese, Polish, Swedish, Danish. Like the English
 * aliases only names that can hardly mean anything else.
 */
const QUANTITY =
  'menge anzahl stuckzahl stueckzahl quantite qte cantidad quantita qta aantal hoeveelheid quantidade qtd qtde ilosc antal antall kvantitet maengde mængde';

export const NAMES_ABROAD: Readonly<Record<string, string>> = {
  saleid:
    'rechnungsnr rechnungsnummer auftragsnr auftragsnummer numfacture nofacture nfacture numerofacture numerodefacture numcommande numerocommande numerodecommande numfactura nfactura numerofactura numerodefactura numeropedido numerodepedido numerofattura numerodifattura numeroordine factuurnr factuurnummer ordernr ordernummer numerofatura numerodafatura numerodopedido nrfaktury numerfaktury nrzamowienia numerzamowienia fakturanr fakturanummer',
  productid:
    'artikelnr artikelnummer artnr artikelid artikelcode materialnr materialnummer produktnr produktnummer produktid produktcode codearticle codeproduit refarticle referencearticle refproduit referenceproduit numarticle idarticle idproduit codarticulo codigoarticulo codigodearticulo codproducto codigoproducto codigodeproducto idarticulo idproducto codarticolo codicearticolo codprodotto codiceprodotto idprodotto productnr productnummer codproduto codigoproduto codigodoproduto codigoartigo idproduto kodproduktu kodtowaru numerartykulu nrartykulu varenr varenummer matnr',
  productname:
    'artikelbezeichnung artikelname produktbezeichnung produktname libellearticle libelleproduit designationarticle nomproduit nomduproduit nombreproducto nombredelproducto nomeprodotto descrizionearticolo artikelomschrijving productnaam nomeproduto nomedoproduto nazwaproduktu nazwatowaru artikelnamn produktnamn',
  productcategory:
    'warengruppe artikelgruppe produktgruppe produktkategorie familleproduit categorieproduit categoriaproducto categoriaprodotto artikelgroep productgroep varugrupp varegruppe matkl',
  customerid:
    'kundennr kundennummer kundenid kdnr debitorennr debitorennummer numclient numeroclient noclient codeclient idclient codcliente codigocliente codigodecliente numerocliente idcliente codicecliente klantnr klantnummer klantcode klantid debiteurnr debiteurnummer debiteurennummer codigodocliente nrklienta numerklienta kodklienta idklienta kundnr kundnummer kundenr kundenummer kunnr',
  customername:
    'kundenname nomclient nomduclient nombrecliente nombredelcliente nomecliente ragionesociale klantnaam nomedocliente nazwaklienta kundnamn kundenavn',
  quoteid: 'angebotsnr angebotsnummer numdevis numerodevis numerodedevis offertenr offertenummer tilbudsnr',
  quotedat: 'angebotsdatum datedevis datedudevis fechapresupuesto offertedatum',
  soldat:
    'rechnungsdatum verkaufsdatum auftragsdatum bestelldatum datefacture datedefacture datevente datedevente datecommande datedecommande fechafactura fechadefactura fechaventa fechadeventa fechapedido fechadepedido datafattura datadifattura datavendita dataordine factuurdatum verkoopdatum orderdatum datavenda datadavenda datadafatura datapedido datadopedido datasprzedazy datafaktury datazamowienia fakturadatum',
  quantity: QUANTITY,
  sellingprice:
    'einzelpreis stuckpreis stueckpreis verkaufspreis vkpreis prixunitaire prixdevente prixvente preciounitario precioventa preciodeventa prezzounitario prezzodivendita stuksprijs verkoopprijs eenheidsprijs precounitario precodevenda cenajednostkowa cenasprzedazy styckpris enhetspris enhedspris stykpris salgspris forsaljningspris',
  regionid: 'regionsnr coderegion codigoregion codiceregione',
  locationid:
    'filialnr filialnummer filialid lagernr lagernummer standortnr marktnr codemagasin numeromagasin nummagasin codigotienda numerotienda codtienda codicenegozio filiaalnr filiaalnummer winkelnr winkelnummer codigoloja numeroloja numersklepu nrsklepu kodsklepu butiksnr butiksnummer butiknr werks',
  locationname:
    'filialname nommagasin nomdumagasin nombretienda nomenegozio filiaalnaam winkelnaam nomeloja nazwasklepu',
  country: 'land pays pais paese kraj',
  currency: 'wahrung waehrung devise moneda divisa moeda waluta waers',
  supplierid:
    'lieferantennr lieferantennummer lieferantenid kreditorennr kreditorennummer codefournisseur numfournisseur numerofournisseur codigoproveedor codproveedor codicefornitore leveranciersnr leveranciersnummer leverancierscode codigofornecedor koddostawcy leverantorsnr leverantorsnummer leverandornr lifnr',
  suppliername:
    'lieferantenname nomfournisseur nombreproveedor nomefornitore leveranciersnaam nomefornecedor nazwadostawcy',
  ordernumber: 'bestellnr bestellnummer',
  orderedat:
    'bestelldatum auftragsdatum datecommande datedecommande fechapedido dataordine besteldatum orderdatum',
  orderedunits: 'bestellmenge quantitecommandee cantidadpedida quantitaordinata besteldhoeveelheid',
  receiptedunits: 'empfangenemenge quantiterecue cantidadrecibida ontvangenhoeveelheid',
  deliveredunits: 'liefermenge geliefertemenge quantitelivree cantidadentregada',
  daydate: 'datum fecha',
  stockdateat: 'bestandsdatum',
  stockunits: 'lagerbestand quantiteenstock voorraad giacenza lagersaldo stanmagazynowy estoque existencias',
  availablestock:
    'lagerbestand quantiteenstock voorraad giacenza lagersaldo stanmagazynowy estoque existencias',
  unitcostprice:
    'einkaufspreis ekpreis einstandspreis prixachat prixdachat preciocoste preciodecoste inkoopprijs kostprijs',
  productcost:
    'einkaufspreis ekpreis einstandspreis prixachat prixdachat preciocoste preciodecoste inkoopprijs kostprijs',
  unitlistprice: 'listenpreis preciolista preciodelista prezzodilistino precodetabela',
  listprice: 'listenpreis preciolista preciodelista prezzodilistino precodetabela',
};

/** A table of sales may count what it sells in a column of another name. */
export const SALES_QUANTITY = QUANTITY;

/**
 * Names that are likely a column's, but could be its neighbour's: an article may be told by its number or by its name. Where
 * nothing else fits better they are a guess, which a person looks at.
 */
export const LIKELY_NAMES: Readonly<Record<string, string>> = {
  productid:
    'article artikel articulo articolo artigo item material produkt produit producto prodotto produto',
  productname:
    'article artikel articulo articolo artigo produkt produit producto prodotto produto bezeichnung designation libelle',
  customerid: 'client kunde cliente klant kund klient debitor debtor soldto soldtoparty',
  customername: 'kunde cliente klant kund klient',
  saleid:
    'belegnr belegnummer bestellnr bestellnummer bonnr documentno documentnumber billingdocument salesdocument',
  locationid: 'store shop branch filiale magasin tienda negozio winkel filiaal loja sklep butik plant',
  locationname: 'filiale magasin tienda negozio winkel filiaal loja sklep butik',
  supplierid: 'supplier vendor lieferant fournisseur proveedor fornitore leverancier kreditor',
  suppliername: 'lieferant fournisseur proveedor fornitore leverancier',
  soldat: 'datum fecha postingdate documentdate billingdate belegdatum buchungsdatum',
  sellingprice: 'preis prix precio prezzo prijs preco cena pris',
  quantity: 'pieces pcs',
  // In German and Italian also the day from which money counts.
  currency: 'valuta',
};
