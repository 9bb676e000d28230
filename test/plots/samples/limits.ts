import { cos, exp, sin } from '../../../src/math/elementary.ts';
import type { BrazilFigure, CurvesFigure, PValueScanFigure } from '../../../src/plots/index.ts';
import { evenValues } from './made-spectra.ts';

const masses = evenValues(207, 350, 287);
const median = masses.map((m) => 4e-9 * exp(-(m - 207) / 120) * (1 + 1.5 * exp(-((m - 230) * (m - 230)) / 800)));
const wiggle = masses.map(
  (m) => 1 + 0.28 * sin(m / 2.1) + 0.2 * cos(m / 3.7) + 0.9 * exp(-((m - 283) * (m - 283)) / 6),
);

/** Limits against mass with bands, an earlier limit, and a range that is not searched. */
export const brazilMass: BrazilFigure = {
  kind: 'brazil',
  title: 'Upper limits against mass',
  description:
    'Observed and expected upper limits on a branching fraction against mass, with bands at one and two sigma.',
  label: 'NA62-like simulation (Spillway)',
  sublabel: '90 % CL, pseudo-data',
  x: { label: 'm_{a}', unit: 'MeV/c^{2}' },
  y: { label: 'BR(K^{+} → π^{+}a) × BR(a → γγ)', scale: 'log' },
  at: masses,
  expected: [0.54, 0.72, 1, 1.4, 1.87].map((factor) => median.map((limit) => factor * limit)),
  observed: median.map((limit, i) => limit * wiggle[i]),
  observedName: 'observed (pseudo-data)',
  others: [{ name: 'earlier experiment', x: [220, 250, 300, 340], y: [4e-8, 3e-8, 2.5e-8, 2e-8] }],
  notSearched: [{ from: 255, to: 262 }],
};

const mus = evenValues(0, 6, 25);

/** CLs against the signal strength; the level that excludes is drawn across. */
export const brazilStrength: BrazilFigure = {
  kind: 'brazil',
  title: 'CLs against the signal strength',
  description: 'Observed and expected CLs against the signal strength μ; values under 0.1 are excluded at 90 %.',
  label: 'Spillway',
  sublabel: 'asymptotic',
  x: { label: 'μ' },
  y: { label: 'CL_{s}', range: [0, 1.35] },
  at: mus,
  expected: [1.9, 1.4, 1, 0.7, 0.5].map((speed) => mus.map((mu) => exp(-0.8 * speed * mu))),
  observed: mus.map((mu) => exp(-0.92 * mu)),
  level: 0.1,
};

/** Limits at several lifetimes as curves, with a band, a level across and an excluded side. */
export const lifetimeCurves: CurvesFigure = {
  kind: 'curves',
  title: 'Limits at several lifetimes',
  description: 'Upper limits against mass at three lifetimes with a theory band and the prediction of a model.',
  label: 'NA62-like simulation (Spillway)',
  sublabel: '90 % CL',
  x: { label: 'm_{a}', unit: 'MeV/c^{2}' },
  y: { label: 'upper limit on BR', scale: 'log' },
  curves: [1, 4, 20].map((factor, i) => ({
    name: ['prompt', 'τ = 0.1 ns', 'τ = 1 ns'][i],
    x: evenValues(10, 170, 33),
    y: evenValues(10, 170, 33).map((m) =>
      m > 120 && m < 140 ? null : 3e-9 * factor * (1 + (90 - m) * (90 - m) * 2e-4),
    ),
    ...(i === 0
      ? {
          low: evenValues(10, 170, 33).map((m) => 2.2e-9 * (1 + (90 - m) * (90 - m) * 2e-4)),
          high: evenValues(10, 170, 33).map((m) => 4.2e-9 * (1 + (90 - m) * (90 - m) * 2e-4)),
        }
      : {}),
  })),
  levels: [{ y: 4.6e-8, label: 'prediction of a model' }],
  notSearched: [{ from: 120, to: 140, label: 'π^{0}' }],
};

/** Local p-values with an excess, and the global one after look-elsewhere. */
export const pValueScan: PValueScanFigure = {
  kind: 'p-value-scan',
  title: 'Local p-values against mass',
  description: 'Local p-values of 287 mass hypotheses with levels in standard deviations; the smallest is marked.',
  label: 'NA62-like simulation (Spillway)',
  sublabel: 'pseudo-data',
  x: { label: 'm_{a}', unit: 'MeV/c^{2}' },
  at: masses,
  localP: wiggle.map((w) => Math.min(1, exp(-3.4 * Math.max(0, w - 0.72) * Math.max(0.6, w)))),
  global: { p: 0.21, significance: 0.8 },
  notSearched: [{ from: 255, to: 262 }],
};
