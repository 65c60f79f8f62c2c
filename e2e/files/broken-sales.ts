import { saleAt, type Sale } from './online-retail';

/** A sale as a careless export wrote it, and what the warehouse must hold of it once it is repaired. */
interface Broken {
  readonly written: Sale;
  readonly meant: {
    readonly quantity: string | null;
    readonly price: string | null;
    readonly soldAt: string;
  };
}

const dayFirst = (iso: string) => iso.replace(/^(\d{4})-(\d{2})-(\d{2})/, '$3/$2/$1');

/** 2,000 cells at fault in six kinds, then 500 sales that are as they should be. The same every time. */
export const BROKEN: readonly Broken[] = Array.from({ length: 2500 }, (_, n) => {
  const sale = { ...saleAt(n), quantity: String(1 + (n % 24)) };
  const meant = { quantity: sale.quantity, price: sale.price, soldAt: sale.soldAt };
  if (n < 500) return { written: { ...sale, quantity: `${sale.quantity}.0` }, meant };
  if (n < 800) return { written: { ...sale, soldAt: dayFirst(sale.soldAt) }, meant };
  if (n < 1200) return { written: { ...sale, price: `€ ${sale.price}` }, meant };
  if (n < 1500) return { written: { ...sale, price: '#N/A' }, meant: { ...meant, price: null } };
  if (n < 1700) {
    return {
      written: { ...sale, quantity: `(${sale.quantity})` },
      meant: { ...meant, quantity: `-${sale.quantity}` },
    };
  }
  if (n < 1999) return { written: { ...sale, quantity: 'n/a' }, meant: { ...meant, quantity: null } };
  if (n === 1999) return { written: { ...sale, quantity: 'nine' }, meant: { ...meant, quantity: '9' } };
  return { written: sale, meant };
});
