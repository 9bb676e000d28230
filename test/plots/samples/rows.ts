import type {
  CutFlowFigure,
  ErrorBudgetFigure,
  ForestFigure,
  LimitSummaryFigure,
  PullsFigure,
} from '../../../src/plots/index.ts';

const near = (value: number, half: number) => ({ value, low: value - half, high: Math.min(1, value + half) });

/** A cut-flow with efficiencies in sequence and N−1, down to nothing. */
export const cutFlow: CutFlowFigure = {
  kind: 'cut-flow',
  title: 'Cut-flow of the signal',
  description: 'Weighted decays left after each cut, with the efficiency in sequence and N−1.',
  label: 'NA62-like simulation (Spillway)',
  sublabel: 'signal, 10^{5} decays',
  counted: 'weighted decays',
  steps: [
    { name: 'decays in the fiducial volume', yield: 100000 },
    {
      name: 'three tracks in all chambers',
      yield: 8120,
      efficiency: near(0.081, 0.001),
      nMinusOne: near(0.081, 0.001),
    },
    { name: 'trigger', yield: 5204.2, efficiency: near(0.641, 0.006), nMinusOne: near(0.66, 0.012) },
    { name: 'vertex χ^{2} < 25', yield: 5101, efficiency: near(0.98, 0.003), nMinusOne: near(0.977, 0.003) },
    { name: '107 m < z_{vertex} < 180 m', yield: 4705, efficiency: near(0.922, 0.005), nMinusOne: near(0.93, 0.005) },
    { name: 'E/p of two positrons', yield: 3790, efficiency: near(0.805, 0.01), nMinusOne: near(0.81, 0.01) },
    { name: 'μ^{−} in the muon detector', yield: 2210, efficiency: near(0.583, 0.013), nMinusOne: near(0.6, 0.013) },
    { name: 'm_{ee} > 140 MeV/c^{2}', yield: 1502, efficiency: near(0.68, 0.012) },
    { name: 'signal region', yield: 1441, efficiency: near(0.959, 0.006), nMinusOne: near(0.959, 0.006) },
  ],
};

/** Contributions to the error of the single-event sensitivity. */
export const errorBudget: ErrorBudgetFigure = {
  kind: 'error-budget',
  title: 'Error budget of the single-event sensitivity',
  description: 'Relative errors by source, the largest first, and their sum in quadrature.',
  label: 'NA62-like simulation (Spillway)',
  quantity: 'the single-event sensitivity',
  contributions: [
    { name: 'external branching fraction', relative: 0.03, external: true },
    { name: 'particle identification', relative: 0.012 },
    { name: 'normalisation events', relative: 0.0096, external: true },
    { name: 'trigger', relative: 0.02 },
    { name: 'simulation statistics', relative: 0.0061 },
  ],
};

const row = {
  detail: undefined,
  unit: undefined,
  agreeWithin: 1.15,
  verdict: 'agree' as const,
  role: 'computed' as const,
};
const plain = ({ detail, unit, ...rest }: typeof row & Record<string, unknown>) => rest;

/** Published against computed: rows of every role, inside and outside their band, with and without a ratio. */
export const forest: ForestFigure = {
  kind: 'forest',
  title: 'Published against computed',
  description: 'Ratio of computed to published for the rows of two searches, with agreed bands.',
  label: 'Spillway',
  sublabel: '5 of 7 computed rows agree',
  rows: [
    {
      ...plain(row),
      search: 'kaon-munuee',
      quantity: 'acceptance',
      detail: 'signal',
      published: 0.0144,
      computed: 0.0151,
      error: 0.0002,
      ratio: 1.049,
    },
    {
      ...plain(row),
      search: 'kaon-munuee',
      quantity: 'acceptance',
      detail: 'normalisation',
      published: 0.0382,
      computed: 0.0331,
      error: 0.0003,
      ratio: 0.866,
    },
    {
      ...plain(row),
      search: 'kaon-munuee',
      quantity: 'kaonDecays',
      published: 1.97e12,
      computed: 2.27e12,
      error: 9e10,
      ratio: 1.152,
      verdict: 'disagree',
    },
    {
      ...plain(row),
      search: 'kaon-munuee',
      quantity: 'ses',
      published: 3.5e-11,
      computed: 3.1e-11,
      error: 1.3e-12,
      ratio: 0.886,
    },
    {
      ...plain(row),
      search: 'kaon-munuee',
      quantity: 'background',
      agreeWithin: 2,
      verdict: 'cannot tell',
      published: 0.26,
      computed: 0.71,
      error: 0.2,
      ratio: 2.73,
    },
    {
      ...plain(row),
      search: 'kaon-munuee',
      quantity: 'limit',
      detail: '90 % CL',
      published: 8.1e-11,
      computed: 7.3e-11,
      error: 3e-12,
      ratio: 0.901,
    },
    {
      ...plain(row),
      search: 'kaon-piminus-ee',
      quantity: 'ses',
      role: 'input',
      agreeWithin: null,
      verdict: null,
      published: 2.3e-11,
      computed: 2.3e-11,
      error: null,
      ratio: 1,
    },
    {
      ...plain(row),
      search: 'kaon-piminus-ee',
      quantity: 'parameterError',
      role: 'closure',
      verdict: null,
      published: 0.012,
      computed: 0.0125,
      error: 0.0004,
      ratio: 1.042,
    },
    {
      ...plain(row),
      search: 'kaon-piminus-ee',
      quantity: 'acceptanceRatio',
      published: 0.11,
      computed: 4.4,
      error: 0.2,
      ratio: 40,
      verdict: 'disagree',
    },
    {
      ...plain(row),
      search: 'kaon-piminus-ee',
      quantity: 'count',
      published: 0,
      computed: 0,
      error: null,
      ratio: null,
      agreeWithin: null,
    },
  ],
};

/** Upper limits of several channels with earlier and published ones (limits of the PDG 2018 edition and of NA62). */
export const limitSummary: LimitSummaryFigure = {
  kind: 'limit-summary',
  title: 'Upper limits on lepton flavour and number violation',
  description:
    'Upper limits on six branching fractions as bars, with the earlier limits, the expected bands and the gain.',
  label: 'NA62-like simulation (Spillway)',
  sublabel: '90 % CL',
  x: { label: 'upper limit on the branching fraction' },
  rows: [
    {
      group: 'flavour',
      name: 'K^{+} → π^{−}μ^{+}e^{+}',
      limit: 4.3e-11,
      published: 4.2e-11,
      earlier: 5e-10,
      expected: [3.1e-11, 3.3e-11, 4.9e-11, 7e-11, 1e-10],
    },
    {
      group: 'flavour',
      name: 'K^{+} → π^{+}μ^{−}e^{+}',
      limit: 6.4e-11,
      published: 6.6e-11,
      earlier: 5.2e-10,
      expected: [3e-11, 3.2e-11, 4.7e-11, 6.8e-11, 9.9e-11],
    },
    { group: 'flavour', name: 'π^{0} → μ^{−}e^{+}', limit: 3.1e-10, published: 3.2e-10, earlier: 3.4e-9 },
    { group: 'number', name: 'K^{+} → π^{−}μ^{+}μ^{+}', limit: 4.1e-11, published: 4.2e-11, earlier: 8.6e-11 },
    { group: 'number', name: 'K^{+} → π^{−}e^{+}e^{+}', limit: null, published: 5.3e-11, earlier: 6.4e-10 },
    { group: 'number', name: 'K^{+} → π^{−}π^{0}e^{+}e^{+}', limit: 8.3e-10, published: 8.5e-10, earlier: null },
  ],
};

/** Pulls and impacts: constrained, pulled, one-sided and free parameters. */
export const pulls: PullsFigure = {
  kind: 'pulls',
  title: 'Pulls and impacts',
  description: 'Pulls of eight nuisance parameters with fitted errors, and their impacts on the signal strength.',
  label: 'Spillway',
  sublabel: 'fit to pseudo-data',
  parameter: 'μ',
  rows: [
    { name: 'luminosity', pull: 0.02, error: 0.99, impact: { up: -0.031, down: 0.034 } },
    { name: 'background shape', pull: -0.8, error: 0.62, impact: { up: -0.12, down: 0.135 } },
    { name: 'mis-identification', pull: 1.3, error: 0.85, impact: { up: 0.08, down: -0.075 } },
    { name: 'trigger', pull: 0.1, error: 1, impact: { up: 0.02, down: 0.012 } },
    { name: 'normalisation of the control region', pull: null, error: 0.2, impact: { up: -0.05, down: 0.05 } },
    { name: 'simulation statistics, bin 3', pull: -0.3, error: 0.97, impact: { up: 0.004, down: -0.004 } },
    { name: 'energy scale', pull: 0, error: 1 },
  ],
};
