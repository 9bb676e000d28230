import { drawFigure } from '../../src/plots/index.ts';
import type { ReportDocument } from '../../src/stages/report/index.ts';
import * as samples from './samples/index.ts';

/** A report of one made-up search in all nine stages, with every kind of notice, cell and figure placement. */
export const sampleReport: ReportDocument = {
  title: 'K^{+} → μ^{−}νe^{+}e^{+}',
  subtitle: 'A blind search with made-up numbers, `kaon-munuee`',
  notices: [{ kind: 'pseudo-data' }, { kind: 'closed-box' }, { kind: 'changed-after-unblinding' }],
  sections: [
    {
      id: 'rows',
      heading: 'Published against computed',
      paragraphs: [
        'Five of seven computed rows agree. A row agrees when its ratio lies within a band that was fixed before.',
      ],
      tables: [
        {
          caption: 'The rows of this search.',
          columns: ['quantity', 'published', 'this run', 'ratio'],
          rows: [
            ['acceptance, signal', 0.0144, { value: 0.0151, error: 0.0002, role: 'computed', verdict: 'agree' }, 1.049],
            ['N_{K}', 1.97e12, { value: 2.27e12, error: 9e10, role: 'computed', verdict: 'disagree' }, 1.152],
            ['observed events', 0, { value: 0, role: 'input' }, null],
            ['error of a_{+}', 0.012, { value: 0.0125, error: 0.0004, role: 'closure' }, 1.042],
            ['limit', 8.1e-11, { value: null, text: 'not yet: the box is closed' }, null],
          ],
        },
      ],
      figures: [
        {
          caption: 'Computed over published.',
          svg: drawFigure(samples.forest),
          fileName: 'figures/forest.svg',
          wide: true,
        },
      ],
    },
    {
      id: 'generation',
      stage: 'generation',
      heading: 'Generation',
      paragraphs: ['10^{5} decays per sample, seed 42, kaons at 75 GeV/c.'],
    },
    {
      id: 'selection',
      stage: 'selection',
      heading: 'Selection',
      figures: [
        { caption: 'Cut-flow of the signal.', svg: drawFigure(samples.cutFlow), wide: true },
        { caption: 'Track momenta.', svg: drawFigure(samples.momentumDistributions), fileName: 'figures/momentum.svg' },
        { caption: 'Decay vertex.', svg: drawFigure(samples.vertexPosition), fileName: 'figures/vertex.svg' },
      ],
    },
    {
      id: 'blinding',
      stage: 'blinding',
      heading: 'Blinding',
      figures: [
        { caption: 'The spectrum with its masked region.', svg: drawFigure(samples.maskedSpectrum) },
        { caption: 'The plane with its masked region.', svg: drawFigure(samples.blindedPlane) },
      ],
    },
    {
      id: 'normalisation',
      stage: 'normalisation',
      heading: 'Normalisation',
      figures: [{ caption: 'Error budget.', svg: drawFigure(samples.errorBudget) }],
      tables: [
        {
          caption: 'Relative errors of the single-event sensitivity.',
          columns: ['source', 'relative error'],
          rows: [
            ['external branching fraction', { value: 3, unit: '%', role: 'input' }],
            ['simulation statistics', { value: 0.61, unit: '%', role: 'computed' }],
            ['total', { value: 4.0, unit: '%', role: 'computed' }],
          ],
          emphasis: [2],
        },
      ],
    },
    {
      id: 'limits',
      stage: 'limits',
      heading: 'Limits',
      parts: [{ id: 'limits-method', heading: 'Method', paragraphs: ['CL_{s} at 90 %.'] }],
    },
  ],
  footer: {
    references: [{ text: 'A paper that was used.', url: 'https://doi.org/10.1000/182' }, { text: 'A talk.' }],
    facts: [
      ['seed', '42'],
      ['digest of the search', '`9f3ac1d2`'],
    ],
  },
};
