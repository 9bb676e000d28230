import { cos, exp, sin } from '../../math/elementary.ts';
import { type Fact, fact } from '../../units/index.ts';
import { MASS } from '../production/masses.ts';

/** Strength and phase (rad) of a term, with the mass and width (GeV) of its resonance. */
interface Line {
  readonly strength: number;
  readonly phase: number;
  readonly mass: number;
  readonly width: number;
}

/**
 * Couplings of a scalar that mixes with the Higgs boson to ππ and KK, G = (7Γ + 7Δ + 2Θ)/9 (GeV²), as functions of s:
 * a polynomial, a broad and a narrow f₀, a σ whose width goes with the velocity of its pions, and a Flatté line with
 * thresholds of ππ and KK, the same one in both channels. Neither poles nor couplings are meant as those of mesons.
 */
export const scalarMesonFit: Fact<{
  readonly flatte: { readonly mass: number; readonly pions: number; readonly kaons: number };
  readonly pions: {
    readonly polynomial: readonly [number, number, number];
    readonly flatte: { readonly strength: number; readonly phase: number };
    readonly lines: readonly Line[];
    readonly sigma: Line;
  };
  readonly kaons: {
    readonly polynomial: readonly [number, number];
    readonly flatte: { readonly strength: number; readonly phase: number };
    readonly line: Line;
  };
}> = fact(
  {
    flatte: { mass: 1.1759, pions: 0.2124, kaons: 0.94 },
    pions: {
      polynomial: [-0.085, -0.0618, -0.4584],
      flatte: { strength: 1.1824, phase: 2.4916 },
      lines: [
        { strength: -0.993, phase: 2.0968, mass: 1.0657, width: 0.726 },
        { strength: -0.0054, phase: 2.0695, mass: 1.5853, width: 0.1121 },
      ],
      sigma: { strength: 0.0602, phase: -1.3731, mass: 0.5472, width: 0.6009 },
    },
    kaons: {
      polynomial: [-0.0936, 0.0122],
      flatte: { strength: 0.9525, phase: 0.3718 },
      line: { strength: 1.2982, phase: 4.0396, mass: 1.5, width: 1.6804 },
    },
  },
  'computed',
  'least squares to the dispersive widths to ππ and KK of Winkler, arXiv:1809.01876, from 0.3 to 2 GeV; rms 1 % in |G|',
);

/** The fit was made with one mass for both kaons, GeV. */
const MEAN_KAON = 0.5 * (MASS.chargedKaon + MASS.neutralKaon);

/** √(1 − 4m²/s), imaginary (returned as re = 0) below threshold. */
function velocity(s: number, mass: number): { re: number; im: number } {
  const x = 1 - (4 * mass * mass) / s;
  return x >= 0 ? { re: Math.sqrt(x), im: 0 } : { re: 0, im: Math.sqrt(-x) };
}

/** Adds r e^{iφ}/(a − ib) to a complex sum. */
function add(r: number, phase: number, a: number, b: number, sum: Float64Array): void {
  const scale = r / (a * a + b * b);
  const c = cos(phase);
  const d = sin(phase);
  sum[0] += scale * (a * c - b * d);
  sum[1] += scale * (a * d + b * c);
}

function addFlatte(s: number, strength: number, phase: number, sum: Float64Array): void {
  const { mass, pions, kaons } = scalarMesonFit.value.flatte;
  const p = velocity(s, MASS.chargedPion);
  const k = velocity(s, MEAN_KAON);
  // m₀² − s − i m₀(g_π β_π + g_K β_K): an imaginary velocity below threshold moves the real part.
  const a = mass * mass - s + mass * (pions * p.im + kaons * k.im);
  add(strength * s, phase, a, mass * (pions * p.re + kaons * k.re), sum);
}

const addLine = (s: number, numerator: number, { strength, phase, mass, width }: Line, sum: Float64Array) =>
  add(strength * numerator * mass * mass, phase, mass * mass - s, mass * width, sum);

/** |G_π|² (GeV⁴) at a mass from the pion threshold to 2 GeV. */
export function scalarToPionsSquared(mass: number): number {
  const s = mass * mass;
  const { polynomial, flatte, lines, sigma } = scalarMesonFit.value.pions;
  const [b0, b1, b2] = polynomial;
  const sum = new Float64Array(2);
  sum[0] = b0 * MASS.chargedPion * MASS.chargedPion + b1 * s + b2 * s * s * exp(-s);
  addFlatte(s, flatte.strength, flatte.phase, sum);
  for (const line of lines) addLine(s, s, line, sum);
  const p = velocity(s, MASS.chargedPion);
  const a = sigma.mass * sigma.mass - s + sigma.mass * sigma.width * p.im;
  add(sigma.strength * s, sigma.phase, a, sigma.mass * sigma.width * p.re, sum);
  return sum[0] * sum[0] + sum[1] * sum[1];
}

/** |G_K|² (GeV⁴) at a mass from the kaon threshold to 2 GeV. */
export function scalarToKaonsSquared(mass: number): number {
  const s = mass * mass;
  const { polynomial, flatte, line } = scalarMesonFit.value.kaons;
  const sum = new Float64Array(2);
  sum[0] = polynomial[0] + polynomial[1] * s;
  addFlatte(s, flatte.strength, flatte.phase, sum);
  addLine(s, 1, line, sum);
  return sum[0] * sum[0] + sum[1] * sum[1];
}
