import { InvalidInput } from '../../schema/index.ts';
import {
  type Exponents,
  monomialDerivatives,
  monomialProducts,
  monomialValues,
  requireMonomials,
} from './monomials.ts';

/** A polynomial template as JSON: one row of bin contents per monomial, and one per monomial of the squares. */
export type PolynomialTemplateDocument = {
  parameters: string[];
  bins: number;
  monomials: number[][];
  values: number[][];
  squareMonomials: number[][];
  squares: number[][];
};

/** Rows of a polynomial: row k of `rows` (length bins) is the coefficient of monomial k in every bin. */
type Rows = { monomials: readonly Exponents[]; rows: Float64Array };

/**
 * A histogram that is a polynomial of parameters in every bin: H(θ) = Σ_k m_k(θ)·H_k, together with its sum of
 * squared weights, which is a polynomial too: V(θ) = Σ_kl m_k m_l Σ_events w_k w_l. A sample whose event weight is
 * w(θ) = Σ_k m_k(θ) w_k (a rate quadratic in couplings, say) is thus known exactly at every θ after one pass over
 * the events, with acceptance and resolution in it.
 */
export class PolynomialTemplate {
  readonly parameters: readonly string[];
  readonly bins: number;
  readonly value: Rows;
  readonly square: Rows;
  private readonly pairs: Int32Array | undefined;
  private readonly factors: Float64Array;

  private constructor(parameters: readonly string[], bins: number, value: Rows, square: Rows, pairs?: Int32Array) {
    this.parameters = parameters;
    this.bins = bins;
    this.value = value;
    this.square = square;
    this.pairs = pairs;
    this.factors = new Float64Array(Math.max(value.monomials.length, square.monomials.length));
  }

  /** An empty template to be filled. Throws InvalidInput for bad monomials, repeated names or bins < 1. */
  static empty(parameters: readonly string[], monomials: readonly Exponents[], bins: number): PolynomialTemplate {
    requireBins(bins);
    if (new Set(parameters).size !== parameters.length) {
      throw new InvalidInput('parameters', `[${parameters}] names one twice`);
    }
    requireMonomials(monomials, parameters.length);
    const { products, index } = monomialProducts(monomials);
    const value = { monomials, rows: new Float64Array(monomials.length * bins) };
    return new PolynomialTemplate(
      parameters,
      bins,
      value,
      { monomials: products, rows: newRows(products, bins) },
      index,
    );
  }

  /** A template without parameters: the contents and variances of a histogram (variances zero when left out). */
  static constant(values: ArrayLike<number>, variances?: ArrayLike<number>): PolynomialTemplate {
    requireBins(values.length);
    if (variances !== undefined && variances.length !== values.length) {
      throw new InvalidInput('variances', `${variances.length} numbers do not match ${values.length} bins`);
    }
    const rows = finiteRow(values, 'values');
    const squares = variances === undefined ? new Float64Array(values.length) : finiteRow(variances, 'variances');
    const one = [[]];
    return new PolynomialTemplate([], values.length, { monomials: one, rows }, { monomials: one, rows: squares });
  }

  /**
   * A template known exactly, without simulation behind it: row k is the coefficient of monomial k in every bin, an
   * integral of a rate over the bins say. Throws InvalidInput for rows of different length or numbers not finite.
   */
  static exact(
    parameters: readonly string[],
    monomials: readonly Exponents[],
    rows: readonly ArrayLike<number>[],
  ): PolynomialTemplate {
    const bins = rows[0]?.length ?? 0;
    const template = PolynomialTemplate.empty(parameters, monomials, bins);
    if (rows.length !== monomials.length || rows.some((row) => row.length !== bins)) {
      throw new InvalidInput('rows', `${monomials.length} rows of ${bins} numbers are needed`);
    }
    for (const [k, row] of rows.entries()) template.value.rows.set(finiteRow(row, `rows[${k}]`), k * bins);
    return template;
  }

  /**
   * Adds one event to bin `bin` (0-based) with weight pieces w_k, one per monomial. Allocates nothing. Only a
   * template made by `empty` (or read back) can be filled; others throw InvalidInput, as does a bin out of range or
   * a piece that is not finite.
   */
  fill(bin: number, pieces: ArrayLike<number>): void {
    const { bins, pairs } = this;
    const count = this.value.monomials.length;
    if (pairs === undefined || !(bin >= 0 && bin < bins) || pieces.length !== count) {
      throw new InvalidInput(
        'template.fill',
        `bin ${bin} with ${pieces.length} pieces; ${bins} bins, ${count} monomials`,
      );
    }
    const values = this.value.rows;
    const squares = this.square.rows;
    for (let k = 0; k < count; k++) {
      const piece = pieces[k];
      if (!Number.isFinite(piece)) throw new InvalidInput('template.fill', `piece ${k} is ${piece}`);
      values[k * bins + bin] += piece;
      squares[pairs[k * count + k] * bins + bin] += piece * piece;
      for (let l = 0; l < k; l++) squares[pairs[k * count + l] * bins + bin] += 2 * piece * pieces[l];
    }
  }

  /** Writes H(θ) into `expected` and, when given, V(θ) into `variance`. θ in the order of `parameters`. */
  evaluate(theta: ArrayLike<number>, expected: Float64Array, variance?: Float64Array): void {
    monomialValues(this.value.monomials, theta, this.factors);
    this.accumulate(this.value, expected);
    if (variance === undefined) return;
    monomialValues(this.square.monomials, theta, this.factors);
    this.accumulate(this.square, variance);
    for (let i = 0; i < this.bins; i++) if (variance[i] < 0) variance[i] = 0;
  }

  /** Writes ∂H/∂θ[parameter] into `expected` and, when given, ∂V/∂θ[parameter] into `variance`. */
  derivative(theta: ArrayLike<number>, parameter: number, expected: Float64Array, variance?: Float64Array): void {
    monomialDerivatives(this.value.monomials, theta, parameter, this.factors);
    this.accumulate(this.value, expected);
    if (variance === undefined) return;
    monomialDerivatives(this.square.monomials, theta, parameter, this.factors);
    this.accumulate(this.square, variance);
  }

  /** The template multiplied by a number (its squares by the square). */
  scaled(factor: number): PolynomialTemplate {
    if (!Number.isFinite(factor)) throw new InvalidInput('template', `the factor ${factor} is not finite`);
    const value = { ...this.value, rows: this.value.rows.map((row) => row * factor) };
    const square = { ...this.square, rows: this.square.rows.map((row) => row * factor * factor) };
    return new PolynomialTemplate(this.parameters, this.bins, value, square, this.pairs);
  }

  /** The template multiplied by a parameter: a yield or a normalisation that is free in the fit. */
  times(parameter: string): PolynomialTemplate {
    const known = this.parameters.indexOf(parameter);
    const parameters = known >= 0 ? this.parameters : [...this.parameters, parameter];
    const raise = (by: number) => (exponents: Exponents) =>
      known >= 0 ? exponents.map((power, p) => (p === known ? power + by : power)) : [...exponents, by];
    const value = { ...this.value, monomials: this.value.monomials.map(raise(1)) };
    const square = { ...this.square, monomials: this.square.monomials.map(raise(2)) };
    return new PolynomialTemplate(parameters, this.bins, value, square);
  }

  /** The sum of two independent samples: values and squares add; parameters of the same name are shared. */
  plus(other: PolynomialTemplate): PolynomialTemplate {
    if (other.bins !== this.bins) throw new InvalidInput('template', `${this.bins} and ${other.bins} bins do not add`);
    const parameters = [...new Set([...this.parameters, ...other.parameters])];
    const value = addRows(parameters, this.bins, this, other, 'value');
    return new PolynomialTemplate(parameters, this.bins, value, addRows(parameters, this.bins, this, other, 'square'));
  }

  /** Adds another template of the same make in place: the merging of event blocks. */
  merge(other: PolynomialTemplate): this {
    const same = (a: Rows, b: Rows) => JSON.stringify(a.monomials) === JSON.stringify(b.monomials);
    if (
      other.bins !== this.bins ||
      other.parameters.join() !== this.parameters.join() ||
      !same(this.value, other.value) ||
      !same(this.square, other.square)
    ) {
      throw new InvalidInput('template', 'templates of different parameters, monomials or bins cannot be merged');
    }
    for (let i = 0; i < this.value.rows.length; i++) this.value.rows[i] += other.value.rows[i];
    for (let i = 0; i < this.square.rows.length; i++) this.square.rows[i] += other.square.rows[i];
    return this;
  }

  toJSON(): PolynomialTemplateDocument {
    const split = ({ monomials, rows }: Rows) =>
      monomials.map((_, k) => Array.from(rows.subarray(k * this.bins, (k + 1) * this.bins)));
    return {
      parameters: [...this.parameters],
      bins: this.bins,
      monomials: this.value.monomials.map((exponents) => [...exponents]),
      values: split(this.value),
      squareMonomials: this.square.monomials.map((exponents) => [...exponents]),
      squares: split(this.square),
    };
  }

  /** Reads what `toJSON` wrote, to the bit. Throws InvalidInput with the path of the first thing wrong. */
  static fromJSON(document: PolynomialTemplateDocument, where = 'template'): PolynomialTemplate {
    const { parameters, bins, monomials, values, squareMonomials, squares } = document;
    const template = PolynomialTemplate.empty(parameters, monomials, bins);
    requireMonomials(squareMonomials, parameters.length, `${where}.squareMonomials`);
    const join = (rows: number[][], count: number, name: string) => {
      if (rows.length !== count || rows.some((row) => row.length !== bins)) {
        throw new InvalidInput(`${where}.${name}`, `${count} rows of ${bins} numbers are needed`);
      }
      return finiteRow(rows.flat(), `${where}.${name}`);
    };
    const value = { monomials, rows: join(values, monomials.length, 'values') };
    const square = { monomials: squareMonomials, rows: join(squares, squareMonomials.length, 'squares') };
    const fillable = JSON.stringify(template.square.monomials) === JSON.stringify(squareMonomials);
    return new PolynomialTemplate(parameters, bins, value, square, fillable ? template.pairs : undefined);
  }

  private accumulate({ monomials, rows }: Rows, out: Float64Array): void {
    const { bins, factors } = this;
    out.fill(0, 0, bins);
    for (let k = 0; k < monomials.length; k++) {
      const factor = factors[k];
      if (factor === 0) continue;
      const offset = k * bins;
      for (let i = 0; i < bins; i++) out[i] += factor * rows[offset + i];
    }
  }
}

function addRows(
  parameters: string[],
  bins: number,
  first: PolynomialTemplate,
  second: PolynomialTemplate,
  part: 'value' | 'square',
): Rows {
  const monomials: Exponents[] = [];
  const contents: Float64Array[] = [];
  const positions = new Map<string, number>();
  for (const template of [first, second]) {
    const slots = parameters.map((name) => template.parameters.indexOf(name));
    for (const [k, exponents] of template[part].monomials.entries()) {
      const powers = slots.map((slot) => (slot < 0 ? 0 : exponents[slot]));
      const key = powers.join();
      let position = positions.get(key);
      if (position === undefined) {
        position = monomials.push(powers) - 1;
        contents.push(new Float64Array(bins));
        positions.set(key, position);
      }
      const row = template[part].rows.subarray(k * bins, (k + 1) * bins);
      for (let i = 0; i < bins; i++) contents[position][i] += row[i];
    }
  }
  const rows = newRows(monomials, bins);
  for (const [k, row] of contents.entries()) rows.set(row, k * bins);
  return { monomials, rows };
}

function newRows(monomials: readonly Exponents[], bins: number): Float64Array {
  return new Float64Array(monomials.length * bins);
}

function requireBins(bins: number): void {
  if (!Number.isInteger(bins) || bins < 1) throw new InvalidInput('template', `${bins} is not a number of bins ≥ 1`);
}

function finiteRow(row: ArrayLike<number>, where: string): Float64Array {
  const bad = Array.prototype.findIndex.call(row, (value) => !Number.isFinite(value));
  if (bad >= 0) throw new InvalidInput(`${where}[${bad}]`, `${row[bad]} is not a finite number`);
  return Float64Array.from(row);
}
