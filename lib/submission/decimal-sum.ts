const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/** An exact sum of decimals as text: `0.1` a million times is `100000`, whatever floats make of it. */
export class DecimalSum {
  /** Units of 10^-scale. */
  #units = 0n;
  #scale = 0;
  count = 0;

  /** False where the text is no decimal; then nothing is added. */
  add(text: string): boolean {
    const parts = DECIMAL.exec(text);
    const [, sign, whole = '', fraction = '', exponent = '0'] = parts ?? [];
    if (parts === null || whole + fraction === '') return false;
    const power = Number(exponent);
    const scale = Math.max(0, fraction.length - power);
    const units = BigInt(whole + fraction) * 10n ** BigInt(Math.max(0, power - fraction.length));
    if (scale > this.#scale) {
      this.#units *= 10n ** BigInt(scale - this.#scale);
      this.#scale = scale;
    }
    const same = units * 10n ** BigInt(this.#scale - scale);
    this.#units += sign === '-' ? -same : same;
    this.count += 1;
    return true;
  }

  /** Without an exponent and without trailing zeros. */
  toString(): string {
    const negative = this.#units < 0n;
    const digits = (negative ? -this.#units : this.#units).toString().padStart(this.#scale + 1, '0');
    const whole = digits.slice(0, digits.length - this.#scale);
    const fraction = digits.slice(digits.length - this.#scale).replace(/0+$/, '');
    return `${negative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
  }
}
