import type { HistogramFigure } from '../../../src/plots/index.ts';
import { evenEdges, fallingCounts, gaussianCounts, scatteredCounts } from './made-spectra.ts';

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
