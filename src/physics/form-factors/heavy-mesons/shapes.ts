import type { VectorFormFactors } from './helicities.ts';

/** f(q²) = f(0)/(1 − q²/M²). */
export const pole = (f0: number, mass: number) => (q2: number) => f0 / (1 - q2 / (mass * mass));

/** f(0)/[(1 − x)(1 − σ x)], x = q²/M². */
export const doublePole = (f0: number, sigma: number, mass: number) => (q2: number) => {
  const x = q2 / (mass * mass);
  return f0 / ((1 - x) * (1 - sigma * x));
};

/** z(q²) = (√(t₊ − q²) − √(t₊ − t₀))/(√(t₊ − q²) + √(t₊ − t₀)), t₊ = (M + m)², t₀ = (M + m)(√M − √m)². */
function conformal(mother: number, recoil: number, q2: number): number {
  const plus = (mother + recoil) * (mother + recoil);
  const root = Math.sqrt(mother) - Math.sqrt(recoil);
  const t0 = (mother + recoil) * root * root;
  const a = Math.sqrt(plus - q2);
  const b = Math.sqrt(plus - t0);
  return (a - b) / (a + b);
}

/**
 * Series in z over a pole (Bourrely, Caprini, Lellouch, arXiv:0807.2722): Σ a_n zⁿ, for f₊ with the last coefficient
 * fixed at threshold, Σ a_n [zⁿ − (−1)^(n−N) (n/N) z^N]. `poleMass` Infinity for none.
 */
export function zSeries(
  kind: 'plus' | 'zero',
  coefficients: readonly number[],
  poleMass: number,
  mother: number,
  recoil: number,
): (q2: number) => number {
  const count = coefficients.length;
  return (q2) => {
    const z = conformal(mother, recoil, q2);
    let highest = 1;
    for (let n = 0; n < count; n++) highest *= z;
    let sum = 0;
    let power = 1;
    for (let n = 0; n < count; n++) {
      const sign = (count - n) % 2 === 0 ? 1 : -1;
      sum += coefficients[n] * (power - (kind === 'plus' ? (sign * n * highest) / count : 0));
      power *= z;
    }
    return sum / (1 - q2 / (poleMass * poleMass));
  };
}

/** [f(0) − a (z − z(0))(1 + (z + z(0))/2)]/(1 − P q²) (arXiv:1706.03017). */
export function zSlope(
  f0: number,
  slope: number,
  inversePole: number,
  mother: number,
  recoil: number,
): (q2: number) => number {
  const start = conformal(mother, recoil, 0);
  return (q2) => {
    const z = conformal(mother, recoil, q2);
    return (f0 - slope * (z - start) * (1 + 0.5 * (z + start))) / (1 - inversePole * q2);
  };
}

/** f(0), σ₁ and, where it is not zero, σ₂ of one form factor. */
export type DispersionShape = readonly [f0: number, sigma1: number, sigma2?: number];

/**
 * Form factors of the dispersion quark model (Melikhov and Stech, hep-ph/0001113): f(0)/(1 − σ₁x + σ₂x²), x = q²/M_V²,
 * with a pole (1 − q²/M²) before it for V (M_V) and A₀ (M_P).
 */
export function dispersionModel(
  shapes: {
    readonly v: DispersionShape;
    readonly a0: DispersionShape;
    readonly a1: DispersionShape;
    readonly a2: DispersionShape;
  },
  vectorMass: number,
  pseudoscalarMass: number,
): VectorFormFactors {
  const v2 = vectorMass * vectorMass;
  const p2 = pseudoscalarMass * pseudoscalarMass;
  const body = ([f0, sigma1, sigma2 = 0]: DispersionShape, q2: number) => {
    const x = q2 / v2;
    return f0 / (1 - sigma1 * x + sigma2 * x * x);
  };
  return {
    v: (q2) => body(shapes.v, q2) / (1 - q2 / v2),
    a0: (q2) => body(shapes.a0, q2) / (1 - q2 / p2),
    a1: (q2) => body(shapes.a1, q2),
    a2: (q2) => body(shapes.a2, q2),
  };
}

/**
 * Form factors of B → D* from h_A1(1), its slope ρ² and the ratios R₁(1), R₂(1), R₀(1) (Caprini, Lellouch, Neubert,
 * hep-ph/9712417), with w the product of velocities.
 */
export function heavyQuarkModel(
  { h, slope, r1, r2, r0 }: { h: number; slope: number; r1: number; r2: number; r0: number },
  mother: number,
  recoil: number,
): VectorFormFactors {
  const r = recoil / mother;
  const common = (2 * Math.sqrt(r)) / (1 + r);
  const velocity = (q2: number) => (mother * mother + recoil * recoil - q2) / (2 * mother * recoil);
  const hA1 = (w: number) => {
    const root = Math.sqrt(w + 1);
    const z = (root - Math.SQRT2) / (root + Math.SQRT2);
    return h * (1 - 8 * slope * z + (53 * slope - 15) * z * z - (231 * slope - 91) * z * z * z);
  };
  const ratio = (at1: number, first: number, second: number) => (q2: number) => {
    const x = velocity(q2) - 1;
    return (hA1(1 + x) * (at1 + first * x + second * x * x)) / common;
  };
  return {
    v: ratio(r1, -0.12, 0.05),
    a0: ratio(r0, -0.11, 0.01),
    a1: (q2) => 0.5 * common * (velocity(q2) + 1) * hA1(velocity(q2)),
    a2: ratio(r2, 0.11, -0.06),
  };
}
