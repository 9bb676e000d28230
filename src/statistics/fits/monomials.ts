import { InvalidInput } from '../../schema/index.ts';

/** The power of each parameter in one monomial: [1, 2] is θ₀·θ₁². */
export type Exponents = readonly number[];

/** Refuses monomials that are repeated, of the wrong length or with a power that is not a whole number ≥ 0. */
export function requireMonomials(monomials: readonly Exponents[], parameters: number, where = 'monomials'): void {
  const seen = new Set<string>();
  for (const [k, exponents] of monomials.entries()) {
    if (exponents.length !== parameters || exponents.some((power) => !Number.isInteger(power) || power < 0)) {
      throw new InvalidInput(`${where}[${k}]`, `${parameters} whole powers ≥ 0 are needed, found [${exponents}]`);
    }
    const key = exponents.join();
    if (seen.has(key)) throw new InvalidInput(`${where}[${k}]`, `[${exponents}] is there twice`);
    seen.add(key);
  }
}

/** The value of each monomial at θ, written into `out`. */
export function monomialValues(monomials: readonly Exponents[], theta: ArrayLike<number>, out: Float64Array): void {
  for (let k = 0; k < monomials.length; k++) {
    const exponents = monomials[k];
    let value = 1;
    for (let p = 0; p < exponents.length; p++) for (let n = exponents[p]; n > 0; n--) value *= theta[p];
    out[k] = value;
  }
}

/** The derivative of each monomial with respect to θ[parameter] at θ, written into `out`. */
export function monomialDerivatives(
  monomials: readonly Exponents[],
  theta: ArrayLike<number>,
  parameter: number,
  out: Float64Array,
): void {
  for (let k = 0; k < monomials.length; k++) {
    const exponents = monomials[k];
    let value: number = exponents[parameter];
    for (let p = 0; p < exponents.length && value !== 0; p++) {
      for (let n = p === parameter ? exponents[p] - 1 : exponents[p]; n > 0; n--) value *= theta[p];
    }
    out[k] = value;
  }
}

/** The distinct products of pairs of monomials; `index[k·K + l]` is where the product of k and l stands. */
export function monomialProducts(monomials: readonly Exponents[]): { products: Exponents[]; index: Int32Array } {
  const products: Exponents[] = [];
  const positions = new Map<string, number>();
  const index = new Int32Array(monomials.length * monomials.length);
  for (let k = 0; k < monomials.length; k++) {
    for (let l = 0; l < monomials.length; l++) {
      const product = monomials[k].map((power, p) => power + monomials[l][p]);
      const key = product.join();
      let position = positions.get(key);
      if (position === undefined) {
        position = products.push(product) - 1;
        positions.set(key, position);
      }
      index[k * monomials.length + l] = position;
    }
  }
  return { products, index };
}
