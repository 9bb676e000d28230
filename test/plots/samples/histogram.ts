import type { HistogramFigure } from '../../../src/plots/index.ts';
import { evenEdges, evenValues, fallingCounts, gaussianCounts, scatteredCounts } from './made-spectra.ts';

const edges = evenEdges(-6000, 6000, 60);
const threePions = fallingCounts(edges, 420, 1500);
const pionDalitz = gaussianCounts(edges, 180, -1500, 2200);
const ke3 = gaussianCounts(edges, 60, 1500, 2500);
const signal = gaussianCounts(edges, 40, 0, 420);
const expected = edges.slice(1).map((_, i) => threePions[i] + pionDalitz[i] + ke3[i]);
const hidden = (i: number): boolean => edges[i] < 1000 && edges[i + 1] > -1000;
const seen = scatteredCounts(expected).map((count, i) => (hidden(i) ? null : count));

/** The spectrum of a blind search: stacked backgrounds, pseudo-data, a masked signal region, pulls below. */
export const maskedSpectrum: HistogramFigure = {
  kind: 'histogram',
  title: 'Squared missing mass after the full selection',
  description: 'Stacked simulated backgrounds with pseudo-data; the signal region around zero is masked.',
  label: 'NA62-like simulation (Spillway)',
  sublabel: 'pseudo-data',
  provenance: 'seed 42 · search 9f3ac1d2 · result 77b0e4aa',
  x: { label: 'm^{2}_{miss}', unit: 'MeV^{2}/c^{4}' },
  y: { label: 'Events / (200 MeV^{2}/c^{4})', scale: 'log', range: [0.3, 3e4] },
  edges,
  stacks: [
    { name: 'K^{+} → π^{0}e^{+}ν', counts: ke3 },
    { name: 'K^{+} → π^{+}π^{0}_{D}', counts: pionDalitz },
    { name: 'K^{+} → π^{+}π^{+}π^{−}', counts: threePions },
  ],
  totalError: expected.map((mean) => 0.15 * mean + 0.2),
  overlays: [{ name: 'K^{+} → μ^{−}νe^{+}e^{+}, BR = 10^{−9}', counts: signal }],
  data: { name: 'pseudo-data', counts: seen },
  masked: [{ from: -1000, to: 1000 }],
  panel: 'pull',
};

const massEdges = evenEdges(480, 510, 30);
const peak = gaussianCounts(massEdges, 5200, 493.7, 1.4);
const flat = massEdges.slice(1).map(() => 22);

/** A normalisation peak on a linear axis, with the ratio below and a line that marks the kaon mass. */
export const normalisationPeak: HistogramFigure = {
  kind: 'histogram',
  title: 'Invariant mass of the normalisation decay',
  description: 'Peak of the normalisation decay at the kaon mass over a flat background, with pseudo-data and ratio.',
  label: 'NA62-like simulation (Spillway)',
  sublabel: 'pseudo-data',
  notes: ['σ(m_{πee}) = 1.4 MeV/c^{2}'],
  x: { label: 'm_{πee}', unit: 'MeV/c^{2}' },
  y: { label: 'Events / (MeV/c^{2})' },
  edges: massEdges,
  stacks: [
    { name: 'background', counts: flat },
    { name: 'K^{+} → π^{+}e^{+}e^{−}', counts: peak },
  ],
  totalError: peak.map((count) => 0.04 * (count + 22)),
  data: { name: 'pseudo-data', counts: scatteredCounts(peak.map((count) => count + 22)) },
  marks: [{ x: 493.677, label: 'm_{K}' }],
  panel: 'ratio',
};

const momentumEdges = evenEdges(0, 60, 60);
const positron = gaussianCounts(momentumEdges, 4200, 17, 9);
const muon = gaussianCounts(momentumEdges, 4200, 27, 11);

/** Two simulated momentum spectra as open histograms; the cut is a marked value. */
export const momentumDistributions: HistogramFigure = {
  kind: 'histogram',
  title: 'Track momenta of the signal',
  description: 'Simulated momentum spectra of positrons and muons of the signal after the selection, with the cut.',
  label: 'NA62-like simulation (Spillway)',
  sublabel: 'simulation, signal',
  x: { label: 'p', unit: 'GeV/c' },
  y: { label: 'Weighted decays / (GeV/c)' },
  edges: momentumEdges,
  overlays: [
    { name: 'e^{+}', counts: positron },
    { name: 'μ^{−}', counts: muon, dashed: true },
  ],
  marks: [{ x: 6, label: 'cut' }],
};

const vertexEdges = evenEdges(100, 185, 34);
const vertexMean = fallingCounts(vertexEdges, 900, 140);

/** Vertex positions: simulation as a filled histogram, pseudo-data as points. */
export const vertexPosition: HistogramFigure = {
  kind: 'histogram',
  title: 'Position of the decay vertex',
  description: 'Falling distribution of the vertex position of normalisation candidates, simulation and pseudo-data.',
  label: 'NA62-like simulation (Spillway)',
  sublabel: 'pseudo-data',
  x: { label: 'z_{vertex}', unit: 'm' },
  y: { label: 'Events / (2.5 m)' },
  edges: vertexEdges,
  stacks: [{ name: 'K^{+} → π^{+}e^{+}e^{−}, simulated', counts: vertexMean }],
  data: { name: 'pseudo-data', counts: scatteredCounts(vertexMean) },
  panel: 'ratio',
};

const zEdges = evenEdges(0.18, 0.5, 24);
const rate = (z: number): number => 1e3 * (z - 0.17) * (0.55 - z) * (1 + 2.2 * z + 1.8 * z * z);
const centres = zEdges.slice(1).map((edge, i) => (edge + zEdges[i]) / 2);
const fitted = centres.map(rate);
const rateError = fitted.map((value) => 1.1 * Math.sqrt(value + 1));

/** A differential decay width with its fit: values with errors of their own, a smooth curve, pulls to the fit. */
export const decayWidthWithFit: HistogramFigure = {
  kind: 'histogram',
  title: 'Differential decay width and fit',
  description: 'Differential decay width against z with errors, the fitted curve, and the pulls of the points to it.',
  label: 'NA62-like simulation (Spillway)',
  sublabel: 'pseudo-data, closure',
  notes: ['a_{+} = −0.575 ± 0.012', 'b_{+} = −0.722 ± 0.040', 'χ^{2}/ndf = 21.6/22'],
  x: { label: 'z' },
  y: { label: 'dΓ/dz', unit: 'arb. units' },
  edges: zEdges,
  curves: [{ name: 'fit', x: evenValues(0.18, 0.5, 121), y: evenValues(0.18, 0.5, 121).map(rate) }],
  data: {
    name: 'pseudo-data',
    counts: fitted.map((value, i) => value + rateError[i] * ((((i * 7919) % 17) - 8) / 7)),
    errors: { down: rateError, up: rateError },
    drawEmpty: true,
  },
  expected: fitted,
  panel: 'pull',
};

/** Many contributions: the legend stands beside the frame, and the axis finds its own range. */
export const manyContributions: HistogramFigure = {
  kind: 'histogram',
  title: 'Squared missing mass with many backgrounds',
  description: 'Seven stacked backgrounds and a signal on a logarithmic axis with its own range.',
  label: 'NA62-like simulation (Spillway)',
  sublabel: 'simulation',
  x: { label: 'm^{2}_{miss}', unit: 'MeV^{2}/c^{4}' },
  y: { label: 'Events / (200 MeV^{2}/c^{4})', scale: 'log' },
  edges,
  stacks: Array.from({ length: 7 }, (_, i) => ({
    name: `K^{+} → π^{+}π^{0}, π^{0} → e^{+}e^{−}γ, source ${i + 1}`,
    counts: gaussianCounts(edges, 3 * (i + 1) * (i + 1), -4000 + 1400 * i, 900 + 200 * i),
  })),
  overlays: [{ name: 'signal', counts: signal }],
  masked: [{ from: -1000, to: 1000, label: 'closed box' }],
};
