import type { RunFigure } from '../../../../search/results/figure.ts';
import type { RegionRatios, RegionRatiosResult } from '../../../../search/sections/region-ratios.ts';
import type { ReportPart } from '../../../../stages/report/index.ts';
import type { RunDocument } from '../../run-document.ts';

/** Text and tables: published ratios and asymmetries, acceptances, what the published samples can tell. */
export function regionRatiosReport({ regions, odd }: RegionRatios, result: RegionRatiosResult): ReportPart {
  const entries = Object.entries(regions).map(([name, region]) => ({ name, ...region, ours: result.regions[name] }));
  return {
    id: 'ratios-in-regions',
    heading: 'Ratios in regions of phase space',
    paragraphs: [
      'Ratios and asymmetries are published numbers and enter as they are. The acceptance of a region is what is selected in it over what truly lies in it; statistical errors are those that the published samples allow, without background.',
    ],
    tables: [
      {
        caption: 'Ratio R to the normalisation, published and by the amplitude',
        columns: ['region', 'R', 'R of the amplitude', 'R by theory', 'statistical error of R', 'published error'],
        rows: entries.map(({ name, ratio, theory, ratioError, ours }) => [
          name,
          {
            value: ratio.value,
            error: Math.sqrt(ratio.error * ratio.error + ratio.systematic * ratio.systematic),
            role: 'input' as const,
          },
          ours.amplitudeRatio === null ? null : { ...ours.amplitudeRatio, role: 'computed' as const },
          { value: theory.value, role: 'input' as const },
          { value: ours.ratioError, role: 'computed' as const },
          { value: ratioError.value, role: 'input' as const },
        ]),
      },
      {
        caption: `Asymmetry in the sign of ${odd.symbol}`,
        columns: ['region', 'published', 'statistical error', 'published error', 'simulated candidates'],
        rows: entries.map(({ name, asymmetry, asymmetryError, ours }) => [
          name,
          {
            value: asymmetry.value,
            error: Math.sqrt(asymmetry.error * asymmetry.error + asymmetry.systematic * asymmetry.systematic),
            role: 'input' as const,
          },
          { value: ours.asymmetryError, role: 'computed' as const },
          { value: asymmetryError.value, role: 'input' as const },
          ours.simulatedAsymmetry === null ? null : { ...ours.simulatedAsymmetry, role: 'computed' as const },
        ]),
      },
      {
        caption: 'Acceptance by region',
        columns: [
          'region',
          'acceptance',
          'to normalisation',
          'expected events at the published R',
          'published',
          'background',
        ],
        rows: entries.map(({ name, events, ours }) => [
          name,
          { ...ours.acceptance, role: 'computed' as const },
          { ...ours.acceptanceRatio, role: 'computed' as const },
          { value: ours.expectedEvents, role: 'computed' as const },
          { value: events.value, role: 'input' as const },
          { ...ours.background, role: 'computed' as const },
        ]),
      },
    ],
  };
}

/** Sizes of a sample relative to the published one at which the reach is drawn. */
const SIZES = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];

/** The reach: statistical errors of the asymmetry against the size of the sample. */
export function regionRatiosFigures(
  { odd }: RegionRatios,
  { regions }: RegionRatiosResult,
  run: RunDocument,
): RunFigure[] {
  return [
    {
      name: 'asymmetry-error-against-size.svg',
      caption: `Statistical error of the asymmetry in ${odd.symbol} against the size of the sample`,
      wide: false,
      figure: {
        kind: 'curves',
        title: 'Statistical error of the asymmetry',
        description: 'Statistical error of the asymmetry against the size of the sample relative to the published one.',
        label: `Spillway  ${run.channel}`,
        sublabel: 'published samples',
        x: { label: 'size of the sample, relative', scale: 'log' },
        y: { label: `error of A_{${odd.symbol}}`, scale: 'log' },
        curves: Object.entries(regions).map(([name, { asymmetryError }]) => ({
          name,
          x: SIZES,
          y: SIZES.map((size) => asymmetryError / Math.sqrt(size)),
        })),
      },
    },
  ];
}
